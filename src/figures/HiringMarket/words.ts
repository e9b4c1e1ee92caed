import type { OutputsOf } from '../../engine/model.ts';
import { formatNumber } from '../../engine/number-format.ts';
import type model from '../../models/lemons.model.ts';

type Outputs = OutputsOf<typeof model>;

const pay = (wage: number) => formatNumber(wage, '–');
const dollars = (value: number) => formatNumber(value, '$');
/** Formats the price beside its dot, to the dollar. */
export const exactDollars = (value: number): string => formatNumber(value, '$', { digits: 5 });

/** Returns the comparison of the two costs. */
function comparison({ costPerGoodHire, costPerCopy }: Outputs): string {
	const cheaper = costPerGoodHire / costPerCopy;
	return cheaper >= 1 ? `, a ${formatNumber(cheaper, '×')} difference` : '; at so few copies people are the cheaper';
}

/** Returns what the figure shows, in one paragraph. */
export function summary(people: number, hired: number, outputs: Outputs): string {
	const { clearingWage, costPerGoodHire, costPerCopy } = outputs;
	const settled = `the pay at which this market settles (${pay(clearingWage)} on a scale where the best are worth 1)`;
	const crowd = `Of ${formatNumber(people, 'people')}, ${formatNumber(hired, '–')} take ${settled}`;
	const away = hired < people ? '; the better ones stay away' : '';
	const hire = `Finding one good hire costs ${exactDollars(costPerGoodHire)}`;
	const copy = `vetting spread over the copies ${dollars(costPerCopy)} a copy`;
	return `${crowd}${away}. ${hire}, ${copy}${comparison(outputs)}.`;
}

export const columns = ['', 'Now'];

/** Returns the table behind the figure. */
export const rows = ({ clearingWage, shareHired, costPerGoodHire, costPerCopy }: Outputs): string[][] => [
	['Pay at which the market settles', pay(clearingWage)],
	['Share of candidates hired', formatNumber(shareHired, 'fraction')],
	['One good hire', dollars(costPerGoodHire)],
	['One vetted copy', dollars(costPerCopy)],
];
