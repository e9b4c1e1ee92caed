import { CENTURY, doneAt, doublingSteps } from '../../models/software-explosion.model.ts';

/** Successive doublings within a century. */
export interface Staircase {
	/** Duration of each in months. */
	readonly steps: readonly number[];
	/** Months after which each is complete. */
	readonly done: readonly number[];
	/** Months after which the last doubling is complete. */
	readonly last: number;
	/** Why it ends: the wanted number is reached, the ceiling is reached, or the next doubling takes more than a century. */
	readonly end: 'wanted' | 'ceiling' | 'stuck';
}

export function staircaseOf(inputs: Parameters<typeof doublingSteps>[0], wanted: number): Staircase {
	const steps = doublingSteps(inputs, wanted);
	const done = doneAt(steps);
	const end = done.length < steps.length ? 'stuck' : steps.length < wanted ? 'ceiling' : 'wanted';
	return { steps, done, last: done.at(-1) ?? 0, end };
}

/** Returns the doublings that are done by a month at the pace of the first: software that does not feed itself. */
export const steadyBy = ({ steps: [first] }: Staircase, wanted: number, until: number): readonly number[] =>
	first === undefined
		? []
		: Array.from({ length: wanted }, (_, i) => (i + 1) * first).filter((month) => month <= until * (1 + 1e-9));

/** Returns the length of the x axis in months: the reader's staircase takes at least a third of it, the baseline's may exceed it. */
export function monthsDrawn({ last, end }: Staircase, essay: Staircase): number {
	const mine = end === 'stuck' ? Math.min(CENTURY, Math.max(3 * last, 12)) : 1.12 * last;
	return Math.max(mine, Math.min(1.12 * essay.last, 3 * last), 0.05);
}

/** Returns the corners of the staircase in months and doublings, level from the last step to `until`. */
export const cornersOf = ({ done }: Pick<Staircase, 'done'>, until: number): (readonly [number, number])[] => [
	...done.flatMap((month, i) => [[done[i - 1] ?? 0, i] as const, [month, i] as const, [month, i + 1] as const]),
	[until, done.length] as const,
];
