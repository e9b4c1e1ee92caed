import { bearsOn } from '../models/record.model.ts';
import { models } from '../models/registry.ts';
import { positions } from '../positions/positions.ts';
import { essayAnswer } from '../runs/essay-runs.ts';

/** How likely each position's runs made the record, and those of the essay's own assumptions. Computed at build. */
export const heldEvidence = essayAnswer({ kind: 'positionEvidence' });
export const essayEvidence = essayAnswer({ kind: 'evidence' });

/** The median of the runs of each position that is conditioned on the record, by position id and `model.output`. Computed at build. */
export const learntByPosition: Readonly<Record<string, Readonly<Record<string, number>>>> = Object.fromEntries(
	positions
		.filter(({ isGivenRecord }) => isGivenRecord)
		.map(({ id }) => [
			id,
			Object.fromEntries(
				Array.from(models.values())
					.filter(({ parameters }) => bearsOn(parameters))
					.flatMap((model) => {
						const spreads = essayAnswer({ kind: 'outputs', model: model.id, position: id });
						return model.headline.map((output) => [`${model.id}.${output}`, spreads[output]!.p50] as const);
					}),
			),
		]),
);
