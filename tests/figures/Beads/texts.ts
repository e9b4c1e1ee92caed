import { threadsOf } from '../../../src/figures/Beads/thread.ts';
import { columns, rows, summary } from '../../../src/figures/Beads/words.ts';
import model from '../../../src/models/bottlenecks.model.ts';
import { figureTexts } from '../figure-texts.ts';

export default figureTexts(model, (inputs) => {
	const threads = threadsOf(inputs);
	return { summary: summary(inputs, threads), columns, rows: rows(threads) };
});
