import forecast from '../../../src/models/forecast.model.ts';
import { DrawingError, figureSpec, type IslandProps, type FigureSpec } from '../figure-spec.ts';

type Odds = readonly [number, number];
const isOdds = (value: unknown): value is Odds =>
	Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'number');

/** "in 4 of a hundred runs, by 2045 in 83": returns both counts of the sentence below the plot. */
const stated = (text: string): number[] =>
	Array.from(
		text.matchAll(/by \d{4} in (fewer than |more than )?(\d+)/g),
		([, bound, count]) => Number(count) + (bound ? (bound.startsWith('f') ? -0.5 : 0.5) : 0),
	);

/** Odds of the axis labels; the axes are logarithmic in odds. */
const ODDS = {
	'1 in 1,000': 1 / 999,
	'1 in 100': 1 / 99,
	'1 in 10': 1 / 9,
	'1 in 2': 1,
	'9 in 10': 9,
	'99 in 100': 99,
};
const ofHundred = (odds: number) => (100 * odds) / (1 + odds);
/** Clamps shares beyond 1 in 2,000 to the ends of the axis. */
const toOdds = (share: number) => {
	const inside = Math.min(1999 / 2000, Math.max(1 / 2000, share));
	return inside / (1 - inside);
};

/** Compares the plot with the odds that the text states; the runs themselves are tested with the sampler. */
export default function quadrant({ positions }: IslandProps): FigureSpec {
	if (!Array.isArray(positions)) throw new Error('The props of Quadrant need `positions`.');
	const odds = positions.map((position: { odds: unknown }) => position.odds).filter(isOdds);
	return figureSpec({
		model: forecast,
		labelValues: [{ x: ODDS, y: ODDS }],
		custom: {
			reason: 'positions come from Monte Carlo runs, and positions at the same point share a dot',
			check(figure, _, [plot]) {
				const text = figure.querySelector('.belief')?.textContent ?? '';
				const [soon, later] = stated(text);
				const [you] = plot!.circles('.plot-area .ring');
				const read = [plot!.x.toValue(you![0]), plot!.y!.toValue(you![1])].map(ofHundred);
				if (Math.abs(read[0]! - soon!) > 0.7 || Math.abs(read[1]! - later!) > 0.7)
					throw new DrawingError(
						`The reader’s point is at ${read.map((value) => value.toFixed(1)).join(', ')} of a hundred; the text states ${soon}, ${later}.`,
					);
				const dots = plot!.circles('.plot-area .dated');
				for (const [a, b] of odds) {
					const [x, y] = [plot!.x.toPlace(toOdds(a)), plot!.y!.toPlace(toOdds(b))];
					if (!dots.some(([cx, cy]) => Math.hypot(cx - x, cy - y) < 3.2))
						throw new DrawingError(`No dot at ${100 * a}, ${100 * b} of a hundred.`);
				}
				const letters = Array.from(figure.querySelectorAll('.letter'), (letter) => letter.textContent);
				const named = Array.from(figure.querySelectorAll('.key strong'), (letter) => letter.textContent);
				if (letters.length !== dots.length || letters.join() !== named.join())
					throw new DrawingError(`The dots have the letters ${letters.join()}; the list has ${named.join()}.`);
			},
		},
	});
}
