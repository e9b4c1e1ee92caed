import { columns, rows, summary } from '../../../src/figures/HiringMarket/words.ts';
import model from '../../../src/models/lemons.model.ts';
import { figureTexts } from '../figure-texts.ts';

export default figureTexts(model, (_, outputs) => ({
	summary: summary(100, 50, outputs),
	columns,
	rows: rows(outputs),
}));
