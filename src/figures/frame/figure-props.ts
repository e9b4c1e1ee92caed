import type { Island } from './island.ts';
import { modelOf } from '../../models/registry.ts';
import { referenceOf } from '../../sources/bibliography.ts';

/** What an author writes of a figure. */
export interface FigureProps {
	/** The figure's id on the page. */
	id: string;
	/** Keys of the parameters to give a control, in order, with spaces between; those after a "|" wait behind "More assumptions". */
	controls: string;
}

/** A figure's island props, checked: every control names a parameter of the model. */
export function islandOf({ id, controls }: FigureProps, model: string): Island {
	const { parameters } = modelOf(model);
	const [lead = [], more = []] = controls.split('|').map((part) => part.split(/\s+/).filter(Boolean));
	const keys = [...lead, ...more];
	for (const key of keys)
		if (!Object.hasOwn(parameters, key))
			throw new Error(
				`Figure "${id}": ${model} has no parameter "${key}". Known: ${Object.keys(parameters).join(', ')}.`,
			);
	return {
		figure: id,
		model,
		controls: lead,
		more,
		citations: Object.fromEntries(
			keys
				.filter((key) => parameters[key]!.source.cite.length > 0)
				.map((key) => [key, parameters[key]!.source.cite.map((cite) => referenceOf(cite).short)]),
		),
	};
}
