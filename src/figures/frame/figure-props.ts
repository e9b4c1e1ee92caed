import type { Parametrized } from '../../engine/model.ts';
import { experimentOf } from '../../experiments/registry.ts';
import { modelOf } from '../../models/registry.ts';
import { referenceOf } from '../../sources/bibliography.ts';
import type { ExperimentIsland, Island } from './island.ts';

/** The front matter of a file in content/figures/. */
export interface FigureSettings {
	/** Name of the folder in src/figures/ that draws it. */
	readonly kind: string;
	/** Id of the model that it draws, or of the experiment: one of the two. */
	readonly model?: string | undefined;
	readonly experiment?: string | undefined;
	/** Keys of the parameters with a control, in order, separated by spaces; those after a "|" are under "More assumptions". */
	readonly controls: string;
	/** Settings of the figure's kind, checked by the `data.ts` of its folder. */
	readonly props: Readonly<Record<string, unknown>>;
}

/** Reads what a kind of figure draws besides its model, at build. Throws if `props` are not what the kind takes. */
export type FigureData = (settings: FigureSettings, figure: string) => Readonly<Record<string, unknown>>;

const dataOf = import.meta.glob<FigureData>('../*/data.ts', { import: 'default' });

/** Returns the model or the experiment of a figure. Throws if its file names both, or neither. */
function subjectOf(
	figure: string,
	{ model, experiment }: FigureSettings,
): Parametrized & ({ model: string } | { experiment: string }) {
	if (model !== undefined && experiment === undefined) {
		const { id, parameters } = modelOf(model);
		return { id, parameters, model };
	}
	if (model === undefined && experiment !== undefined) {
		const { id, parameters } = experimentOf(experiment);
		return { id, parameters, experiment };
	}
	throw new Error(`content/figures/${figure}.mdx: give either model or experiment in its front matter.`);
}

/**
 * Returns the props of a figure's island. Throws if a control names no parameter of the model, or if `props` are given to a kind
 * that takes none.
 */
export async function figureProps(
	figure: string,
	settings: FigureSettings,
): Promise<(Island | ExperimentIsland) & { readonly kind: string } & Readonly<Record<string, unknown>>> {
	const { kind, controls, props } = settings;
	const { id, parameters, ...subject } = subjectOf(figure, settings);
	const [lead = [], more = []] = controls.split('|').map((part) => part.split(/\s+/).filter(Boolean));
	const keys = [...lead, ...more];
	for (const key of keys)
		if (!Object.hasOwn(parameters, key))
			throw new Error(
				`Figure "${figure}": ${id} has no parameter "${key}". Known: ${Object.keys(parameters).join(', ')}.`,
			);
	const data = await dataOf[`../${kind}/data.ts`]?.();
	if (!data && Object.keys(props).length > 0)
		throw new Error(`Figure "${figure}": ${kind} takes no props. Remove ${Object.keys(props).join(', ')}.`);
	return {
		kind,
		figure,
		...subject,
		controls: lead,
		more,
		citations: Object.fromEntries(
			keys
				.filter((key) => parameters[key]!.source.cite.length > 0)
				.map((key) => [key, parameters[key]!.source.cite.map((cite) => referenceOf(cite).short)]),
		),
		...data?.(settings, figure),
	};
}
