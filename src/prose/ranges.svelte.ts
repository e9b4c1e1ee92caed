import type { ViewportScope } from '../hydration/viewport-scope.svelte.ts';
import { quantityOf } from '../models/quantity.ts';
import type { Spread } from '../runs/queries.ts';
import { runs } from '../runs/runs.svelte.ts';
import type { LiveSpec } from './live-text.ts';
import { rangeWords } from './range-words.ts';

/** Position of a number in its paragraph. The first explains its range; later ones only show theirs. */
export type RangeContext = 'first' | 'later';

/** Returns the range that follows a live number of this value. Empty if the runs do not vary it. */
export function rangeText(
	{ of, rest, ...format }: LiveSpec,
	value: number,
	{ p05, p25, p75, p95 }: Spread,
	context: RangeContext,
): string {
	const quantity = quantityOf(of);
	const own = rest ? 1 - value : value;
	// One minus a share swaps the ends.
	const words = (low: number, high: number) =>
		rest ? rangeWords(quantity, own, 1 - high, 1 - low, format) : rangeWords(quantity, own, low, high, format);
	const [half, most] = [words(p25, p75), words(p05, p95)];
	if (most === '') return '';
	if (value < p05 || value > p95) return ` (though nine runs in ten give ${most})`;
	if (context === 'later') return ` (${most})`;
	return half === '' || value < p25 || value > p75
		? ` (nine runs in ten: ${most})`
		: ` (half of the runs: ${half}; nine in ten: ${most})`;
}

/**
 * Watches the runs of the models whose numbers are shown, each with the scope of its text, while the surrounding effect
 * lives. Returns a function from a live number to its spread.
 */
export function follow(
	shown: readonly { readonly model: string; readonly scope: ViewportScope }[],
): (spec: LiveSpec) => Spread | undefined {
	const models = shown.map(({ model }) => model).filter((model, i, all) => all.indexOf(model) === i);
	const watched = Object.fromEntries(
		models.map((model) => {
			const view = {
				get isNear() {
					return shown.some((text) => text.model === model && text.scope.isNear);
				},
			};
			return [model, runs.watch(() => ({ kind: 'outputs', model }) as const, view)];
		}),
	);
	return (spec) => {
		const { model, key, isParameter } = quantityOf(spec.of);
		return isParameter || spec.cases || model.outputs[key]?.isOfSettings ? undefined : watched[model.id]?.now?.[key];
	};
}

export default { rangeText, follow };
