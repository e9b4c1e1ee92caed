import type { InputsOf, OutputsOf, Path } from '../../engine/model.ts';
import { formatNumber } from '../../engine/number-format.ts';
import type model from '../../models/impressive-useful.model.ts';
import { DONE, impressiveAt, NOW, usefulAt } from '../../parameters/abilities.ts';
import type { DatedPoint } from '../../sources/dated-point.ts';

/** A test of real work, and the shares reached in it. */
export interface Series {
	readonly id: 'gdpval' | 'rli';
	readonly test: string;
	/** The test, and whether its result is only reported. */
	readonly name: string;
	readonly points: readonly DatedPoint[];
}

export const yearText = (year: number): string => formatNumber(year, 'year');
const inYear = (year: number) => (Number.isFinite(year) ? `in ${yearText(year)}` : 'never');
export const yearsText = (years: number): string => formatNumber(years, 'yr');
export const shareText = (share: number, digits = 2): string => formatNumber(share, 'fraction', { digits });

/** Returns the two tests: briefs (gdpval) and whole projects (rli). */
export const seriesOf = (points: readonly DatedPoint[]): readonly [Series, Series] => {
	const series = (id: Series['id'], test: string): Series => {
		const own = points.filter((point) => point.series === id);
		return { id, test, points: own, name: own.some(({ reported }) => reported) ? `${test}, reported` : test };
	};
	return [series('gdpval', 'GDPval'), series('rli', 'Remote Labor Index')];
};

/** Factor by which a curve may miss a measured point before its past is drawn grey. */
const MISSED = 1.5;
/** Factor beyond which a miss is not counted further. */
const MOST = 1000;

/** A test that a curve misses before `NOW`, and the largest factor between the two. */
export interface Miss {
	readonly id: Series['id'];
	readonly test: string;
	readonly factor: number;
}

/** Returns the tests whose points before `NOW` the curves miss by more than `MISSED`. */
export const missesOf = (inputs: InputsOf<typeof model>, series: readonly Series[]): readonly Miss[] =>
	series.flatMap(({ id, test, points }) => {
		const curve = id === 'gdpval' ? impressiveAt : usefulAt;
		const factors = points
			.filter(({ year }) => year < NOW)
			.map(({ year, value }) => Math.exp(Math.abs(Math.log(curve(inputs, year) / value))));
		const factor = Math.max(1, ...factors);
		return factor > MISSED ? [{ id, test, factor }] : [];
	});

const factorText = (factor: number): string =>
	factor > MOST ? `more than ${formatNumber(MOST, '×')}` : formatNumber(factor, '×', { digits: 2 });

/** Returns by how much the curves miss what was measured before `NOW`; empty if they miss nothing. */
export const missText = (misses: readonly Miss[]): string =>
	misses.length === 0
		? ''
		: ` Before ${NOW} what was measured counts, which our curves miss by up to ${misses
				.map(({ test, factor }) => `${factorText(factor)} (${test})`)
				.join(' and ')}.`;

/** Returns the lag, with the useful year if that is beyond the last drawn year or infinite. */
export const lagText = (lag: number, usefulYear: number, last: number): string => {
	const years = Number.isFinite(lag) ? yearsText(lag) : '';
	if (usefulYear <= last) return years;
	return `${years ? `${years}, to ` : 'useful: '}${yearText(usefulYear)}`;
};

/** Returns what the figure shows, in one paragraph. */
export function summary(
	{ impressiveNow, usefulNow, impressiveYear, usefulYear, lagYears }: OutputsOf<typeof model>,
	series: readonly Series[],
	misses: readonly Miss[],
): string {
	const later = Number.isFinite(lagYears) ? `, ${yearsText(lagYears)} later` : '';
	const passes = `What tests see passes ${shareText(DONE)} ${inYear(impressiveYear)}, the whole job ${inYear(usefulYear)}${later}.`;
	const stand = `In ${NOW} they stand at ${shareText(impressiveNow)} and ${shareText(usefulNow)}.`;
	const reached = series.map(
		({ name, points }) => `${name}, ${points.map(({ value, date }) => `${shareText(value, 3)} (${date})`).join(', ')}`,
	);
	return `${passes} ${stand} Laid over them: ${reached.join('; ')}.${missText(misses)}`;
}

export const columns = ['Date', 'Impressive', 'Useful', 'Source'];

/** Returns the table behind the figure: our curves every five years, up to the last of the picture, then what was measured. */
export function rows(impressive: Path, useful: Path, last: number, points: readonly DatedPoint[]): string[][] {
	const levels = new Map(useful);
	const ours = impressive
		.filter(([year]) => year % 5 === 0 && year <= last)
		.map(([year, level]) => [yearText(year), shareText(level), shareText(levels.get(year)!), 'our curves']);
	const measured = points.map(({ series, date, label, reported, value, source }) => {
		const cell = `${reported ? 'reported ' : ''}${shareText(value, 3)}`;
		return [`${date}, ${label}`, ...(series === 'gdpval' ? [cell, ''] : ['', cell]), source];
	});
	return [...ours, ...measured];
}
