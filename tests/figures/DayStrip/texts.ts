import { columns, daysOf, rows, summary } from '../../../src/figures/DayStrip/words.ts';
import model from '../../../src/models/long-tail.model.ts';
import { figureTexts } from '../figure-texts.ts';

export default figureTexts(
	model,
	(inputs, outputs) => ({
		summary: summary(inputs, outputs),
		columns,
		rows: rows(inputs, outputs),
		labels: daysOf(inputs, outputs).map(({ text }) => text),
	}),
	{ numRuns: 30 },
);
