import { CENTURY, doneAt, doublingSteps } from '../../models/software-explosion.model.ts';

/** Doublings one after another, as far as a century goes. */
export interface Staircase {
	/** Months that each takes. */
	readonly steps: readonly number[];
	/** Months after which each is done. */
	readonly done: readonly number[];
	/** Months after which the last that comes is done. */
	readonly last: number;
	/** Why it ends where it does: all that was wanted, the ceiling, or a next step that does not come within a century. */
	readonly end: 'wanted' | 'ceiling' | 'stuck';
}

export function staircaseOf(inputs: Parameters<typeof doublingSteps>[0], wanted: number): Staircase {
	const steps = doublingSteps(inputs, wanted);
	const done = doneAt(steps);
	const end = done.length < steps.length ? 'stuck' : steps.length < wanted ? 'ceiling' : 'wanted';
	return { steps, done, last: done.at(-1) ?? 0, end };
}

/** Months along the bottom: the reader's staircase fills the chart; the essay's may narrow it to a third, no further. */
export function monthsDrawn({ last, end }: Staircase, essay: Staircase): number {
	const mine = end === 'stuck' ? Math.min(CENTURY, Math.max(3 * last, 12)) : 1.12 * last;
	return Math.max(mine, Math.min(1.12 * essay.last, 3 * last), 0.05);
}

/** Corners of the staircase in months and doublings, level from the last step `until` the end. */
export const cornersOf = ({ done }: Staircase, until: number): (readonly [number, number])[] => [
	...done.flatMap((month, i) => [[done[i - 1] ?? 0, i] as const, [month, i] as const, [month, i + 1] as const]),
	[until, done.length] as const,
];
