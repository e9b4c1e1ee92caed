import { baselineOf } from '../../../src/engine/model.ts';
import { columns, rows, summary } from '../../../src/figures/Race/words.ts';
import model from '../../../src/models/lead.model.ts';
import { figureTexts } from '../figure-texts.ts';

export default figureTexts(model, (inputs, outputs) => ({
	summary: summary(inputs, outputs),
	columns,
	rows: rows(inputs, baselineOf(model)),
}));
