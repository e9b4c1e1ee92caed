/** What the printed page hands to every figure's island: ids and plain data, since functions cannot cross. */
export interface Island {
	/** Id of the figure; its title is `<id>-title`, its summary `<id>-summary`. */
	readonly figure: string;
	readonly model: string;
	/** Keys of the parameters with a control here, in order. */
	readonly controls: readonly string[];
	/** Keys of those that wait behind "More assumptions". */
	readonly more: readonly string[];
	/** What the works cited for a parameter's default are called, in that order; a default of our own cites none and is not in here. */
	readonly works: Readonly<Record<string, readonly string[]>>;
}
