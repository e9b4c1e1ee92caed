import { formatNumber } from '../../engine/number-format.ts';
import type { Output } from '../../engine/model.ts';

/** What a reader guessed of a run, in the unit of the output, and what the run came to, once it has. */
export interface MadeGuess {
	readonly value: number;
	readonly answer?: number;
	/** Median of the published runs with the same settings, if there are any. */
	readonly median?: number;
}

/** Returns an outcome in words, to two digits. */
export const outcomeText = ({ unit, never }: Output, value: number): string =>
	formatNumber(value, unit, { style: 'words', digits: 2, ...(never && { never }) });

/** Returns by how much a guess was off: in percentage points if it is a share, as a factor if it is a count. */
function offText({ unit }: Output, value: number, answer: number): string {
	const side = value > answer ? 'too high' : 'too low';
	if (unit === 'fraction') {
		const points = Math.round(100 * Math.abs(value - answer));
		return points < 2 ? 'You were right' : `You were ${formatNumber(points, 'count')} percentage points ${side}`;
	}
	const factor = Math.max(value, answer) / Math.max(1, Math.min(value, answer));
	return factor < 1.1
		? 'You were right'
		: `You were ${side} by a factor of ${formatNumber(factor, '–', { digits: 2 })}`;
}

/** Returns a guess beside what came of it. */
export function guessedText(output: Output, { value, answer, median }: MadeGuess): string {
	const guess = `You guessed ${outcomeText(output, value)}`;
	if (answer === undefined) return `${guess}. The run is not done yet.`;
	const off = answer === Infinity ? '' : ` ${offText(output, value, answer)}.`;
	const others = median === undefined ? '' : ` The median of the published runs is ${outcomeText(output, median)}.`;
	return `${guess}; this run came to: ${outcomeText(output, answer)}.${off}${others}`;
}
