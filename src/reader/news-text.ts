import { countInWords } from '../engine/number-format.ts';
import type { News } from '../state/last-visit.ts';

/** Returns what is new since the last visit, in one sentence; `newest` is the date of the newest finding, in words. */
export function newsText({ findings, isNewer, edition }: News, newest: string): string {
	const many = `${countInWords(findings)} ${findings === 1 ? 'finding' : 'findings'}`;
	const parts = [
		...(findings > 0 ? [`${many} more${isNewer ? `, the newest of ${newest}` : ''}`] : []),
		...(edition !== undefined ? [`edition ${edition} of the numbers`] : []),
	];
	return `Since your last visit: ${parts.join('; ')}`;
}
