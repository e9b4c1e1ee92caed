import { positions } from '../../positions/positions.ts';
import { essayAnswer } from '../../runs/essay-runs.ts';
import { SOON_AND_LATER } from './odds-query.ts';

/** The odds of the essay's assumptions and of each named position, from runs made at build. */
export default () => ({
	essay: essayAnswer(SOON_AND_LATER),
	positions: positions.map(({ id, title }) => ({
		title,
		odds: essayAnswer({ ...SOON_AND_LATER, position: id }).odds,
	})),
});
