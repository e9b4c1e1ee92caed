import { z } from 'astro/zod';
import { rowsOf } from '../../sources/datasets.ts';
import type { FigureData } from '../frame/figure-props.ts';

const schema = z
	.object({
		/** Key of the parameter along the horizontal axis. */
		x: z.string(),
		/** Keys of the outputs that are drawn, separated by spaces. */
		y: z.string(),
		/** Title of the vertical axis where several outputs are drawn. */
		counts: z.string().optional(),
		yScale: z.enum(['linear', 'log']).default('linear'),
		/** A data set whose rows are marked on the curve, its column for the horizontal position, and its column for the label. */
		marks: z.object({ data: z.string(), at: z.string(), label: z.string() }).strict().optional(),
	})
	.strict();

/** Reads the props of `Explorable`, which draws any outputs of a model along one of its parameters. */
const data: FigureData = ({ props }, figure) => {
	const parsed = schema.safeParse(props);
	if (!parsed.success) throw new Error(`Figure "${figure}": ${z.prettifyError(parsed.error)}`);
	const { y, marks, ...settings } = parsed.data;
	if (y.includes(' ') && !settings.counts)
		throw new Error(`Figure "${figure}" draws several outputs. Add the title of their axis as "counts".`);
	return {
		...settings,
		y: y.split(' '),
		marks: marks
			? rowsOf(marks.data).map((row) => ({ at: Number(row[marks.at]), label: String(row[marks.label]) }))
			: [],
	};
};
export default data;
