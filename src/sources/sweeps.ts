import { experimentOf } from '../experiments/registry.ts';
import { Sweep } from '../experiments/sweep.ts';
import { rowsOf } from './datasets.ts';

const sweeps = new Map<string, Sweep>();

/** Returns the published runs of an experiment, for the build. */
export function sweepOf(id: string): Sweep {
	const sweep =
		sweeps.get(id) ??
		new Sweep(
			experimentOf(id),
			rowsOf(`experiment-${id}`).map((row) =>
				Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, String(cell)])),
			),
		);
	sweeps.set(id, sweep);
	return sweep;
}
