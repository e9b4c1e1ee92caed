import { tallyOf, type Miss } from '../../engine/drawn-path.ts';
import { countInWords, formatNumber } from '../../engine/number-format.ts';

/** Returns how far off a line was: "1.8 times too low". */
export function missText({ side, factor }: Miss): string {
	if (side === 'met') return 'as near as can be drawn';
	return `${formatNumber(factor, '–', { digits: 2, style: 'words' })} times too ${side}`;
}

const timesText = (count: number): string =>
	count === 1 ? 'once' : count === 2 ? 'twice' : `${countInWords(count)} times`;

/** Returns how often a line was too low and too high, in one sentence. */
export function tallyText(misses: readonly Miss[], whose: string): string {
	const { low, high, met } = tallyOf(misses);
	const sides = [
		...(low > 0 ? [`too low ${timesText(low)}`] : []),
		...(high > 0 ? [`too high ${timesText(high)}`] : []),
		...(met > 0 ? [`near enough ${timesText(met)}`] : []),
	];
	const list = sides.length > 1 ? `${sides.slice(0, -1).join(', ')} and ${sides.at(-1)}` : sides[0]!;
	const reports = misses.length === 1 ? 'the one report' : `${countInWords(misses.length)} reports`;
	const never = met === misses.length ? '' : low === 0 ? ', never too low' : high === 0 ? ', never too high' : '';
	return `Of ${reports}, ${whose} was ${list}${never}.`;
}

/** Returns what taking over the growth of a line did, and says so if the slider ends before it. */
export function adoptedText(
	label: string,
	unit: Parameters<typeof formatNumber>[1],
	wanted: number,
	taken: number,
): string {
	const words = (value: number) => formatNumber(value, unit, { never: 'without end' });
	const set = `“${label}” is now ${words(taken)}.`;
	return wanted === taken ? set : `${set} By your line it would be ${words(wanted)}, and the slider ends there.`;
}
