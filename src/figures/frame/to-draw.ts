import type { Axis } from '../../charts/axis.ts';
import type { DatedPoint } from '../../sources/dated-point.ts';

/** What a figure asks its readers to draw before they look. */
export interface ToDraw {
	/** Beside the button that begins it. */
	readonly invitation: string;
	/** Names the figure while it asks; says what to draw, and from when on. */
	readonly question: string;
	/** Axes of the chart to draw on. Their ends say nothing of the reports. */
	readonly x: Axis;
	readonly y: Axis;
	readonly tone: string;
	/** What is shown from the beginning; the drawing goes on from the last one. */
	readonly known: readonly DatedPoint[];
	/** What is shown after the drawing, in the order of dates. */
	readonly reports: readonly DatedPoint[];
	/** Names a report in a sentence: "March 2026". */
	nameOf(report: DatedPoint): string;
	/** Formats a value: "$44 billion a year". */
	textOf(value: number): string;
}

/** Splits dated points, in the order of dates, into those up to a year and those after it. */
export const splitAt = (points: readonly DatedPoint[], year: number): Pick<ToDraw, 'known' | 'reports'> => {
	const inOrder = points.toSorted((a, b) => a.year - b.year);
	return {
		known: inOrder.filter((point) => point.year <= year),
		reports: inOrder.filter((point) => point.year > year),
	};
};
