import forecast from '../../models/forecast.model.ts';
import type { ModelQuery } from '../../runs/queries.ts';
import { SOON_AND_LATER } from '../../runs/soon-and-later.ts';
import type { PlaneAxis } from './odds-plane.ts';

/**
 * The two assumptions that a drag sets. The date of the learner moves both odds, and most of all the near ones; the years between what
 * is missing after it move the later ones. No pair of assumptions of this model covers the whole map.
 */
const { humanLevelYear, yearsPerBottleneck } = forecast.parameters;
export const PLANE: readonly [PlaneAxis, PlaneAxis] = [
	{
		key: 'humanLevelYear',
		parameter: humanLevelYear,
		values: [2026.5, 2028, 2029.5, 2031, 2033, 2035, 2037.5, 2040, 2043, 2047, 2052, 2060, 2075],
	},
	{ key: 'yearsPerBottleneck', parameter: yearsPerBottleneck, values: [0.5, 0.8, 1.25, 2, 3, 4.5, 7, 10] },
];
export const PLANE_QUERY = {
	...SOON_AND_LATER,
	kind: 'oddsGrid',
	over: [
		{ key: PLANE[0].key, values: PLANE[0].values },
		{ key: PLANE[1].key, values: PLANE[1].values },
	],
} as const satisfies ModelQuery;
