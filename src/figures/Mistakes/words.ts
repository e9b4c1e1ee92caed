import { formatNumber } from '../../engine/number-format.ts';
import type { ExperimentInputs } from '../../experiments/experiment.ts';
import experiment, { NETWORKS } from '../../experiments/mistakes.experiment.ts';
import type { RunResult } from '../../experiments/run-experiment.ts';
import { sweepQuantile, type Sweep } from '../../experiments/sweep.ts';

type Inputs = ExperimentInputs<typeof experiment>;
export type Teaching = Inputs['teaching'];
export const TEACHINGS = Object.keys(experiment.parameters.teaching.choices) as Teaching[];
export const NAMES: Readonly<Record<Teaching, string>> = { same: 'Same labels', other: 'Other labels' };

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

/** Returns the question to guess before a run. */
export const question = (inputs: Inputs): string =>
	`Eight networks learn from ${formatNumber(inputs.labelsEach, 'count')} labels each: ${inputs.teaching === 'same' ? 'all from the same' : 'each from others'}. How many unseen cells do all eight get wrong?`;

/** Returns the result of the reader's run, in two sentences. */
export function resultText({ outputs }: RunResult<typeof experiment>): string {
	const { oneMisses, anyMisses, allMiss, roundMissed, beanMissed } = outputs;
	return `One network gets ${percent(oneMisses)} of the cells wrong, at least one of eight ${percent(anyMisses)}, all eight ${percent(allMiss)}. Round nuclei to one side are missed ${percent(roundMissed)} of the time, beans in the middle ${percent(beanMissed)}.`;
}
