import model, { impressiveAt } from '../../../src/models/impressive-useful.model.ts';
import { DONE, usefulAt } from '../../../src/parameters/abilities.ts';
import type { DatedPoint } from '../../../src/sources/dated-point.ts';
import { abilityCurves } from '../ability-curves.ts';
import { DrawingError, figureSpec, type IslandProps } from '../figure-spec.ts';

const LAST = 2045;
const isDated = (value: unknown): value is DatedPoint =>
	typeof value === 'object' && value !== null && 'series' in value && 'year' in value && 'value' in value;

export default ({ points }: IslandProps) => {
	const dated = (series: string) =>
		(Array.isArray(points) ? points : [])
			.filter(isDated)
			.filter((point) => point.series === series)
			.map(({ year, value }) => [year, value] as const);
	return figureSpec({
		model,
		curves: abilityCurves,
		points: [
			{ select: '.plot-area .dated', at: () => dated('gdpval') },
			{ select: '.plot-area .dated-diamond', at: () => dated('rli') },
			{
				select: '.ring.tone-impressive',
				at: (inputs) =>
					[model.evaluate(inputs).impressiveYear].filter((year) => year <= LAST).map((year) => [year, DONE]),
			},
			{
				select: '.ring.tone-useful',
				at: (inputs) => [model.evaluate(inputs).usefulYear].filter((year) => year <= LAST).map((year) => [year, DONE]),
			},
		],
		custom: {
			reason:
				'a bracket spans the two years, with labels that state them and rings at the baseline years; a missed past is grey',
			check(figure, inputs, [plot], essay) {
				const { impressiveYear, usefulYear, lagYears } = model.evaluate(inputs);
				const missed = [
					{ curve: impressiveAt, measured: dated('gdpval') },
					{ curve: usefulAt, measured: dated('rli') },
				].filter(({ curve, measured }) =>
					measured.some(([year, value]) => {
						const ratio = curve(inputs, year) / value;
						return year < 2026 && (ratio > 1.5 || ratio < 1 / 1.5);
					}),
				);
				const grey = plot!.paths('.curve.tone-missed').map((stretches) => stretches.flat().at(-1)![0]);
				if (grey.length !== missed.length || grey.some((end) => Math.abs(plot!.x.toValue(end) - 2026) > 0.05))
					throw new DrawingError(`${grey.length} curves are grey, to ${grey.join(', ')}%; ${missed.length} miss.`);
				const ends = [impressiveYear, usefulYear].map((year) => Math.min(100, plot!.x.toPlace(year)));
				const span = plot!.lines('.span line').find(({ y1, y2 }) => y1 === y2);
				if (!span || Math.abs(span.x1 - ends[0]!) > 0.3 || Math.abs(span.x2 - ends[1]!) > 0.3)
					throw new DrawingError(`The bracket runs from ${plot!.x.toValue(span?.x1 ?? NaN)} to ${span?.x2}%.`);
				const rings = plot!.circles('.ghost-ring').map(([x]) => plot!.x.toValue(x));
				const were = model.evaluate(essay);
				const moved = [
					[were.impressiveYear, impressiveYear],
					[were.usefulYear, usefulYear],
				].flatMap(([was, is]) => (was === is ? [] : [was!]));
				if (rings.length !== moved.length || moved.some((was, i) => Math.abs(rings[i]! - was) > 0.1))
					throw new DrawingError(`The baseline rings are in ${rings.join(', ')}, not in ${moved.join(', ')}.`);
				const written = (tone: string) =>
					Array.from(figure.querySelectorAll(`.value-label.tone-${tone}`), (label) => label.textContent ?? '').join(
						'; ',
					);
				const [first, second] = [written('impressive'), written('useful')];
				if (impressiveYear <= LAST && !first.includes(`${Math.floor(impressiveYear + 1e-9)}`))
					throw new DrawingError(`The label is “${first}”; the impressive year is ${impressiveYear}.`);
				if (!second.includes(Number.isFinite(usefulYear) ? `${Math.floor(usefulYear + 1e-9)}` : 'never'))
					throw new DrawingError(`The label is “${second}”; the useful year is ${usefulYear}.`);
				const lag = Number(/([\d.]+) years?/.exec(second.replaceAll('\u00a0', ' '))?.[1]);
				if (Number.isFinite(lagYears) && !(Math.abs(lag - lagYears) <= 0.05 * lagYears))
					throw new DrawingError(`The label is “${second}”; the lag is ${lagYears} years.`);
			},
		},
	});
};
