import { describe, expect, it } from 'vitest';
import { inputsFrom } from '../../src/engine/model.ts';
import { isCertain, outcomesText } from '../../src/figures/frame/outcomes.ts';
import { quantityOf, quantityText } from '../../src/models/quantity.ts';
import { models } from '../../src/models/registry.ts';
import { NOW } from '../../src/parameters/abilities.ts';
import { positions } from '../../src/positions/positions.ts';
import { rangeWords } from '../../src/prose/range-words.ts';
import type { Spread } from '../../src/runs/queries.ts';
import { answerNow, Sampler } from '../../src/runs/sampler.ts';
import { positionValues } from '../../src/state/position-values.ts';
import { parameters } from '../../src/models/registry.ts';
import { readNumber } from '../engine/read-number.ts';

const RUNS = 2000;
const essay = new Map([...parameters].map(([key, parameter]) => [key, parameter.default]));
const subjects = [
	['the essay', essay] as const,
	...positions.map(({ id, title }) => [title, positionValues(id)] as const),
];

/** Yields the spread of each headline output, for the essay and for each position. */
function* headlines() {
	for (const [subject, values] of subjects) {
		const sampler = new Sampler();
		for (const model of models.values()) {
			const keys = Object.keys(model.parameters);
			// A position that sets no parameter of a model has the essay's runs of it.
			if (values !== essay && keys.every((key) => values.get(key) === essay.get(key))) continue;
			const inputs = inputsFrom(model, (key) => values.get(key)!);
			const now = model.evaluate(inputs);
			const spreads = answerNow(
				sampler,
				{ kind: 'outputs', model: model.id },
				{ seed: 1, values: Object.fromEntries(values), pinned: [] },
				RUNS,
			) as Readonly<Record<string, Spread>>;
			for (const key of model.headline) {
				const spread = spreads[key];
				if (spread && typeof now[key] === 'number')
					yield {
						name: `${subject}: ${model.id}.${key}`,
						quantity: quantityOf(`${model.id}.${key}`),
						own: now[key],
						spread,
					};
			}
		}
	}
}
const all = [...headlines()];
/** Parses the two ends of a printed range. An end in words, such as “now”, is infinite. */
function ends(words: string, unit: Parameters<typeof readNumber>[1]): readonly [number, number] {
	const [low, high] = words.replaceAll('\u00a0', ' ').split(' to ') as [string, string?];
	const unitOf = /[^\d.,\s].*$/.exec((high ?? '').replace(/^[\d.,\s$]+/, ''))?.[0] ?? '';
	const read = (text: string) => {
		for (const tried of [text, `${text} ${unitOf}`, `${text}${unitOf}`])
			try {
				return readNumber(tried, unit).value;
			} catch {
				// Tries the next way of writing the end.
			}
		throw new Error(`“${text}” in “${words}” is no number.`);
	};
	if (high === undefined) return [/^now/.test(low) ? -Infinity : read(low.replace(/ or (more|later)$/, '')), Infinity];
	return [low === 'now' || low.startsWith('under') ? -Infinity : read(low), read(high)];
}

describe('`rangeWords` of every headline output, for the essay and each position', () => {
	it('is tested with more than eighty ranges', () => expect(all.length).toBeGreaterThan(80));

	it('contains the printed value of the settings, or states that they lie outside', () => {
		const wrong = all.filter(({ quantity, own, spread }) => {
			if (isCertain(quantity, spread)) return false;
			const isInside = own >= spread.p05 && own <= spread.p95;
			const text = outcomesText(quantity, own, spread);
			if (!isInside) return !text.includes('Your settings lie outside');
			const words = rangeWords(quantity, own, spread.p05, spread.p95);
			if (words === '' || !Number.isFinite(own) || quantityText(quantity, own).startsWith('under')) return false;
			const printed = readNumber(quantityText(quantity, own), quantity.unit);
			const [low, high] = ends(words, quantity.unit);
			return printed.value < low - printed.place / 2 || printed.value > high + printed.place / 2;
		});
		expect(wrong.map(({ name, quantity, own, spread }) => `${name}: ${outcomesText(quantity, own, spread)}`)).toEqual(
			[],
		);
	});

	it('begins with no year that has passed', () => {
		const past = all.filter(
			({ quantity, own, spread }) =>
				quantity.unit === 'year' &&
				own >= NOW &&
				(
					outcomesText(quantity, own, spread)
						.split('on your settings')[1]!
						.match(/\b(19|20)\d\d (?=to|or)/g) ?? []
				).some((year) => Number(year) < NOW),
		);
		expect(past.map(({ name, quantity, own, spread }) => `${name}: ${outcomesText(quantity, own, spread)}`)).toEqual(
			[],
		);
	});

	it('writes both ends in words or both in figures', () => {
		const mixed = all
			.map(({ name, quantity, own, spread }) => ({ name, words: rangeWords(quantity, own, spread.p05, spread.p95) }))
			.filter(({ words }) => /⁻/.test(words) || (/illion/.test(words) && !/\$|illion.*illion|or more/.test(words)));
		expect(mixed).toEqual([]);
	});
});
