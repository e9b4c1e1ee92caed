// Only ticks are taken of D3 here: its scales would bring colours, dates and interpolation along, half of what all charts weigh.
import { ticks as niceTicks } from 'd3';

/** One axis of a plot: what it shows, from where to where, and how a tick is written. */
export interface Axis {
	/** In a reader's words; a logarithmic axis says what a step means. */
	readonly title: string;
	readonly scale: 'linear' | 'log';
	readonly domain: readonly [number, number];
	readonly format: (value: number) => string;
	/** Where curves start at the axis's own zero, its first label gives way on a narrow screen. */
	readonly quietOrigin?: boolean;
	/** Where the ticks stand; chosen from the domain unless given. */
	readonly ticks?: readonly number[];
}

/** Data → percent of the plot's width or height, so that a chart is drawn for any width without being measured. */
export type Scale = (value: number) => number;

export function scaleOf({ scale, domain }: Axis, range: readonly [number, number]): Scale {
	const along = scale === 'log' ? Math.log : (value: number) => value;
	const [from, to] = [along(domain[0]), along(domain[1])];
	return (value) => {
		const position = range[0] + ((along(value) - from) / (to - from)) * (range[1] - range[0]);
		// A log scale has no place for zero; the page must never carry NaN. Three lengths off the plot is out of sight.
		return Number.isFinite(position) ? Math.round(Math.max(-300, Math.min(400, position)) * 100) / 100 : range[0];
	};
}

/** Ticks of an axis: at most seven; on a log axis whole orders, evenly apart. */
export function ticksOf({ scale, domain: [from, to], ticks }: Axis): readonly number[] {
	if (ticks) return ticks;
	if (scale === 'linear') return niceTicks(from, to, 6);
	const first = Math.ceil(Math.log10(from) - 1e-9);
	const last = Math.floor(Math.log10(to) + 1e-9);
	const every = Math.max(1, Math.ceil((last - first) / 6));
	return Array.from({ length: Math.floor((last - first) / every) + 1 }, (_, i) => 10 ** (first + i * every));
}

/** What a log axis says of itself: "each line is a hundred times the one below". */
export function stepInWords(ticks: readonly number[]): string {
	const orders = ticks.length < 2 ? 1 : Math.round(Math.log10(ticks[1]! / ticks[0]!));
	return ['', 'ten', 'a hundred', 'a thousand', 'ten thousand', 'a hundred thousand', 'a million'][orders] ?? `10 to the ${orders}`;
}

/** Leaves out of a line, in percent of the plot, each point that the line without it passes by nearer than can be seen. */
export function thin(points: readonly (readonly [number, number])[], nearest = 0.05): (readonly [number, number])[] {
	const [[x1, y1], [x2, y2]] = [points[0]!, points.at(-1)!];
	const length = Math.hypot(x2 - x1, y2 - y1) || 1;
	let [furthest, at] = [0, 0];
	points.forEach(([x, y], i) => {
		const away = Math.abs((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)) / length;
		if (away > furthest) [furthest, at] = [away, i];
	});
	if (furthest <= nearest) return points.length > 1 ? [points[0]!, points.at(-1)!] : [...points];
	return [...thin(points.slice(0, at + 1), nearest).slice(0, -1), ...thin(points.slice(at), nearest)];
}

/** Moves labels (percent of the height, any order) apart until none is nearer than `gap` to the next, as little as that takes. */
export function spread(positions: readonly number[], gap: number): number[] {
	const order = positions.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at);
	for (let pass = 0; pass < 50; pass++) {
		let moved = false;
		for (let i = 1; i < order.length; i++) {
			const overlap = gap - (order[i]!.at - order[i - 1]!.at);
			if (overlap <= 1e-6) continue;
			order[i]!.at += overlap / 2;
			order[i - 1]!.at -= overlap / 2;
			moved = true;
		}
		if (!moved) break;
	}
	const result: number[] = [];
	for (const { at, index } of order) result[index] = Math.round(at * 100) / 100;
	return result;
}
