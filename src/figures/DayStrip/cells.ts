const COLUMNS = 25;
/** Side of a cell, in units of the strip’s own box, and the room round the square in it. */
const CELL = 20;
const AROUND = 2;

/** Scatters consecutive numbers (Prospector’s 32-bit hash): which task is missed must look like chance and be the same at build and in the browser. */
function hash(index: number): number {
	let h = index + 1;
	h = Math.imul(h ^ (h >>> 16), 0x21f0aaad);
	h = Math.imul(h ^ (h >>> 15), 0x735a2d97);
	return (h ^ (h >>> 15)) >>> 0;
}

/** A square in its cell, filled from below to a share of its height. */
function square(place: number, share: number): string {
	const side = CELL - 2 * AROUND;
	const height = Math.round(side * share * 100) / 100;
	const left = (place % COLUMNS) * CELL + AROUND;
	const bottom = Math.floor(place / COLUMNS) * CELL + AROUND + side;
	return `M${left} ${bottom - height}h${side}v${height}h-${side}Z`;
}

/** The box of a strip of so many tasks. */
export const boxOf = (tasks: number): string => `0 0 ${COLUMNS * CELL} ${Math.ceil(tasks / COLUMNS) * CELL}`;

/**
 * Outlines of the missed tasks and fillings of the covered ones; the last task missed in part is filled in part. Tasks are
 * missed in one order whatever the strip, so that two can be compared cell by cell.
 */
export function cellsOf(tasks: number, missed: number): { readonly missed: string; readonly covered: string } {
	const order = Array.from({ length: tasks }, (_, i) => i).sort((a, b) => hash(a) - hash(b));
	const whole = Math.min(tasks, Math.floor(missed + 1e-9));
	const part = Math.min(1, Math.max(0, missed - whole));
	return {
		missed: order
			.slice(0, whole + 1)
			.map((place) => square(place, 1))
			.join(''),
		covered: order
			.slice(whole)
			.map((place, i) => square(place, i === 0 ? 1 - part : 1))
			.join(''),
	};
}
