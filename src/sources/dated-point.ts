/** A dated figure from content/data, as a chart draws it. */
export interface DatedPoint {
	readonly series: string;
	readonly label: string;
	/** Calendar year with its fraction. */
	readonly year: number;
	/** The date in words. */
	readonly date: string;
	readonly value: number;
	readonly reported: boolean;
	readonly source: string;
}
