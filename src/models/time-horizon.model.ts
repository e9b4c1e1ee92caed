import { exponentialFit } from '../engine/least-squares.ts';
import { defineModel, type Card } from '../engine/model.ts';

/** Date of METR's measurement of GPT-5; length of a year for doubling times in days. */
export const MEASURED = 2025.6;
const DAYS_A_YEAR = 365.25;

interface Trend {
	readonly horizonStart: number;
	readonly doublingDays: number;
}
interface Asked {
	readonly hazardShape: number;
	readonly reliability: number;
}

/** Returns the length of task, in minutes, with a success rate of 50% at a date. */
export const horizonAt = ({ horizonStart, doublingDays }: Trend, year: number): number =>
	horizonStart * 2 ** (((year - MEASURED) * DAYS_A_YEAR) / doublingDays);

/**
 * Returns the date at which tasks of this length, in minutes, have a success rate of 50%: the inverse of `horizonAt`.
 */
export const yearOfHorizon = ({ horizonStart, doublingDays }: Trend, minutes: number): number =>
	MEASURED + (Math.log2(minutes / horizonStart) * doublingDays) / DAYS_A_YEAR;

/** Returns the length of task at the requested reliability, as a share of the length at 50%. */
export const reliableShare = ({ reliability, hazardShape }: Asked): number =>
	Math.log2(1 / reliability) ** (1 / hazardShape);

/**
 * Longest task that METR's suite can measure, in minutes (sixteen hours); METR's fits and ours leave longer ones out.
 */
export const MEASURABLE = 960;

/** Returns the days from the start of 1970 to the start of a year, by the calendar’s mean year. */
const dayOf = (year: number): number => (year - 1970) * 365.2425;

/**
 * Fits METR's measurements (day since 1970, minutes) from a year on, or all of them; returns doubling time in days and
 * the fitted curve.
 */
export function fitFrom(measured: readonly (readonly [day: number, minutes: number])[], year = -Infinity) {
	const { doubling, valueAt } = exponentialFit(measured, { from: dayOf(year), upTo: MEASURABLE });
	return { doubling, minutesIn: (at: number): number => valueAt(dayOf(at)) };
}

/** METR's time horizon at a required reliability (claim O3), with a Weibull hazard of failure. */
const model = defineModel({
	id: 'time-horizon',
	title: 'Good, but good enough?',
	parameters: {
		horizonStart: {
			label: '50% horizon of GPT-5, August 2025',
			unit: 'min',
			scale: 'log',
			default: 203.012577,
			min: 1,
			max: 2000,
			p05: 113,
			p95: 406,
			tone: 'impressive',
			source: { cite: ['metr2026'], note: 'METR’s estimate, with its own interval of 113 to 406 minutes.' },
		},
		doublingDays: {
			label: 'Doubling time of the horizon',
			unit: 'days',
			scale: 'log',
			default: 128.744,
			min: 60,
			max: 400,
			p05: 80,
			p95: 188,
			tone: 'impressive',
			positions: { 'year-on-2026': 103 },
			source: {
				cite: ['metr2026data'],
				note: 'Reported since 2023; over all years 187.8 days. METR’s own figure since 2024 is reported as 89. “A year on” runs through the newest model measured, of April 2026, which METR leaves out of its fit.',
			},
		},
		hazardShape: {
			label: 'How failure spreads over a task',
			unit: '–',
			scale: 'linear',
			default: 0.68,
			min: 0.3,
			max: 1.2,
			p05: 0.5,
			p95: 0.9,
			tone: 'useful',
			source: {
				cite: ['hamilton2026', 'ord2025halflife'],
				note: 'Hamilton finds 0.6 to 0.9; Ord’s constant hazard is 1; METR’s own ratios give 0.68. The shape of a Weibull distribution: below 1, failures come early.',
			},
		},
		taskMinutes: {
			label: 'Length of the task for a person',
			unit: 'min',
			scale: 'log',
			default: 480,
			min: 1,
			max: 60_000,
			source: { cite: [], note: 'Your choice.' },
		},
		reliability: {
			label: 'Reliability wanted',
			unit: 'fraction',
			scale: 'linear',
			default: 0.8,
			min: 0.5,
			max: 0.999,
			tone: 'useful',
			source: { cite: [], note: 'Your choice.' },
		},
		horizonYear: {
			label: 'As of',
			unit: 'year',
			scale: 'linear',
			default: 2026.5,
			min: 2025.6,
			max: 2035,
			source: { cite: [], note: 'Your choice.' },
		},
	},
	outputs: {
		horizon: { label: 'Task done half the time', unit: 'min', tone: 'impressive' },
		success: { label: 'Chance of finishing yours', unit: 'fraction', tone: 'useful' },
		reliableHorizon: { label: 'Task done as reliably as you ask', unit: 'min', tone: 'useful' },
		reliableYear: { label: 'Year in which yours is', unit: 'year', tone: 'useful' },
	},
	drawing: {
		months: 12,
		unit: 'min',
		min: 10,
		max: 10_000,
		adopts: 'doublingDays',
		valueFor: (yearlyFactor) => (yearlyFactor > 1 ? DAYS_A_YEAR / Math.log2(yearlyFactor) : Infinity),
	},
	headline: ['reliableYear', 'horizon', 'success'],
	evaluate(inputs) {
		const { hazardShape, taskMinutes, horizonYear } = inputs;
		const horizon = horizonAt(inputs, horizonYear);
		const share = reliableShare(inputs);
		return {
			horizon,
			success: 2 ** -((taskMinutes / horizon) ** hazardShape),
			reliableHorizon: horizon * share,
			reliableYear: yearOfHorizon(inputs, taskMinutes / share),
		};
	},
	presets: [
		{ name: 'Since 2023', cite: ['metr2026'], values: { doublingDays: 128.744 } },
		{ name: 'All years', cite: ['metr2026'], values: { doublingDays: 187.778 } },
		{ name: 'Constant hazard', cite: ['ord2025halflife'], values: { hazardShape: 1 } },
	],
});

export default model;

export const card = (): Card<typeof model> => ({
	question: 'When can an agent be trusted, and not only expected, to finish a working day’s task?',
	symbols: {
		horizonStart: 'H_0',
		doublingDays: 'd',
		hazardShape: '\\kappa',
		taskMinutes: 'L',
		reliability: 'q',
		horizonYear: 't',
		horizon: 'H',
		success: 's',
		reliableHorizon: 'H_q',
		reliableYear: 't_q',
	},
	equation: String.raw`\q{horizon} = \q{horizonStart}\,2^{\,365.25\,(\q{horizonYear}-2025.6)/\q{doublingDays}}
		\qquad \q{success} = 2^{-(\q{taskMinutes}/\q{horizon})^{\q{hazardShape}}}
		\qquad \q{reliableHorizon} = \q{horizon}\left(\log_2 \tfrac1{\q{reliability}}\right)^{1/\q{hazardShape}}`,
	source: { cite: ['metr2026', 'hamilton2026'], note: 'METR’s trend; Hamilton’s shape of failure.' },
	leavesOut:
		'Software tasks, cleanly stated and scored by machine; a trend, not a law; and METR no longer updates the page.',
	examples: [
		{ given: {}, expect: { horizon: 1191.65, success: 0.688323, reliableHorizon: 225.043, reliableYear: 2026.8852 } },
	],
	laws: [
		{
			says: 'in the year that it names, the task is done as reliably as asked',
			holds: (inputs, { reliableYear }) =>
				Math.abs(model.evaluate({ ...inputs, horizonYear: reliableYear }).success - inputs.reliability) < 1e-9,
		},
		{ says: 'longer tasks fail more', output: 'success', falls: 'taskMinutes' },
		{ says: 'asking for more reliability shortens the task', output: 'reliableHorizon', falls: 'reliability' },
		{
			says: 'a task as long as the horizon is a coin toss',
			holds: ({ taskMinutes }, { horizon, success }) => (taskMinutes > horizon ? success <= 0.5 : success >= 0.5),
		},
	],
});
