/**
 * Sizes that label placement and the style sheets share. The build writes them into figure.css as custom properties, named by
 * `cssVariables` below; style sheets use those and repeat no number.
 */

/**
 * Pixels in 1rem, at the default font size of browsers. With a larger one there is more room than label placement
 * assumes.
 */
export const REM = 16;

/** Font size in pixels of each kind of label. */
export const LABEL_SIZES = {
	mark: 12.5,
	ghost: 12.5,
	value: 14,
	end: 13,
	band: 12.5,
	quarter: 14,
} as const;

/** Font size in pixels of the labels of bars, and of the headline that is repeated above a held picture. */
export const TEXT_SIZES = { bar: 13, hand: 13 } as const;

/** Font size of axis numbers, and the distance of a y axis number above its line in a narrow plot, in pixels. */
export const AXIS_TEXT = { size: 12.5, lift: 5 } as const;

/**
 * Maximum height of a narrow plot in rem, by what else the sticky picture contains: nothing, a key, or another plot.
 */
export const LOW_HEIGHTS = { nothing: 13.5, key: 11, another: 5.75 } as const;

/**
 * Width in rem from which a plot has its wide layout; figure.css repeats it in @container conditions, where no
 * variable is allowed.
 */
export const WIDE_FROM = 36;

/**
 * Space beside a plot in rem: in a wide plot on the left for axis numbers and on the right for labels, otherwise on
 * the right.
 */
export const PADDING = { axis: 5.6, labels: 8.5, plain: 0.5 } as const;

/** Space left of a narrow plot in rem for short and for long axis numbers. Longer ones lie inside the plot. */
export const GUTTERS = { short: 2.4, long: 3.7 } as const;
/** Distance in pixels between an axis number and the plot right of it. */
export const GUTTER_GAP = 6;

const named = (prefix: string, values: Readonly<Record<string, number>>, unit: string) =>
	Object.entries(values).map(([key, value]) => [`--${prefix}-${key}`, `${value}${unit}`] as const);

export const cssVariables: Readonly<Record<string, string>> = Object.fromEntries([
	...named('label-size', LABEL_SIZES, 'px'),
	...named('text-size', TEXT_SIZES, 'px'),
	...named('axis-text', AXIS_TEXT, 'px'),
	...named('plot-low', LOW_HEIGHTS, 'rem'),
	...named('plot-padding', PADDING, 'rem'),
	...named('plot-gutter', GUTTERS, 'rem'),
]);
