import { pathOf } from '../../../src/engine/path.ts';
import { columns, rows, summary } from '../../../src/figures/PaybackCurve/words.ts';
import model from '../../../src/models/payback.model.ts';
import { figureTexts } from '../figure-texts.ts';

export default figureTexts(model, (inputs, outputs) => ({
	summary: summary(inputs, outputs),
	columns,
	rows: rows(pathOf(model, { path: 'earned' }, inputs)),
}));
