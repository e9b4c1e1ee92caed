import { columns, rows, summary } from '../../../src/figures/ComputePerLevel/words.ts';
import model from '../../../src/models/rl-scaling.model.ts';
import { figureTexts } from '../figure-texts.ts';

export default figureTexts(model, (inputs, outputs) => ({
	summary: summary(inputs, outputs),
	columns,
	rows: rows(inputs, 3),
}));
