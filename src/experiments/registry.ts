import type { Experiment } from './experiment.ts';

/** Every *.experiment.ts in this folder: adding or deleting a file adds or deletes an experiment. */
const files = import.meta.glob<Experiment>('./*.experiment.ts', { eager: true, import: 'default' });

export const experiments: ReadonlyMap<string, Experiment> = new Map(
	Object.values(files).map((experiment) => [experiment.id, experiment]),
);

/** Returns the experiment with this id. Throws an error that lists the known ids if there is none. */
export function experimentOf(id: string): Experiment {
	const experiment = experiments.get(id);
	if (!experiment)
		throw new Error(`src/experiments/ has no experiment "${id}". Known: ${[...experiments.keys()].join(', ')}.`);
	return experiment;
}
