import type { InputsOf } from '../../engine/model.ts';
import type model from '../../models/verification.model.ts';
import { deliveredAfter } from '../../models/verification.model.ts';

/** Tasks that are followed. */
export const TASKS = 100;
/** Attempts drawn one by one; later ones share a bar. */
const SHOWN = 5;

interface Delivered {
	readonly right: number;
	readonly wrong: number;
}
/** One attempt, or several that share a bar: what was settled before it, what is settled after it, and what it did itself. */
export interface Stage {
	readonly first: number;
	readonly last: number;
	readonly was: Delivered;
	readonly is: Delivered;
	readonly tried: number;
	readonly right: number;
	readonly wrong: number;
	/** Sent back, or after the last attempt given up. */
	readonly open: number;
}

function settledAfter(inputs: InputsOf<typeof model>, attempts: number): Delivered {
	const { right, wrong } = deliveredAfter(inputs, attempts);
	return { right: TASKS * right, wrong: TASKS * wrong };
}

/** A hundred tasks, tried and checked again and again. */
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
