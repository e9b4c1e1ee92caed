import { pathOf } from '../../../src/engine/path.ts';
import { columns, missesOf, rows, seriesOf, summary } from '../../../src/figures/ImpressiveUseful/words.ts';
import model from '../../../src/models/impressive-useful.model.ts';
import type { DatedPoint } from '../../../src/sources/dated-point.ts';
import { figureTexts } from '../figure-texts.ts';

const point = (series: string, value: number, reported = false): DatedPoint => ({
	series,
	label: 'GPT-9',
	year: 2025.75,
	date: 'October 2025',
	value,
	reported,
	source: 'A. Author',
});
export const points = [point('gdpval', 0.476), point('gdpval', 0.7, true), point('rli', 0.025)];

export default figureTexts(
	model,
	(inputs, outputs) => ({
		summary: summary(outputs, seriesOf(points), missesOf(inputs, seriesOf(points))),
		columns,
		rows: rows(pathOf(model, { path: 'impressive' }, inputs), pathOf(model, { path: 'useful' }, inputs), 2045, points),
	}),
	{ numRuns: 40 },
);
