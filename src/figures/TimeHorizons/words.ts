import type { InputsOf, OutputsOf } from '../../engine/model.ts';
import { formatNumber } from '../../engine/number-format.ts';
import { valueText } from '../../engine/value-text.ts';
import type { DatedPoint } from '../../sources/dated-point.ts';
import model, { horizonAt, reliableShare } from '../../models/time-horizon.model.ts';

type Inputs = InputsOf<typeof model>;

/** One model as METR measured it: minutes of the tasks that it finishes half the time, and four times in five. */
export interface Measurement extends DatedPoint {
	/** Days since 1970, for the fits. */
	readonly day: number;
	/** The length that it finishes four times in five; its value is that of half the time. */
	readonly p80: number;
}
/** Days in which the length has doubled: since `SINCE`, and over all years. */
interface Doublings {
	readonly recent: { readonly doubling: number };
	readonly all: { readonly doubling: number };
}

/** First year of METR’s newer fit. */
export const SINCE = 2023;

export const daysText = (days: number): string => formatNumber(days, 'days');
export const yearText = (year: number): string => formatNumber(year, 'year');
export const wantedText = ({ reliability }: Inputs): string => formatNumber(reliability, 'fraction');

/** Formats a task length, to two digits. */
export const lengthText = (minutes: number): string =>
	minutes < 1 / 60 ? 'under a second' : formatNumber(minutes, 'min', { digits: 2 });

/** Returns what the figure shows, in one paragraph; the chart starts with the year `from`. */
export function summary(
	inputs: Inputs,
	{ horizon, reliableHorizon, reliableYear }: OutputsOf<typeof model>,
	{ recent, all }: Doublings,
	from: number,
): string {
	const measured = `By our own fit to METR’s measurements, without those over sixteen hours, the length of task that models finish half the time`;
	const doubled = `has doubled every ${daysText(recent.doubling)} since ${SINCE}, and every ${daysText(all.doubling)} over all years.`;
	const half = `On your line it is ${lengthText(horizon)} in ${valueText(model.parameters.horizonYear, inputs.horizonYear)}`;
	const wanted = `what they finish ${wantedText(inputs)} of the time is ${lengthText(reliableHorizon)}`;
	const when = reliableYear < from ? `from before ${from}` : `in ${yearText(reliableYear)}`;
	return `${measured} ${doubled} ${half}; ${wanted}. A task of ${lengthText(inputs.taskMinutes)} is done that reliably ${when}.`;
}

export const columns = ['Date', 'Done half the time', 'Done more reliably'];

/** Returns the table behind the figure: what METR measured, then the reader’s two lines. */
export const rows = (points: readonly Measurement[], inputs: Inputs): string[][] => [
	...points.map(({ date, label, value, p80 }) => [`${date}, ${label}`, lengthText(value), `${lengthText(p80)} at 80%`]),
	...[2026, 2027, 2028, 2030, 2032].map((year) => {
		const horizon = horizonAt(inputs, year);
		const reliable = `${lengthText(horizon * reliableShare(inputs))} at ${wantedText(inputs)}`;
		return [`January ${year}, your line`, lengthText(horizon), reliable];
	}),
];
