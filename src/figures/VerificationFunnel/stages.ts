import type { InputsOf } from '../../engine/model.ts';
import model, { deliveredAfter } from '../../models/verification.model.ts';

/** Tasks that the picture follows. */
export const TASKS = 100;
/** Attempts that have a bar of their own; later ones share one. */
const SHOWN = 5;

interface Settled {
	readonly right: number;
	readonly wrong: number;
}

/** One attempt, or the last ones together, in tasks. */
export interface Stage {
	/** Numbers of its first and last attempt. */
	readonly first: number;
	readonly last: number;
	/** Settled before it, and once it is over. */
	readonly was: Settled;
	readonly is: Settled;
	readonly tried: number;
	/** Settled by it, and left. */
	readonly right: number;
	readonly wrong: number;
	readonly open: number;
}

export function stagesOf(inputs: InputsOf<typeof model>): Stage[] {
	const { attempts } = inputs;
	const after = (made: number): Settled => {
		const { right, wrong } = deliveredAfter(inputs, made);
		return { right: TASKS * right, wrong: TASKS * wrong };
	};
	return Array.from({ length: Math.min(attempts, SHOWN + 1) }, (_, i) => {
		const last = i === SHOWN ? attempts : i + 1;
		const [was, is] = [after(i), after(last)];
		return {
			first: i + 1,
			last,
			was,
			is,
			tried: TASKS - was.right - was.wrong,
			// What rounding would push below nothing is nothing.
			right: Math.max(0, is.right - was.right),
			wrong: Math.max(0, is.wrong - was.wrong),
			open: Math.max(0, TASKS - is.right - is.wrong),
		};
	});
}
