import { beadsAhead } from '../../../src/figures/Beads/thread.ts';
import { columns, rows, summary } from '../../../src/figures/Beads/words.ts';
import model from '../../../src/models/bottlenecks.model.ts';
import { figureTexts } from '../figure-texts.ts';

export default figureTexts(model, (inputs, outputs) => {
	const ahead = beadsAhead(inputs, outputs);
	return { summary: summary(inputs, outputs, ahead), columns, rows: rows(ahead) };
});
