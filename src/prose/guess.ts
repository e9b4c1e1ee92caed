import { formatNumber } from '../engine/number-format.ts';
import type { NumberParameter } from '../engine/parameter.ts';

/** Returns feedback on a guess by its ratio to the answer; both are positive. Thresholds are in orders of magnitude. */
export function guessFeedback(guess: number, answer: number): string {
	const orders = Math.log10(guess / answer);
	const times = formatNumber(10 ** Math.abs(orders), '–', { digits: 2, style: 'words' });
	if (Math.abs(orders) < 0.1) return 'You have done this sum before.';
	const side = orders > 0 ? 'above' : 'below';
	if (Math.abs(orders) < 0.5) return `Within a factor of ${times}: closer than most of the argument.`;
	if (Math.abs(orders) < 1.5)
		return `${times} times ${side} it, which is a fair reading of thin evidence. What follows shows which of the steps carry the difference.`;
	return (
		`${times} times ${side} it. So far apart, guesser and model assume different things, and the model ` +
		`may be the one in the wrong: what follows lays its steps open.`
	);
}

/** Returns the slider of a guess: linear for a share, from 0 to 1; else logarithmic from 1 to `most`. */
export function guessSlider(unit: NumberParameter['unit'], most: number): NumberParameter {
	const isShare = unit === 'fraction';
	const [min, max] = isShare ? [0, 1] : [1, most];
	return {
		label: 'Your guess',
		unit,
		scale: isShare ? 'linear' : 'log',
		default: min,
		min,
		max,
		source: { cite: [], note: '' },
	};
}
