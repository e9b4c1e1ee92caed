import type { Report } from '../../charts/readings.svelte.ts';
import type { DatedPoint } from '../../sources/dated-point.ts';

/** Returns what a chart says of a dated point: when, how much, what it is, and by whom; “reported” unless the source itself was read. */
export const reportOf = (point: DatedPoint, valueText: (value: number) => string): Report => ({
	x: point.year,
	y: point.value,
	text: `${point.date}: ${valueText(point.value)}, ${point.label}; ${point.source}${point.reported ? ', reported' : ''}`,
});
