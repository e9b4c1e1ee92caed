import { essayAnswer } from '../../runs/essay-runs.ts';
import { countedBy, LAST } from './stairs.ts';
import { toldText, type Told } from './words.ts';

/** Returns what headline or verdict says of the essay's own assumptions, from runs made at build. */
export const essayText = (told: Told): string =>
	toldText(told, countedBy(LAST, essayAnswer({ kind: 'evidenceSteps' })));
