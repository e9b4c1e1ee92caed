import type { InputsOf } from '../../engine/model.ts';
import model, { doneAt, doublingSteps } from '../../models/software-explosion.model.ts';

/** A staircase of doublings, as many as are wanted or as can be had. */
export interface Climb {
	readonly wanted: number;
	/** Months that each step takes. */
	readonly steps: readonly number[];
	/** Months after which each is done, as far as a century goes. */
	readonly done: readonly number[];
	/** Months after which the last of them is. */
	readonly last: number;
	/** Why it ends before what is wanted, if it does. */
	readonly end: 'wanted' | 'ceiling' | 'century';
}

export function climbOf(inputs: InputsOf<typeof model>, wanted: number): Climb {
	const steps = doublingSteps(inputs, wanted);
	const done = doneAt(steps);
	const end = done.length < steps.length ? 'century' : steps.length < wanted ? 'ceiling' : 'wanted';
	return { wanted, steps, done, last: done.at(-1) ?? 0, end };
}

/** Corners of the staircase: months, and the doublings done by then. */
export const cornersOf = (
	{ done, last }: Climb,
	until: number,
): readonly (readonly [months: number, doublings: number])[] => [
	...done.flatMap(
		(end, i) =>
			[
				[done[i - 1] ?? 0, i],
				[end, i],
			] as const,
	),
	[last, done.length],
	[until, done.length],
];
