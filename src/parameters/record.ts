import revenueRows from '../../content/data/lab-revenue.csv?columns=date,published,series,value';
import usefulnessRows from '../../content/data/usefulness.csv?columns=date,series,share';
import { gaussian } from '../engine/gaussian.ts';
import { impressiveAt, usefulAt } from './abilities.ts';
import { revenueIn, START, type Adoption } from './adoption.ts';

export interface Observing extends Adoption {
	readonly testedShare: number;
}
/** How far the forecast may be wrong: by a factor at any date, and by a factor in its growth each year. */
export interface ModelErrors {
	readonly modelError: number;
	readonly slopeError: number;
}
export interface Counting {
	readonly recordUntil: number;
	readonly wholeProjects: 'off' | 'on';
	readonly clearBriefs: 'off' | 'on';
	/** Months of the reports that the reader leaves out, such as 2025-12. */
	readonly leftOut?: readonly string[];
}

/** A reported figure. Revenue is in billions of dollars a year; the other kinds are shares. */
export interface Reported {
	readonly kind: 'revenue' | 'wholeProjects' | 'clearBriefs';
	/** The reported month, such as 2025-12. */
	readonly month: string;
	/** Calendar year with its fraction: the middle of the reported month. */
	readonly year: number;
	/** Date of publication as a calendar year with its fraction; `year` if the date is unknown. */
	readonly published: number;
	readonly value: number;
}

/**
 * Returns the middle of a month such as 2026-08, or of a day such as 2026-08-23, as a calendar year; undefined for a bare year, which
 * is too imprecise to date a report.
 */
export function middleOf(date: string): number | undefined {
	const [year, month, day] = date.split('-').map(Number);
	return month === undefined ? undefined : year! + (month - 1 + (day === undefined ? 0.5 : (day - 0.5) / 31)) / 12;
}

const dated = (kind: Reported['kind'], date: string, value: string, published = ''): Reported[] => {
	const year = middleOf(date);
	return year === undefined
		? []
		: [{ kind, month: date, year, published: middleOf(published) ?? year, value: Number(value) }];
};

/** Sorts reports so that floating-point sums do not depend on the order of the file. */
export const inOrder = (reports: readonly Reported[]): readonly Reported[] =>
	reports.toSorted((a, b) => a.year - b.year || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0) || a.value - b.value);

const kindOf = (series: string): Reported['kind'] => (series === 'rli' ? 'wholeProjects' : 'clearBriefs');

/** Reported revenue of both labs together, shares of whole projects, and shares of clear briefs (content/data/). */
export const reported: readonly Reported[] = inOrder([
	...revenueRows
		.filter(({ series }) => series === 'both')
		.flatMap(({ date, published, value }) => dated('revenue', date, value, published)),
	...usefulnessRows.flatMap(({ date, series, share }) => dated(kindOf(series), date, share)),
]);

/** Largest share that was reported without a month, by kind: no report is dated by it, but it is known. */
export const undatedShare = (kind: string): number =>
	usefulnessRows.reduce(
		(most, { date, series, share }) =>
			kindOf(series) === kind && middleOf(date) === undefined ? Math.max(most, Number(share)) : most,
		0,
	);

/** Returns the reports of the kinds that the switches include, at any date, without those that are left out. */
export const reportsOf = (
	{ wholeProjects: projects, clearBriefs: briefs, leftOut = [] }: Omit<Counting, 'recordUntil'>,
	reports: readonly Reported[] = reported,
): readonly Reported[] =>
	reports.filter(
		({ kind, month }) =>
			(kind === 'revenue' || (kind === 'wholeProjects' ? projects : briefs) === 'on') && !leftOut.includes(month),
	);

/** Minimum distance of a share from 0 before its log odds. */
const LEAST = 1e-300;
const NEARLY_ALL = 1 - 1e-16;
export const logit = (share: number): number => {
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
	const logRevenue = revenueIn(inputs, newest);
	reports.forEach(({ kind, year, value }, i) => {
		if (kind === 'revenue') into[i] = logRevenue(year) - Math.log(value);
		else into[i] = logit(kind === 'wholeProjects' ? usefulAt(inputs, year) : impressiveAt(inputs, year)) - logit(value);
	});
	return into;
}

/** Correlation time of the forecast's error, in years. */
const MEMORY = 2;
/** Standard deviation of the error of a revenue report itself, in logarithms. */
const REPORTING = 0.15;
/** Standard deviation of the error of a share, in log odds. */
export const SHARE_ERROR = 1;

/** The year in which an error of the forecast's growth has had no time to matter. */
const SLOPE_FROM = 2026;

/** Returns the covariance of the forecast's error at two dates. */
const sharedError = ({ modelError, slopeError }: ModelErrors, a: number, b: number): number =>
	Math.log(modelError) ** 2 * Math.exp(-Math.abs(a - b) / MEMORY) +
	Math.log(slopeError) ** 2 * (a - SLOPE_FROM) * (b - SLOPE_FROM);

/**
 * Returns the covariance of the residuals if the settings were right: the model's autocorrelated error, that of its
 * growth, and each report's own.
 */
export const covarianceOf = (errors: ModelErrors, reports: readonly Reported[]): number[][] =>
	covarianceAmong(reports)(errors);

/** Returns `covarianceOf` of some reports as a function of the errors: for many runs, what depends on the dates is computed once. */
function covarianceAmong(reports: readonly Reported[]): (errors: ModelErrors) => number[][] {
	const fading = reports.map((a) => reports.map((b) => Math.exp(-Math.abs(a.year - b.year) / MEMORY)));
	const isRevenue = reports.map(({ kind }) => kind === 'revenue');
	const since = reports.map(({ year }) => year - SLOPE_FROM);
	return ({ modelError, slopeError }) => {
		const [level, slope] = [Math.log(modelError) ** 2, Math.log(slopeError) ** 2];
		const rows: number[][] = reports.map(() => []);
		for (let i = 0; i < rows.length; i++)
			for (let j = 0; j <= i; j++) {
				const shared = isRevenue[i] && isRevenue[j] ? level * fading[i]![j]! + slope * since[i]! * since[j]! : 0;
				const own = i === j ? (isRevenue[i] ? REPORTING : SHARE_ERROR) ** 2 : 0;
				rows[i]![j] = shared + own;
				rows[j]![i] = shared + own;
			}
		return rows;
	};
}

/** Residuals of all reports, and how far the forecast may be wrong where they were computed. */
export interface Observed extends ModelErrors {
	readonly residuals: Float64Array;
}

/** Returns the reports that count. They are sorted by date, so their residuals are a prefix of those of all reports. */
export const countedOf = (
	{ recordUntil }: Pick<Counting, 'recordUntil'>,
	reports: readonly Reported[],
): readonly Reported[] => reports.filter(({ year }) => year <= recordUntil);

/** Returns the latest date that a report describes which was published by `day`: what is not out yet is not known. −∞ if there is none. */
export const describedBy = (day: number, reports: readonly Reported[] = reported): number =>
	reports.reduce((latest, { year, published }) => (published <= day ? Math.max(latest, year) : latest), -Infinity);

/** Returns the log-likelihood of the reports up to a date, as a function of one observation; 0 if there are none. */
export function likelihoodOf(
	counting: Pick<Counting, 'recordUntil'>,
	reports: readonly Reported[],
): (observed: Observed) => number {
	const counted = countedOf(counting, reports);
	if (counted.length === 0) return () => 0;
	const covarianceIn = covarianceAmong(counted);
	return (observed) => gaussian(covarianceIn(observed)).logDensity(observed.residuals);
}

/**
 * Returns the log-likelihood of the reports that were published after one date and by another, given those that were published by the
 * first, as a function of one observation; 0 if there are none. Errors of revenue are autocorrelated, so that what was reported before
 * says where the next report is to be expected.
 */
export function likelihoodBetween(
	reports: readonly Reported[],
	from: number,
	until: number,
): (observed: Observed) => number {
	const likelihoodBy = (date: number) => {
		const known = reports.flatMap(({ published }, i) => (published <= date ? [i] : []));
		const covarianceIn = covarianceAmong(known.map((i) => reports[i]!));
		return (observed: Observed) =>
			gaussian(covarianceIn(observed)).logDensity(known.map((i) => observed.residuals[i]!));
	};
	const [before, all] = [likelihoodBy(from), likelihoodBy(until)];
	const isAny = reports.some(({ published }) => published > from && published <= until);
	return isAny ? (observed) => all(observed) - before(observed) : () => 0;
}

/**
 * Returns the predictive distribution of a revenue report at another date relative to a run's revenue there: mean and
 * standard deviation of the logarithm of their ratio. Both depend on the run: its error is autocorrelated, and how large
 * it may be is drawn.
 */
export function reportBeside(
	counting: Pick<Counting, 'recordUntil'>,
	reports: readonly Reported[],
	year: number,
): (observed: Observed) => { readonly middle: number; readonly deviation: number } {
	const counted = countedOf(counting, reports);
	return (observed) => besideIn(observed, counted)(year);
}

/** Returns `reportBeside` of one run, as a function of the date. */
export function besideIn(
	observed: Observed,
	counted: readonly Reported[],
): (year: number) => { readonly middle: number; readonly deviation: number } {
	const { whiten } = gaussian(covarianceOf(observed, counted));
	const missed = whiten(observed.residuals);
	return (year) => {
		const shared = whiten(
			counted.map((report) => (report.kind === 'revenue' ? sharedError(observed, report.year, year) : 0)),
		);
		const own = sharedError(observed, year, year) + REPORTING ** 2;
		return {
			middle: 0 - shared.reduce((sum, x, i) => sum + x * missed[i]!, 0),
			deviation: Math.sqrt(own - shared.reduce((sum, x) => sum + x * x, 0)),
		};
	};
}
