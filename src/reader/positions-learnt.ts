import { bearsOn } from '../models/record.model.ts';
import { models } from '../models/registry.ts';
import { positions } from '../positions/positions.ts';
import { essayAnswer } from '../runs/essay-runs.ts';

/** How well each position foretold the record, under the essay's allowance for error. Made at build. */
export const essayEvidence = essayAnswer({ kind: 'evidence' });

/** By position and result (`model.output`): the middle of the runs of a position that has seen the record, for each model that learns from it. Made at build. */
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
