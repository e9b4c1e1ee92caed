import { SvelteSet } from 'svelte/reactivity';
import { reported } from '../parameters/record.ts';

/** The months of all reports of the record, in order. */
export const reportMonths: readonly string[] = reported
	.map(({ month }) => month)
	.filter((month, i, all) => all.indexOf(month) === i);

/** The reports of the record that the reader leaves out, by month. All islands share it. */
class LeftOut {
	readonly #months = new SvelteSet<string>();
	/** In order of date, so that nothing depends on the order in which they were switched off. */
	all: readonly string[] = $derived([...this.#months].toSorted());

	has(month: string): boolean {
		return this.#months.has(month);
	}
	/** Lets the reports of a month count, or not. A month without reports is ignored. */
	count(month: string, counts: boolean): void {
		if (counts) this.#months.delete(month);
		else if (reportMonths.includes(month)) this.#months.add(month);
	}
	leaveOnly(months: readonly string[]): void {
		for (const month of reportMonths) this.count(month, !months.includes(month));
	}
}
export const leftOut = new LeftOut();
