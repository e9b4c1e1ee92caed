import revenueRows from '../../content/data/lab-revenue.csv?columns=date,series,value';
import usefulnessRows from '../../content/data/usefulness.csv?columns=date,series,share';
import { gaussian } from '../engine/gaussian.ts';
import { impressiveAt, usefulAt } from './abilities.ts';
import { QUARTERS, revenueOver, START, type Adoption } from './adoption.ts';

export interface Observing extends Adoption {
	readonly testedShare: number;
}
export interface Counting {
	readonly modelError: number;
	readonly recordUntil: number;
	readonly wholeProjects: 'off' | 'on';
	readonly clearBriefs: 'off' | 'on';
}

/** Something that was reported. Revenue is in billions a year; the others are shares. */
export interface Reported {
	readonly kind: 'revenue' | 'wholeProjects' | 'clearBriefs';
	/** Calendar year with its fraction: the middle of the reported month. */
	readonly year: number;
	readonly value: number;
}

/** The middle of a month such as 2026-08; undefined for a bare year, which dates nothing. */
export function middleOfMonth(date: string): number | undefined {
	const [year, month] = date.split('-').map(Number);
	return month === undefined ? undefined : year! + (month - 0.5) / 12;
}

const dated = (kind: Reported['kind'], date: string, value: string): Reported[] => {
	const year = middleOfMonth(date);
	return year === undefined ? [] : [{ kind, year, value: Number(value) }];
};

/** Every report in the same order, whatever the order of the file: so that sums come out the same to the last bit. */
export const inOrder = (reports: readonly Reported[]): readonly Reported[] =>
	reports.toSorted((a, b) => a.year - b.year || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0) || a.value - b.value);

/** What has been reported of both labs together, of whole projects, and of clear briefs (content/data/). */
export const reported: readonly Reported[] = inOrder([
	...revenueRows.filter(({ series }) => series === 'both').flatMap(({ date, value }) => dated('revenue', date, value)),
	...usefulnessRows.flatMap(({ date, series, share }) =>
		dated(series === 'rli' ? 'wholeProjects' : 'clearBriefs', date, share),
	),
]);

/** Those of them that the switches let count, whatever their date. */
export const reportsOf = (
	{ wholeProjects: projects, clearBriefs: briefs }: Pick<Counting, 'wholeProjects' | 'clearBriefs'>,
	reports: readonly Reported[] = reported,
): readonly Reported[] =>
	reports.filter(({ kind }) => kind === 'revenue' || (kind === 'wholeProjects' ? projects : briefs) === 'on');

/** Least revenue, in billions, whose logarithm is taken; and how near to 0 and 1 a share comes before its odds are. */
const LEAST = 1e-300;
const NEARLY_ALL = 1 - 1e-16;
const logit = (share: number): number => {
	const inside = Math.min(NEARLY_ALL, Math.max(LEAST, share));
	return Math.log(inside) - Math.log1p(-inside);
};

/**
 * How far the forecast lies from each report: for revenue in logarithms, read between its quarters on a straight line of
 * logarithms; for shares in logarithms of odds.
 */
export function residualsOf(
	inputs: Observing,
	reports: readonly Reported[],
	into = new Float64Array(reports.length),
): Float64Array {
	const newest = reports.reduce(
		(latest, { kind, year }) => (kind === 'revenue' ? Math.max(latest, year) : latest),
		START,
	);
	const revenue = revenueOver(inputs, START + (Math.floor((newest - START) * QUARTERS) + 1) / QUARTERS);
	reports.forEach(({ kind, year, value }, i) => {
		if (kind === 'revenue') {
			const place = (year - START) * QUARTERS;
			const quarter = Math.floor(place);
			const log = (j: number) => Math.log(Math.max(LEAST, revenue[j]!));
			const share = place - quarter;
			into[i] = (1 - share) * log(quarter) + share * log(quarter + 1) - Math.log(value);
		} else
			into[i] = logit(kind === 'wholeProjects' ? usefulAt(inputs, year) : impressiveAt(inputs, year)) - logit(value);
	});
	return into;
}

/** Years over which the forecast's error is remembered: what it misses today it misses alike for a while. */
const MEMORY = 2;
/** Error of a report of revenue by itself, as a deviation of its logarithm. */
const REPORTING = 0.15;

/** Covariance of the forecast's own error at two dates so many years apart. */
const sharedError = (error: number, years: number): number =>
	Math.log(error) ** 2 * Math.exp(-Math.abs(years) / MEMORY);

/** How the residuals of reports would scatter if the settings were right: the model's error, remembered, and the report's own. */
export const covarianceOf = (error: number, reports: readonly Reported[]): number[][] =>
	reports.map((a, i) =>
		reports.map((b, j) => {
			if (a.kind !== 'revenue' || b.kind !== 'revenue') return i === j ? 1 : 0;
			return sharedError(error, a.year - b.year) + (i === j ? REPORTING ** 2 : 0);
		}),
	);

/** Logarithm of the likelihood of the reports up to a date, as a function of the residuals of all of them; 0 where there are none. */
export function likelihoodOf(
	{ modelError, recordUntil }: Pick<Counting, 'modelError' | 'recordUntil'>,
	reports: readonly Reported[],
): (residuals: ArrayLike<number>) => number {
	// In order of date, so that those up to a date are the first ones.
	const counted = reports.filter(({ year }) => year <= recordUntil);
	return gaussian(covarianceOf(modelError, counted)).logDensity;
}

/**
 * What would be reported of revenue at another date, beside what a run has there: the factor's logarithm, as its middle (from
 * the run's residuals, since what it missed lately it is likely to miss alike) and its deviation.
 */
export function reportBeside(
	{ modelError, recordUntil }: Pick<Counting, 'modelError' | 'recordUntil'>,
	reports: readonly Reported[],
	year: number,
): { readonly middle: (residuals: ArrayLike<number>) => number; readonly deviation: number } {
	const counted = reports.filter((report) => report.year <= recordUntil);
	const { whiten } = gaussian(covarianceOf(modelError, counted));
	const shared = whiten(
		counted.map((report) => (report.kind === 'revenue' ? sharedError(modelError, report.year - year) : 0)),
	);
	const missed = new Float64Array(counted.length);
	return {
		middle(residuals) {
			whiten(residuals, missed);
			return 0 - shared.reduce((sum, x, i) => sum + x * missed[i]!, 0);
		},
		deviation: Math.sqrt(sharedError(modelError, 0) + REPORTING ** 2 - shared.reduce((sum, x) => sum + x * x, 0)),
	};
}
