import { columns, rows, summary } from '../../../src/figures/FleetLearning/words.ts';
import model from '../../../src/models/fleet.model.ts';
import { figureTexts } from '../figure-texts.ts';

export default figureTexts(model, (inputs, outputs) => ({
	summary: summary(inputs, outputs),
	columns,
	rows: rows(inputs),
}));
