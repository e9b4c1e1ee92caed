import { formatNumber } from '../../engine/number-format.ts';
import type { ExperimentInputs } from '../../experiments/experiment.ts';
import experiment from '../../experiments/shown-or-scored.experiment.ts';
import type { RunResult } from '../../experiments/run-experiment.ts';
import { sweepQuantile, type Sweep } from '../../experiments/sweep.ts';

type Inputs = ExperimentInputs<typeof experiment>;

/** The number of lessons in published runs: the median, and twenty equally likely runs, ascending. Infinity for never. */
interface Lessons {
	readonly median: number;
	readonly outcomes: readonly number[];
}
/** The published runs of a lock of so many steps. */
export interface PublishedLock {
	readonly steps: number;
	readonly shown: Lessons;
	readonly scored: Lessons;
}

const OUTCOMES = 20;
const lessonsIn = (values: readonly number[]): Lessons => ({
	median: sweepQuantile(values, 0.5),
	outcomes: Array.from({ length: OUTCOMES }, (_, i) => sweepQuantile(values, (i + 0.5) / OUTCOMES)),
});

/** Returns the published runs at these inputs, by number of steps; none if the inputs are off the grid. */
export function publishedLocks(sweep: Sweep, inputs: Inputs): readonly PublishedLock[] {
	const { min, max } = experiment.parameters.steps;
	return Array.from({ length: max - min + 1 }, (_, i) => min + i).flatMap((steps) => {
		const [shown, scored] = (['shownToHalf', 'scoredToHalf'] as const).map((key) =>
			sweep.valuesAt({ ...inputs, steps }, key),
		) as [readonly number[], readonly number[]];
		return shown.length === 0 ? [] : [{ steps, shown: lessonsIn(shown), scored: lessonsIn(scored) }];
	});
}

const { shownToHalf, scoredToHalf } = experiment.outputs;
export const lessons = (count: number): string => formatNumber(count, shownToHalf.unit);
export const tries = (count: number): string => formatNumber(count, scoredToHalf.unit, { never: scoredToHalf.never });

/** Returns what the published runs show, in one paragraph. */
export function summary(
	{ steps, choices, demonstrationsFirst, scoreEveryStep }: Inputs,
	locks: readonly PublishedLock[],
): string {
	const here = locks.find((lock) => lock.steps === steps);
	const lock = `a lock of ${formatNumber(steps, 'steps')} with ${formatNumber(choices, 'choices')} at each`;
	if (!here) return `There are no published runs of ${lock} with these settings. Your own run is drawn alone.`;
	const start = demonstrationsFirst > 0 ? ` after ${lessons(demonstrationsFirst)}` : '';
	const scored = scoreEveryStep === 'on' ? 'Scored at each step' : 'Scored at the end';
	const ends = locks.length > 1 ? [locks[0]!, locks.at(-1)!] : [];
	return [
		`Of ${lock}: shown what is right, half of the pupils need up to ${lessons(here.shown.median)} until they open it every other time.`,
		`${scored}${start}, half of them need up to ${tries(here.scored.median)}.`,
		...ends.map(
			(lock) =>
				`With ${formatNumber(lock.steps, 'steps')}: ${lessons(lock.shown.median)}, or ${tries(lock.scored.median)}.`,
		),
	].join(' ');
}

export const columns = [
	'Steps',
	'Shown: the quickest twentieth',
	'Shown: median',
	'Shown: the slowest twentieth',
	'Scored: the quickest twentieth',
	'Scored: median',
	'Scored: the slowest twentieth',
];

/** Returns the table behind the figure: a row for each number of steps. */
export const rows = (locks: readonly PublishedLock[]): string[][] =>
	locks.map(({ steps, shown, scored }) => [
		String(steps),
		...[shown.outcomes[0]!, shown.median, shown.outcomes.at(-1)!].map(lessons),
		...[scored.outcomes[0]!, scored.median, scored.outcomes.at(-1)!].map(tries),
	]);

/** Returns the question to guess before a run: of what neither headline, verdict nor picture shows. */
export const question = (inputs: Inputs): string =>
	`A pupil tries a lock of ${formatNumber(inputs.steps, 'steps')} with ${formatNumber(inputs.choices, 'choices')} at each, and is told ${inputs.scoreEveryStep === 'on' ? 'at each step whether it was right' : 'only “open” or “not”'}. How many of its tries open the lock once it has had a thousand?`;

/** Returns the result of the reader's run, in one or two sentences. */
export function resultText({ outputs }: RunResult<typeof experiment>): string {
	const { shownToHalf: shown, scoredToHalf: scored } = outputs;
	return `Shown what is right, it opened the lock every other time after ${lessons(shown)}. Scored, after ${tries(scored)}.`;
}
