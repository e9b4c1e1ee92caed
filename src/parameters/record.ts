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

/** A reported figure. Revenue is in billions of dollars a year; the other kinds are shares. */
export interface Reported {
	readonly kind: 'revenue' | 'wholeProjects' | 'clearBriefs';
	/** Calendar year with its fraction: the middle of the reported month. */
	readonly year: number;
	readonly value: number;
}

/**
 * Returns the middle of a month such as 2026-08 as a calendar year; undefined for a bare year, which is too imprecise
 * to date a report.
 */
export function middleOfMonth(date: string): number | undefined {
	const [year, month] = date.split('-').map(Number);
	return month === undefined ? undefined : year! + (month - 0.5) / 12;
}

const dated = (kind: Reported['kind'], date: string, value: string): Reported[] => {
	const year = middleOfMonth(date);
	return year === undefined ? [] : [{ kind, year, value: Number(value) }];
};

/** Sorts reports so that floating-point sums do not depend on the order of the file. */
export const inOrder = (reports: readonly Reported[]): readonly Reported[] =>
	reports.toSorted((a, b) => a.year - b.year || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0) || a.value - b.value);

/** Reported revenue of both labs together, shares of whole projects, and shares of clear briefs (content/data/). */
export const reported: readonly Reported[] = inOrder([
	...revenueRows.filter(({ series }) => series === 'both').flatMap(({ date, value }) => dated('revenue', date, value)),
	...usefulnessRows.flatMap(({ date, series, share }) =>
		dated(series === 'rli' ? 'wholeProjects' : 'clearBriefs', date, share),
	),
]);

/** Returns the reports of the kinds that the switches include, at any date. */
export const reportsOf = (
	{ wholeProjects: projects, clearBriefs: briefs }: Pick<Counting, 'wholeProjects' | 'clearBriefs'>,
	reports: readonly Reported[] = reported,
): readonly Reported[] =>
	reports.filter(({ kind }) => kind === 'revenue' || (kind === 'wholeProjects' ? projects : briefs) === 'on');

/**
 * Lower limit of revenue, in billions, before its logarithm; minimum distance of a share from 0 and 1 before its log
 * odds.
 */
const LEAST = 1e-300;
const NEARLY_ALL = 1 - 1e-16;
const logit = (share: number): number => {
	const inside = Math.min(NEARLY_ALL, Math.max(LEAST, share));
	return Math.log(inside) - Math.log1p(-inside);
};

/**
 * Returns the forecast less each report: in logarithms for revenue, interpolated log-linearly between quarters; in log
 * odds for shares.
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
			const position = (year - START) * QUARTERS;
			const quarter = Math.floor(position);
			const log = (j: number) => Math.log(Math.max(LEAST, revenue[j]!));
			const share = position - quarter;
			into[i] = (1 - share) * log(quarter) + share * log(quarter + 1) - Math.log(value);
		} else
			into[i] = logit(kind === 'wholeProjects' ? usefulAt(inputs, year) : impressiveAt(inputs, year)) - logit(value);
	});
	return into;
}

/** Correlation time of the forecast's error, in years. */
const MEMORY = 2;
/** Standard deviation of the error of a revenue report itself, in logarithms. */
const REPORTING = 0.15;

/** Returns the covariance of the forecast's error at two dates `years` apart. */
const sharedError = (error: number, years: number): number =>
	Math.log(error) ** 2 * Math.exp(-Math.abs(years) / MEMORY);

/**
 * Returns the covariance of the residuals if the settings were right: the model's autocorrelated error and each
 * report's own.
 */
export const covarianceOf = (error: number, reports: readonly Reported[]): number[][] =>
	reports.map((a, i) =>
		reports.map((b, j) => {
			if (a.kind !== 'revenue' || b.kind !== 'revenue') return i === j ? 1 : 0;
			return sharedError(error, a.year - b.year) + (i === j ? REPORTING ** 2 : 0);
		}),
	);

/**
 * Returns the log-likelihood of the reports up to a date, as a function of the residuals of all reports; 0 if there are
 * none.
 */
export function likelihoodOf(
	{ modelError, recordUntil }: Pick<Counting, 'modelError' | 'recordUntil'>,
	reports: readonly Reported[],
): (residuals: ArrayLike<number>) => number {
	// Reports are sorted by date, so the residuals of those up to a date are a prefix.
	const counted = reports.filter(({ year }) => year <= recordUntil);
	return gaussian(covarianceOf(modelError, counted)).logDensity;
}

/**
 * Returns the predictive distribution of a revenue report at another date relative to a run's revenue there: mean and
 * standard deviation of the logarithm of their ratio. The mean depends on the run's residuals, because its error is
 * autocorrelated.
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
