import type { Plugin } from 'vite';

const NAME = '\0number-scales';

/** What D3's scales import of d3-interpolate, for numbers alone, with the same arithmetic. */
const CODE = `
export const interpolateNumber = (from, to) => {
	from = +from;
	to = +to;
	if (Number.isNaN(from) || Number.isNaN(to)) throw new TypeError('Scales run between numbers alone (src/build/number-scales.ts).');
	return (share) => from * (1 - share) + to * share;
};
export const interpolate = interpolateNumber;
export const interpolateRound = (from, to) => {
	const between = interpolateNumber(from, to);
	return (share) => Math.round(between(share));
};
export const piecewise = () => {
	throw new TypeError('No scale here is piecewise (src/build/number-scales.ts).');
};
`;

/**
 * Gives D3's scales interpolation of numbers alone. Theirs also runs between colours, dates, strings and transforms, which nothing
 * here asks of a scale, and which were a twentieth of the scripts.
 */
export const numberScales = (): Plugin => ({
	name: 'number-scales',
	enforce: 'pre',
	resolveId: (source, importer) =>
		source === 'd3-interpolate' && importer && /[\\/]d3-scale[\\/]/.test(importer) ? NAME : undefined,
	load: (id) => (id === NAME ? { code: CODE, moduleType: 'js' } : undefined),
});
