import type { Plugin } from 'vite';

/** What D3's scales import of d3-interpolate, for numbers alone, with the same arithmetic. */
const INTERPOLATE = `
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

/** What they import of d3-format: `tickFormat` is the one method that uses it. */
const FORMAT = `
const none = () => {
	throw new TypeError('Scales format no ticks here: use formatNumber (src/build/number-scales.ts).');
};
export { none as format, none as formatPrefix, none as formatSpecifier, none as precisionFixed, none as precisionPrefix, none as precisionRound };
`;

/** What takes the place of each import of D3's scales. */
const replacements: ReadonlyMap<string, string> = new Map([
	['d3-interpolate', INTERPOLATE],
	['d3-format', FORMAT],
]);
const PREFIX = '\0number-scales:';

/**
 * Gives D3's scales interpolation of numbers alone, and no format of ticks. Theirs also run between colours, dates, strings and
 * transforms, and write numbers in every locale, which nothing here asks of a scale, and which were a fifteenth of the scripts.
 */
export const numberScales = (): Plugin => ({
	name: 'number-scales',
	enforce: 'pre',
	resolveId: (source, importer) =>
		replacements.has(source) && importer && /[\\/]d3-scale[\\/]/.test(importer) ? `${PREFIX}${source}` : undefined,
	load: (id) => {
		const code = id.startsWith(PREFIX) ? replacements.get(id.slice(PREFIX.length)) : undefined;
		return code === undefined ? undefined : { code, moduleType: 'js' };
	},
});
