export const SVG = 'http://www.w3.org/2000/svg';

/** A hundredth of a pixel is finer than any screen. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;

export function make(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
	const element = document.createElementNS(SVG, name);
	for (const [key, value] of Object.entries(attributes))
		element.setAttribute(key, typeof value === 'number' ? String(rounded(value)) : value);
	return element;
}

/** A path with its places multiplied out: M, L, Q, C and Z, in absolute places, which is all that our charts and letters are made of; undefined for any other. */
export function placed(d: string, at: DOMMatrix): string | undefined {
	if (/[^MLQCZ\d\s.,e+-]/.test(d)) return undefined;
	return d.replace(/(-?[\d.]+(?:e-?\d+)?)[\s,]*(-?[\d.]+(?:e-?\d+)?)/g, (_, x: string, y: string) => {
		const point = new DOMPoint(Number(x), Number(y)).matrixTransform(at);
		return ` ${rounded(point.x)},${rounded(point.y)}`;
	});
}
