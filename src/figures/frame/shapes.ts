export const SVG = 'http://www.w3.org/2000/svg';

/** Rounds to a hundredth of a pixel. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;

export function make(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
	const element = document.createElementNS(SVG, name);
	for (const [key, value] of Object.entries(attributes))
		element.setAttribute(key, typeof value === 'number' ? String(rounded(value)) : value);
	return element;
}

/** Returns a path whose horizontal and vertical lines (H, h and V) are written as L, and whose relative moves (m) as M. */
function withLines(d: string): string {
	if (!/[HVhm]/.test(d)) return d;
	let [x, y, startX, startY] = [0, 0, 0, 0];
	return d.replace(/([MLHVQCZhm])([^MLHVQCZhm]*)/g, (command, name: string, list: string) => {
		const numbers = Array.from(list.matchAll(/-?[\d.]+(?:e-?\d+)?/g), ([number]) => Number(number));
		const [first = 0, second = 0] = numbers.slice(-2);
		if (name === 'Z') [x, y] = [startX, startY];
		else if (name === 'H') x = first;
		else if (name === 'h') x += first;
		else if (name === 'V') y = first;
		else if (name === 'm') [x, y] = [x + first, y + second];
		else [x, y] = [first, second];
		if (name === 'M' || name === 'm') [startX, startY] = [x, y];
		return name === 'm' ? `M${x} ${y}` : /[HVh]/.test(name) ? `L${x} ${y}` : command;
	});
}

/**
 * Returns a path with its coordinates transformed; undefined if it has commands other than absolute M, L, H, V, Q, C and Z, and the
 * relative m and h of dots, of one place each.
 */
export function placed(d: string, at: DOMMatrix): string | undefined {
	if (/[^MLHVQCZhm\d\s.,e+-]/.test(d)) return undefined;
	return withLines(d).replace(/(-?[\d.]+(?:e-?\d+)?)[\s,]*(-?[\d.]+(?:e-?\d+)?)/g, (_, x: string, y: string) => {
		const point = new DOMPoint(Number(x), Number(y)).matrixTransform(at);
		return ` ${rounded(point.x)},${rounded(point.y)}`;
	});
}

/** Returns the dashes of a stroke in pixels. On the page they may be counted in parts of the whole path (`pathLength`), which slide programs ignore. */
export function dashesOf(
	element: SVGGeometryElement,
	{ strokeDasharray, strokeDashoffset }: CSSStyleDeclaration,
): Readonly<Record<string, string>> {
	if (strokeDasharray === 'none') return {};
	const parts = element.pathLength.baseVal;
	const unit = parts > 0 ? element.getTotalLength() / parts : 1;
	const inPixels = (lengths: string) =>
		Array.from(lengths.matchAll(/-?[\d.]+(e-?\d+)?/g), ([length]) => rounded(Number(length) * unit)).join(' ');
	return {
		'stroke-dasharray': inPixels(strokeDasharray),
		...(parseFloat(strokeDashoffset) !== 0 && { 'stroke-dashoffset': inPixels(strokeDashoffset) }),
	};
}
