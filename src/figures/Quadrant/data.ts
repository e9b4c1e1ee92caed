import { positions } from '../../positions/positions.ts';
import { essayAnswer } from '../../runs/essay-runs.ts';
import { SOON_AND_LATER } from '../../runs/soon-and-later.ts';
import { PLANE_QUERY } from './plane-axes.ts';

/** The odds of the essay's assumptions and of each named position, and those of the pairs that a drag sets, from runs made at build. */
export default () => ({
	essay: essayAnswer(SOON_AND_LATER).odds,
	plane: essayAnswer(PLANE_QUERY),
	positions: positions.map(({ id, title, short }) => ({
		title,
		...(short && { short }),
		odds: essayAnswer({ ...SOON_AND_LATER, position: id }).odds,
	})),
});
