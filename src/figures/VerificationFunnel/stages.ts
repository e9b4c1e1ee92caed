import type { InputsOf } from '../../engine/model.ts';
import type model from '../../models/verification.model.ts';
import { deliveredAfter } from '../../models/verification.model.ts';

/** Number of tasks that the funnel follows. */
export const TASKS = 100;
/** Number of attempts with a bar each; later ones share one bar. */
const SHOWN = 5;

interface Delivered {
	readonly right: number;
	readonly wrong: number;
}
/** One attempt, or several that share a bar: tasks settled before and after it, and its own results. */
export interface Stage {
	readonly first: number;
	readonly last: number;
	readonly was: Delivered;
	readonly is: Delivered;
	readonly tried: number;
	readonly right: number;
	readonly wrong: number;
	/** Tasks sent back, or given up after the last attempt. */
	readonly open: number;
}

function settledAfter(inputs: InputsOf<typeof model>, attempts: number): Delivered {
	const { right, wrong } = deliveredAfter(inputs, attempts);
	return { right: TASKS * right, wrong: TASKS * wrong };
}

/** Returns the stages of a hundred tasks. */
export const stagesOf = (inputs: InputsOf<typeof model>): readonly Stage[] =>
	Array.from({ length: Math.min(inputs.attempts, SHOWN + 1) }, (_, i) => {
		const last = i === SHOWN ? inputs.attempts : i + 1;
		const [was, is] = [settledAfter(inputs, i), settledAfter(inputs, last)];
		return {
			first: i + 1,
			last,
			was,
			is,
			tried: TASKS - was.right - was.wrong,
			right: Math.max(0, is.right - was.right),
			wrong: Math.max(0, is.wrong - was.wrong),
			open: Math.max(0, TASKS - is.right - is.wrong),
		};
	});

/** The tasks of one attempt, or all of them at the end, each by its place from 0 to 99; a task keeps its place while it falls. */
export interface Places {
	readonly right: readonly number[];
	readonly open: readonly number[];
	readonly wrong: readonly number[];
}
const from = (start: number, end: number) => Array.from({ length: Math.max(0, end - start) }, (_, i) => start + i);

/** Returns the places of whole tasks: what was accepted and is right from the left, what was accepted and is wrong from the right. */
export function placesOf({ was, is }: Pick<Stage, 'was' | 'is'>): Places {
	const right = [Math.round(was.right), Math.round(is.right)] as const;
	// Where nothing is open, both counts may round up.
	const wrong = [was, is].map((settled, i) => Math.min(Math.round(settled.wrong), TASKS - right[i]!));
	return {
		right: from(right[0], right[1]),
		open: from(right[1], TASKS - wrong[1]!),
		wrong: from(TASKS - wrong[1]!, TASKS - wrong[0]!),
	};
}

/** Tasks above one another in a row. */
const LINES = 2;
/** Returns where a task stands: percent of the width, and the line of its row. */
export const spotOf = (place: number) => ({
	x: ((Math.floor(place / LINES) + 0.5) * 100 * LINES) / TASKS,
	line: place % LINES,
});
