import type { InputsOf, OutputsOf } from '../../engine/model.ts';
import { formatNumber } from '../../engine/number-format.ts';
import type model from '../../models/revenue-gap.model.ts';
import { revenueAfter } from '../../models/revenue-gap.model.ts';
import { wagesInBillions } from '../../parameters/labour.ts';
import type { DatedPoint } from '../../sources/dated-point.ts';

type Inputs = InputsOf<typeof model>;
type Outputs = OutputsOf<typeof model>;

const money = (billions: number) => formatNumber(billions, 'bn$');
const yearText = (year: number) => formatNumber(year, 'year');

/** Returns whether and when the path meets the target. */
function meeting({ yearsToClose, revenueCeiling }: Outputs, start: number): string {
	if (yearsToClose === 0) return 'It is already there.';
	if (!Number.isFinite(yearsToClose)) return `They never meet: that growth ends at ${money(revenueCeiling)}.`;
	return `The two meet in ${yearText(start + yearsToClose)}, ${formatNumber(yearsToClose, 'yr')} on.`;
}

/** Returns what the figure shows, in one paragraph; the path starts at a reported date. */
export function summary(inputs: Inputs, outputs: Outputs, start: Pick<DatedPoint, 'date' | 'year'>): string {
	const { revenue, revenueGrowth, growthHalving } = inputs;
	const gap = `${formatNumber(outputs.orders, 'orders')} of magnitude under wages of ${money(wagesInBillions(inputs))}`;
	const now = `Revenue of ${money(revenue)} a year, placed at ${start.date}, stands ${gap}.`;
	const growth = `Growing ${formatNumber(revenueGrowth, '×/yr')} at first`;
	const slowing = `with the log growth rate halving every ${formatNumber(growthHalving, 'yr')}`;
	const later = `it is ${money(outputs.revenueIn5Years)} five years later`;
	return `${now} ${growth}, ${slowing}, ${later}. ${meeting(outputs, start.year)}`;
}

export const columns = ['Date', 'Dollars a year', 'Source'];

/** Returns the table behind the figure: the record, the path from its start, the wages. */
export const rows = (inputs: Inputs, start: number, record: readonly DatedPoint[]): string[][] => [
	...record.map(({ date, label, reported, value, source }) => [
		`${date}, ${label}`,
		`${reported ? 'reported ' : ''}${money(value)}`,
		source,
	]),
	...[0, 2, 4, 6, 8, 10, 15].map((years) => {
		const revenue = revenueAfter(inputs, years);
		// Beyond world output the path is outside its valid range.
		const isBeyond = revenue > inputs.gdp * 1000;
		return [
			yearText(start + years),
			money(revenue),
			isBeyond ? 'your path: more than the world now produces' : 'your path',
		];
	}),
	['All knowledge work', money(wagesInBillions(inputs)), 'wages'],
];
