import { baselineOf } from '../../../src/engine/model.ts';
import { columns, rows, summary } from '../../../src/figures/TwoReputations/words.ts';
import pretraining from '../../../src/models/pretraining-loss.model.ts';
import model from '../../../src/models/rl-ceiling.model.ts';
import { figureTexts } from '../figure-texts.ts';

export default figureTexts(model, (inputs, outputs) => ({
	summary: summary(inputs, outputs, { pretraining: { fitted: 500, held: 98_000 }, rl: { fitted: 33.3, held: 66.7 } }),
	columns,
	rows: rows(inputs, baselineOf(pretraining), { from: 6e18, to: 3e21, held: 5.88e23 }),
}));
