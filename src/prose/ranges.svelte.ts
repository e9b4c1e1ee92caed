import type { Unit } from '../engine/number-format.ts';
import { quantityOf } from '../models/quantity.ts';
import type { Spread } from '../runs/asks.ts';
import { runs } from '../runs/runs.svelte.ts';
import { liveText, type LiveSpec } from './live-text.ts';
import { spanText } from './span-text.ts';

/** Significant digits of an end at the most: it is the result of chance. */
const ROUGHLY = 3;

/** A share or a sum of money below this is said to be below it: what tells one tiny run from another is chance. */
const LEAST: Partial<Record<Unit, number>> = { fraction: 1e-4, bn$: 1e-3, tn$: 1e-6 };

/** Where a number stands in its text: a title takes a range in brackets; in a sentence the first one says what the range is. */
export type Place = 'title' | 'first' | 'later';

/** What a live number says besides itself while ranges are shown; empty where the runs do not move it. `follows`: the text right behind it. */
export function rangeText(spec: LiveSpec, { p05, p95 }: Spread, place: Place, follows: string): string {
	// One minus a share turns the ends round.
	const rough = {
		...spec,
		exact: false,
		never: 'never',
		...(spec.digits && { digits: Math.min(spec.digits, ROUGHLY) }),
	};
	const least = LEAST[quantityOf(spec.of).unit] ?? 0;
	const words = (end: number) =>
		end > 0 && end < least ? `under ${liveText(rough, () => least)}` : liveText(rough, () => end);
	const [low, high] = (spec.rest ? [p95, p05] : [p05, p95]).map(words) as [string, string];
	if (low === high) return '';
	const span = spanText(low, high);
	if (place !== 'first') return ` (${span})`;
	return `, or ${span} in nine runs of ten${/^\s*([,.;:)?!]|$)/.test(follows) ? '' : ','}`;
}

/** Follows the outputs of these models as long as the effect lasts in which it is called; gives what the runs say of one of them. */
export function follow(models: Iterable<string>): (spec: LiveSpec) => Spread | undefined {
	const watched = Object.fromEntries(
		Array.from(models, (model) => [model, runs.watch(() => ({ kind: 'outputs', model }) as const)]),
	);
	return (spec) => {
		const { model, key, isParameter } = quantityOf(spec.of);
		return isParameter || spec.cases ? undefined : watched[model.id]?.now?.[key];
	};
}
