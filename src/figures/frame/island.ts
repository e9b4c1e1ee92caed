/** Props of every figure's island: ids and plain data, since Astro cannot serialize functions. */
interface FigureIsland {
	/** Id of the figure; its title is `<id>-title`, its summary `<id>-summary`. */
	readonly figure: string;
	/** Keys of the parameters with a control here, in order. */
	readonly controls: readonly string[];
	/** Keys of the parameters under "More assumptions". */
	readonly more: readonly string[];
	/** Short names of the works cited, by parameter key, in the order of `source.cite`; a default without a source has no entry. */
	readonly citations: Readonly<Record<string, readonly string[]>>;
}

/** Props of a figure that draws a model. */
export interface Island extends FigureIsland {
	readonly model: string;
}
/** Props of a figure that shows an experiment. */
export interface ExperimentIsland extends FigureIsland {
	readonly experiment: string;
}
