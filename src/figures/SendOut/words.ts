import { baselineOf } from '../../engine/model.ts';
import { formatNumber } from '../../engine/number-format.ts';
import type { ExperimentInputs } from '../../experiments/experiment.ts';
import type { RunResult } from '../../experiments/run-experiment.ts';
import experiment, { MOST_CASES } from '../../experiments/send-out.experiment.ts';
import type { Sweep } from '../../experiments/sweep.ts';
import model, { knownTo } from '../../models/fleet.model.ts';

type Inputs = ExperimentInputs<typeof experiment>;

/** What fleets of one size came to know, in the published runs. */
export interface PublishedFleet {
	readonly copies: number;
	readonly known: readonly number[];
}

/** Returns the published runs at these inputs, by size of fleet; none if the inputs are off the grid. */
export function publishedFleets(sweep: Sweep, inputs: Inputs): readonly PublishedFleet[] {
	const sizes = [...new Set(sweep.runs.map((run) => Number(run.inputs['copiesSent'])))].toSorted((a, b) => a - b);
	return sizes.flatMap((copies) => {
		const known = sweep.valuesAt({ ...inputs, copiesSent: copies }, 'knownTomorrow');
		return known.length === 0 ? [] : [{ copies, known }];
	});
}

/** Returns the exact expected share that a fleet of `copies` knows, by the model `fleet`. */
export const exactlyKnown = (inputs: Inputs, copies: number): number =>
	knownTo({ ...baselineOf(model), ...inputs }, copies);

export const share = (known: number): string => formatNumber(known, 'fraction', { digits: 3 });
export const copiesText = (copies: number): string => formatNumber(copies, 'instances');

/** Returns what the figure shows, in one paragraph. */
export function summary(inputs: Inputs, fleets: readonly PublishedFleet[]): string {
	const exact = `${copiesText(inputs.copiesSent)} that pool what they meet are expected to know ${share(exactlyKnown(inputs, inputs.copiesSent))} of tomorrow’s cases.`;
	if (fleets.length === 0) return `${exact} There are no published runs with these settings.`;
	const ends = fleets.map(
		({ copies, known }) => `${copiesText(copies)}: ${share(known[0]!)} to ${share(known.at(-1)!)}`,
	);
	return `${exact} In twenty simulated fleets it came to, with ${ends.join('; ')}.`;
}

export const columns = ['Copies', 'Expected share known', 'Simulated: least', 'Simulated: most'];

/** Returns the table behind the figure: a row for each published size of fleet. */
export const rows = (inputs: Inputs, fleets: readonly PublishedFleet[]): string[][] =>
	fleets.map(({ copies, known }) => [
		copiesText(copies),
		...[exactlyKnown(inputs, copies), known[0]!, known.at(-1)!].map(share),
	]);

/** Returns the question to guess before a run: of what neither headline, verdict nor picture shows. */
export const question = (inputs: Inputs): string =>
	`${copiesText(inputs.copiesSent)} meet ${formatNumber(inputs.casesPerCopy, 'cases')} each, of ${formatNumber(inputs.situations, 'kinds', { style: 'words' })}, and pool what they learn. How many kinds have they met by then?`;

/** Returns the result of the reader's run, in one or two sentences. */
export function resultText({ outputs }: RunResult<typeof experiment>, inputs: Inputs): string {
	const { knownTomorrow, kindsMet, copiesOut, lastNew } = outputs;
	const cut =
		copiesOut < inputs.copiesSent
			? ` A run ends here after ${formatNumber(MOST_CASES, 'cases', { style: 'words' })}.`
			: '';
	return `${copiesText(copiesOut)} met ${formatNumber(kindsMet, 'kinds')} and know ${share(knownTomorrow)} of tomorrow’s cases; the curve expects ${share(exactlyKnown(inputs, copiesOut))}. Of the last copy’s cases ${share(lastNew)} were new.${cut}`;
}
