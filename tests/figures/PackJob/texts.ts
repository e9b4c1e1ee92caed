import { cheapest, KINDS } from '../../../src/figures/PackJob/packing.ts';
import { columns, priceText, rows, summary } from '../../../src/figures/PackJob/words.ts';
import model from '../../../src/models/bake-or-learn.model.ts';
import { figureTexts } from '../figure-texts.ts';

export default figureTexts(model, (inputs, outputs) => ({
	summary: summary(inputs, outputs),
	columns,
	rows: rows(inputs, outputs),
	labels: KINDS.map((kind) => priceText(inputs, outputs, kind, cheapest(inputs, outputs)[kind])),
}));
