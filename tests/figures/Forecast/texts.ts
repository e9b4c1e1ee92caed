import { pathOf } from '../../../src/engine/path.ts';
import { columns, rows, summary } from '../../../src/figures/Forecast/words.ts';
import model from '../../../src/models/forecast.model.ts';
import { figureTexts } from '../figure-texts.ts';

export default figureTexts(
	model,
	(inputs, outputs) => ({
		summary: summary(outputs),
		columns,
		rows: rows(pathOf(model, { path: 'capability' }, inputs), pathOf(model, { path: 'revenue' }, inputs)),
	}),
	{ numRuns: 30 },
);
