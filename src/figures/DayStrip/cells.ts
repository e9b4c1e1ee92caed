/** Pixels from one cell to the next before the strip is fitted to the page. */
export const CELL = 20;
/** Height of a strip as a share of its width, however many tasks there are: the view zooms out. */
export const STRIP = 4 / 25;
/** Returns the number of cells in a row. */
export function columnsFor(tasks: number): number {
	let columns = 1;
	while (Math.ceil(tasks / columns) / columns > STRIP) columns++;
	return columns;
}
const GAP = 4;

/** Scatters consecutive numbers (a 32-bit integer hash by Prospector): missed tasks look random but are the same at build and in the browser. */
function scattered(index: number): number {
	let h = index + 1;
	h = Math.imul(h ^ (h >>> 16), 0x21f0aaad);
	h = Math.imul(h ^ (h >>> 15), 0x735a2d97);
	return (h ^ (h >>> 15)) >>> 0;
}

/** Returns the cells in the order in which they are missed; both strips share it, so that they can be compared cell by cell. */
export const orderOf = (tasks: number): number[] =>
	Array.from({ length: tasks }, (_, i) => i).sort((a, b) => scattered(a) - scattered(b));

/** Returns the path of a cell filled from below by a share of its height. */
function square(place: number, share: number, columns: number): string {
	const side = CELL - GAP;
	const height = Math.round(side * share * 100) / 100;
	const [left, top] = [(place % columns) * CELL + GAP / 2, Math.floor(place / columns) * CELL + GAP / 2];
	return `M${left} ${top + side - height}h${side}v${height}h-${side}Z`;
}

/** Returns the outlines of missed tasks and the fills of covered ones; a task missed in part is filled in part. */
export function cellsOf(
	order: readonly number[],
	missed: number,
): { readonly missed: string; readonly covered: string } {
	const whole = Math.min(order.length, Math.floor(missed + 1e-9));
	const columns = columnsFor(order.length);
	const part = Math.min(1, Math.max(0, missed - whole));
	return {
		missed: order
			.slice(0, whole + 1)
			.map((place) => square(place, 1, columns))
			.join(''),
		covered: order
			.slice(whole)
			.map((place, i) => square(place, i === 0 ? 1 - part : 1, columns))
			.join(''),
	};
}
