import { belief, columns, rows } from '../../../src/figures/Quadrant/words.ts';
import model from '../../../src/models/forecast.model.ts';
import { figureTexts } from '../figure-texts.ts';

const odds = [0.1, 0.8] as const;

export default figureTexts(model, (_, outputs) => ({
	summary: belief(outputs, odds),
	columns,
	rows: rows(odds, [{ title: 'Another', odds: [0, 1] }]),
}));
