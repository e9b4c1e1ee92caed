import { countInWords, formatNumber } from '../../engine/number-format.ts';
import type { ExperimentInputs } from '../../experiments/experiment.ts';
import experiment, { isWrong, NETWORKS } from '../../experiments/mistakes.experiment.ts';
import type { RunResult } from '../../experiments/run-experiment.ts';
import { sweepQuantile, type Sweep } from '../../experiments/sweep.ts';

type Inputs = ExperimentInputs<typeof experiment>;
export type Teaching = Inputs['teaching'];
export const TEACHINGS = Object.keys(experiment.parameters.teaching.choices) as Teaching[];
export const NAMES: Readonly<Record<Teaching, string>> = { same: 'Same labels', other: 'Other labels' };

/** The cells of a run that some network gets wrong: for each, which networks do. Those first that the first network gets wrong. */
export type Missed = readonly number[];
export const missedOf = (wrong: readonly number[]): Missed =>
	wrong.filter((networks) => networks > 0).toSorted((a, b) => b - a);

/** Returns the number of columns up to the last mistake of each network: how far the mistakes spread. */
export const spreadOf = (missed: Missed): readonly number[] =>
	Array.from({ length: NETWORKS }, (_, network) => missed.findLastIndex((wrong) => isWrong(wrong, network)) + 1);

/** The cells of the published run with the first seed, at one setting. */
export interface PublishedCells extends Pick<Inputs, 'teaching' | 'labelsEach'> {
	/** Two hexadecimal digits for each cell. */
	readonly missed: string;
}
export const packed = (missed: Missed): string => missed.map((wrong) => wrong.toString(16).padStart(2, '0')).join('');
export const unpacked = (text: string): Missed => (text.match(/../g) ?? []).map((pair) => parseInt(pair, 16));

/**
 * Cells of the published run at the essay's own settings, by their place among the cells shown: all networks get the hard ones wrong, and none
 * the others.
 */
export const JUDGED: readonly { readonly cell: number; readonly isHard: boolean }[] = [
	{ cell: 94, isHard: true },
	{ cell: 8, isHard: false },
	{ cell: 53, isHard: true },
	{ cell: 9, isHard: false },
	{ cell: 38, isHard: true },
	{ cell: 12, isHard: false },
];
/** Returns how a reader judged those cells, beside the networks. */
export function judgedText(hard: number, easy: number): string {
	const each = JUDGED.filter(({ isHard }) => isHard).length;
	const score = `Of ${countInWords(each)} cells that all eight networks get wrong you judged ${countInWords(hard)} rightly; of ${countInWords(each)} that they all get right, ${countInWords(easy)}.`;
	return hard > easy - 2
		? `${score} What is hard for them was not much harder for you: their mistakes come from their labels, and yours do not.`
		: `${score} You and they find the same cells hard.`;
}

/** Shares of cells that are got wrong in published runs, of which there is one for each output drawn. */
export interface PublishedBar {
	readonly teaching: Teaching;
	readonly output: (typeof DRAWN)[number];
	readonly median: number;
	readonly outcomes: readonly number[];
}
export const DRAWN = ['oneMisses', 'anyMisses', 'allMiss'] as const;
export const SAID: Readonly<Record<(typeof DRAWN)[number], string>> = {
	oneMisses: 'one network',
	anyMisses: `any of ${formatNumber(NETWORKS, 'count')}`,
	allMiss: 'all of them',
};

/** Names of the rows. */
export const SHORT: Readonly<Record<(typeof DRAWN)[number], string>> = {
	oneMisses: 'one',
	anyMisses: 'any',
	allMiss: 'all',
};
const ENDINGS = ['th', 'st', 'nd', 'rd'];
export const ordinal = (count: number): string => `${count}${ENDINGS[count] ?? 'th'}`;

/** Returns the published runs at these inputs for both ways of teaching; none if the inputs are off the grid. */
export const publishedBars = (sweep: Sweep, inputs: Inputs): readonly PublishedBar[] =>
	TEACHINGS.flatMap((teaching) =>
		DRAWN.flatMap((output) => {
			const outcomes = sweep.valuesAt({ ...inputs, teaching }, output);
			return outcomes.length === 0 ? [] : [{ teaching, output, median: sweepQuantile(outcomes, 0.5), outcomes }];
		}),
	);

export const percent = (share: number): string => formatNumber(share, 'fraction');

/** Returns what the published runs show, in one paragraph. */
export function summary({ labelsEach }: Inputs, bars: readonly PublishedBar[]): string {
	if (bars.length === 0) return 'There are no published runs with these settings. Your own run is drawn alone.';
	const said = TEACHINGS.map((teaching) => {
		const of = bars.filter((bar) => bar.teaching === teaching);
		return `${NAMES[teaching]}: ${of.map(({ output, median }) => `${SAID[output]} ${percent(median)}`).join(', ')}`;
	});
	return `Unseen cells that are got wrong, median of twenty runs, with ${formatNumber(labelsEach, 'count')} labels for each network. ${said.join('. ')}.`;
}

export const columns = ['Taught with', 'Got wrong by', 'Median', 'Lowest', 'Highest'];

/** Returns the table behind the figure: a row for each bar. */
export const rows = (bars: readonly PublishedBar[]): string[][] =>
	bars.map(({ teaching, output, median, outcomes }) => [
		NAMES[teaching],
		SAID[output],
		...[median, outcomes[0]!, outcomes.at(-1)!].map(percent),
	]);

/** Returns the question to guess before a run: of what neither headline, verdict nor picture shows. */
export const question = (inputs: Inputs): string =>
	`Eight networks learn from ${formatNumber(inputs.labelsEach, 'count')} labels each: ${inputs.teaching === 'same' ? 'all from the same' : 'each from others'}. Of the cells that only look like macrophages, round nuclei to one side, how many does one network get wrong?`;

/** Returns the result of the reader's run, in two sentences. */
export function resultText({ outputs }: RunResult<typeof experiment>): string {
	const { oneMisses, anyMisses, allMiss, roundMissed, beanMissed } = outputs;
	return `One network gets ${percent(oneMisses)} of the cells wrong, at least one of eight ${percent(anyMisses)}, all eight ${percent(allMiss)}. Round nuclei to one side are missed ${percent(roundMissed)} of the time, beans in the middle ${percent(beanMissed)}.`;
}
