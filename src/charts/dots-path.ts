import type { PlotPoint } from './axis.ts';

/** Length of the line that draws a dot. Some programs draw no ends of a line without length. */
const LENGTH = 0.01;

/** Writes a distance with so many digits at most, without a zero before the point. */
const written = (distance: number, digits: number): string =>
	String(Number(distance.toFixed(digits))).replace(/^(-?)0\./, '$1.');

/**
 * Returns one path of very short lines, whose ends are the dots: a tenth of the markup of circles. Places are rounded to two digits
 * across and one down, and each is written from the one before it, which halves the path once more where dots stand in order.
 */
export function dotsPath(points: readonly PlotPoint[]): string {
	let [penX, penY] = [0, 0];
	return points
		.map(([toX, toY], i) => {
			const [x, y] = [Number(toX.toFixed(2)), Number(toY.toFixed(1))];
			const move = `${i === 0 ? 'M' : 'm'}${written(x - penX, 2)} ${written(y - penY, 1)}h${written(LENGTH, 2)}`;
			[penX, penY] = [x + LENGTH, y];
			return move;
		})
		.join('');
}
