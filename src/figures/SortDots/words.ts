import { formatNumber } from '../../engine/number-format.ts';
import type { ExperimentInputs } from '../../experiments/experiment.ts';
import type { RunResult } from '../../experiments/run-experiment.ts';
import experiment, { LABELS, LABORATORIES } from '../../experiments/sort-dots.experiment.ts';
import { sweepQuantile, type Sweep } from '../../experiments/sweep.ts';

type Inputs = ExperimentInputs<typeof experiment>;
export type Where = 'accuracyHere' | 'accuracyNewLab';
export const WHERE: readonly Where[] = ['accuracyHere', 'accuracyNewLab'];

/** Shares of right answers in published runs with one value of a parameter: the median, and those of the seeds, ascending. */
export interface PublishedPoint {
	/** What is varied: the number of labels, or of laboratories they come from. */
	readonly along: 'labelledCells' | 'laboratoriesBefore';
	readonly value: number;
	readonly here: Shares;
	readonly elsewhere: Shares;
}
interface Shares {
	readonly median: number;
	readonly outcomes: readonly number[];
}

/** Returns the published runs at these inputs, by number of labels and by number of laboratories; none if the inputs are off the grid. */
export function publishedPoints(sweep: Sweep, inputs: Inputs): readonly PublishedPoint[] {
	const sharesOf = (at: Inputs, output: Where): Shares => {
		const outcomes = sweep.valuesAt(at, output);
		return { median: sweepQuantile(outcomes, 0.5), outcomes };
	};
	const along = (key: PublishedPoint['along'], values: readonly number[]) => {
		const points = values.flatMap((value) => {
			const at = { ...inputs, [key]: value };
			const here = sharesOf(at, 'accuracyHere');
			return here.outcomes.length === 0
				? []
				: [{ along: key, value, here, elsewhere: sharesOf(at, 'accuracyNewLab') } as const];
		});
		return points.length > 1 ? points : [];
	};
	return [...along('labelledCells', LABELS), ...along('laboratoriesBefore', LABORATORIES)];
}

export const percent = (share: number): string => formatNumber(share, 'fraction');
const { labelledCells: labelled, laboratoriesBefore: from } = experiment.parameters;
export const labelCount = (count: number): string => `${formatNumber(count, 'count')} labels`;
const laboratoryCount = (count: number): string => (count === 1 ? 'one laboratory' : formatNumber(count, from.unit));

/** What stands in a plot without published runs. */
export const NO_RUNS = { text: 'no published runs at these settings', short: 'no published runs' } as const;
/** Returns that one of the two plots has no published runs, and the other has. */
const noRunsAlong = (key: PublishedPoint['along']): string =>
	`By the number of ${key === 'labelledCells' ? 'labels' : 'laboratories'} there are no published runs with these settings. Your own run is drawn alone there.`;

/** Returns what the published runs show, in one paragraph. */
export function summary(inputs: Inputs, points: readonly PublishedPoint[]): string {
	const sentences = (['labelledCells', 'laboratoriesBefore'] as const).flatMap((key) => {
		const on = points.filter(({ along }) => along === key);
		if (on.length === 0) return points.length > 0 ? [noRunsAlong(key)] : [];
		const fixed =
			key === 'labelledCells'
				? `Learning from ${laboratoryCount(inputs.laboratoriesBefore)}`
				: `With ${labelCount(inputs.labelledCells)} in all`;
		const said = [on[0]!, ...on.filter(({ value }) => value === inputs[key] && value !== on[0]!.value), on.at(-1)!]
			.filter((point, i, all) => all.indexOf(point) === i)
			.map(({ value, here, elsewhere }) => {
				const name = key === 'labelledCells' ? labelCount(value) : `from ${laboratoryCount(value)}`;
				return `${name}, ${percent(here.median)} right there and ${percent(elsewhere.median)} in new laboratories`;
			});
		return [`${fixed}, the median network gets: ${said.join('; ')}.`];
	});
	return sentences.length > 0
		? sentences.join(' ')
		: 'There are no published runs with these settings. Your own run is drawn alone.';
}

export const columns = [
	'Varied',
	'Value',
	'Where it learned: median',
	'Where it learned: lowest',
	'Where it learned: highest',
	'New laboratories: median',
	'New laboratories: lowest',
	'New laboratories: highest',
];

/** Returns the table behind the figure: a row for each published setting. */
export const rows = (points: readonly PublishedPoint[]): string[][] =>
	points.map(({ along, value, here, elsewhere }) => [
		along === 'labelledCells' ? 'labels' : 'laboratories',
		formatNumber(value, 'count'),
		...[here, elsewhere].flatMap(({ median, outcomes }) => [median, outcomes[0]!, outcomes.at(-1)!].map(percent)),
	]);

/** Returns the question to guess before a run: of what neither headline, verdict nor picture shows. */
export const question = (inputs: Inputs): string =>
	`A small network learns from ${labelCount(inputs.labelledCells)}, from ${laboratoryCount(inputs.laboratoriesBefore)}. How many cells does it then sort rightly in new laboratories whose slides have dark and light swapped? Half would be a coin toss.`;

/** Returns the result of the reader's run, in two sentences. */
export function resultText({ outputs }: RunResult<typeof experiment>): string {
	const { accuracyHere, accuracyNewLab, accuracyAlike, accuracySwapped, labelsForNinety } = outputs;
	const polarity =
		accuracySwapped === Infinity
			? ''
			: ` (${percent(accuracyAlike)} where dark and light are as in the first, ${percent(accuracySwapped)} where they are swapped)`;
	const ninety =
		labelsForNinety === Infinity
			? ''
			: ` ${formatNumber(labelsForNinety, labelled.unit)} were enough for nine in ten there.`;
	return `On unseen cells it is ${percent(accuracyHere)} right where it learned, and ${percent(accuracyNewLab)} in new laboratories${polarity}.${ninety}`;
}
