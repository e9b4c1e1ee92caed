import type { FormattedNumber } from '../engine/number-format.ts';

/** Joins the ends of a range and names a scale and unit once if both share them: "8 to 40 years", "$1.2 to $3 billion", "2028 to never". */
export function spanText(low: FormattedNumber, high: FormattedNumber): string {
	const tail = `${low.scale?.word ?? ''}${low.after}`;
	const isShared = low.after === high.after && (low.scale === undefined || low.scale === high.scale);
	return low.kind === 'plain' && tail !== '' && isShared
		? `${low.before}${low.number} to ${high.text}`
		: `${low.text} to ${high.text}`;
}
