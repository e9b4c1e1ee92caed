import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attribute, findConcessions, type Attribution } from '../../src/engine/attribution.ts';
import { baselineOf, type Inputs } from '../../src/engine/model.ts';
import { quantityOf } from '../../src/models/quantity.ts';
import { modelOf, models } from '../../src/models/registry.ts';
import {
	AGAINST_THE_ESSAY,
	attributionText,
	differenceText,
	concessionsText,
	partings,
	segmentsOf,
	partyWordsOf,
} from '../../src/analysis/attribution-text.ts';
import { answerNow, Sampler } from '../../src/runs/sampler.ts';
import { inputsOf } from '../engine/inputs.ts';

function whole<T>(work: Generator<undefined, T>): T {
	for (;;) {
		const step = work.next();
		if (step.done) return step.value;
	}
}
const agi = quantityOf('forecast.agiYear');
const attribution = (own: Partial<Attribution>): Attribution => ({
	measure: 'amount',
	mine: 2036.8,
	theirs: 2045.8,
	parts: [],
	counted: 1,
	...own,
});
const part = (key: string, share: number, error = 0) => ({ key, share, error });

describe('`attributionText`', () => {
	it('states the difference and the largest parts', () =>
		expect(
			attributionText(
				agi,
				attribution({
					parts: [part('humanLevelYear', 7), part('substitutability', 2), part('ramp', 0), part('abilities', 0)],
				}),
				partyWordsOf('Ann'),
			),
		).toBe(
			'You and Ann are 9 years apart on “Year in which 95% can be done”: 2036 with yours, 2045 with Ann’s. Of that, 7 years are “Year in which a machine learns as people do” and 2 years are “How well abilities stand in for one another”; the other two assumptions on which the two differ do nothing here.',
		));

	it('names the only assumption if it makes the whole difference', () =>
		expect(attributionText(agi, attribution({ parts: [part('humanLevelYear', 9)] }), partyWordsOf(''))).toMatch(
			/^You and the other reader are 9 years apart .* with theirs\. All of that is “Year in which a machine learns/,
		));

	it('names a part of the opposite sign', () =>
		expect(
			attributionText(agi, attribution({ parts: [part('humanLevelYear', 11), part('ramp', -2)] }), partyWordsOf('Ann')),
		).toMatch(/11 years are “Year in .*; “.*” works the other way, by 2 years\.$/));

	it('gives shares of orders if one value is never', () =>
		expect(
			attributionText(
				agi,
				attribution({ measure: 'reach', theirs: Infinity, parts: [part('humanLevelYear', 0.75), part('ramp', 0.25)] }),
				AGAINST_THE_ESSAY,
			),
		).toMatch(
			/^On “.*” one gets there and the other never does: 2036 with the essay’s, never with theirs\. .* decides it in 75% of orders and .* in 25% of orders\.$/,
		));

	it('adds a sentence if no order counts, or if only some count', () => {
		const parts = [part('humanLevelYear', 6), part('ramp', 3)];
		expect(
			attributionText(
				agi,
				attribution({ counted: 0, parts: parts.map(({ key }) => part(key, 0)) }),
				partyWordsOf('Ann'),
			),
		).toMatch(/9 years apart.*cannot be divided/);
		expect(attributionText(agi, attribution({ counted: 0.5, parts }), partyWordsOf('Ann'))).toMatch(
			/over the 50% of orders/,
		);
	});

	it('returns “the two agree” if both values print the same', () =>
		expect(attributionText(agi, attribution({ theirs: 2036.9, parts: [part('ramp', 0.1)] }), partyWordsOf('Ann'))).toBe(
			'On “Year in which 95% can be done” the two agree: 2036.',
		));

	it.each([
		['forecast.agiYear', 'amount', 1, '1 year'],
		['forecast.capability2030', 'amount', -0.125, '13 points'],
		['forecast.revenue2030', 'amount', 260, '$260\u00a0billion'],
		['forecast.revenue2030', 'factor', 2, 'a factor of 100'],
		['forecast.agiYear', 'reach', 0.5, '50%'],
	] as const)('`differenceText` formats %s, %s of %d, as “%s”', (name, measure, size, words) =>
		expect(differenceText(quantityOf(name), measure, size)).toBe(words),
	);

	it('returns texts without NaN and segments within 0 to 100 for any two inputs', () => {
		for (const model of models.values())
			fc.assert(
				fc.property(inputsOf(model), inputsOf(model), (mine, theirs) => {
					const few: Inputs = Object.fromEntries(
						Object.keys(mine).map((key, i) => [key, (i < 4 ? theirs : mine)[key]!]),
					);
					for (const output of model.headline) {
						const quantity = quantityOf(`${model.id}.${output}`);
						const found = whole(attribute(model, output, mine, few, 100));
						const near = whole(findConcessions(model, output, mine, few, 0.25));
						const texts = [
							attributionText(quantity, found, partyWordsOf('Ann')),
							...concessionsText(quantity, found, near, mine, few, 'x', partyWordsOf('Ann')),
						];
						for (const text of texts) expect(text).not.toMatch(/NaN|Infinity|undefined|\[object/);
						for (const { from, to } of segmentsOf(quantity, found)) {
							expect(from).toBeGreaterThanOrEqual(0);
							expect(to).toBeLessThanOrEqual(100);
							expect(to).toBeGreaterThanOrEqual(from);
						}
					}
				}),
				{ numRuns: 3 },
			);
	});

	it('`segmentsOf` fills the bar from mine to theirs without gaps, for either sign', () => {
		const parts = [part('humanLevelYear', 7), part('substitutability', 2)];
		for (const sign of [1, -1]) {
			const found = attribution({ parts: parts.map(({ key, share }) => part(key, sign * share)) });
			const [first, second] = segmentsOf(agi, found);
			expect([first!.from, first!.to, second!.from, second!.to].map(Math.round)).toEqual([0, 78, 78, 100]);
		}
	});
});

describe('`partings`', () => {
	it('starts with the output that the most differing parameters affect', () => {
		const theirs: Inputs = { humanLevelYear: 2042, adoptionQ: 0.9 };
		const found = partings(models.values(), (model) => {
			const mine = baselineOf(model);
			return [mine, Object.fromEntries(Object.entries(mine).map(([key, value]) => [key, theirs[key] ?? value]))];
		});
		expect(found[0]).toEqual({ name: 'forecast.agiYear', label: agi.label, mine: '2037', theirs: '2046' });
		const one = partings(models.values(), (model) => {
			const mine = baselineOf(model);
			return [mine, 'humanLevelYear' in mine ? { ...mine, humanLevelYear: 2042 } : mine];
		});
		expect(one[0]!.name).toBe('forecast.agiYear');
		expect(found.every(({ mine, theirs }) => mine !== theirs)).toBe(true);
	});
});

describe('the attribution query of `Sampler`', () => {
	const values = Object.fromEntries([...models.values()].flatMap((model) => Object.entries(baselineOf(model))));
	it('divides the difference between the reader and another, and between any two', () => {
		const about = 'forecast.agiYear';
		const theirs = { humanLevelYear: 2042, substitutability: 0.3 };
		const own = answerNow(new Sampler(), { kind: 'attribution', about, theirs }, { seed: 1, pinned: [], values });
		const given = answerNow(
			new Sampler(),
			{ kind: 'attribution', about, mine: {}, theirs },
			{ seed: 1, pinned: [], values: { ...values, humanLevelYear: 2050 } },
		);
		expect(own).toEqual(given);
		expect(own.parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(own.theirs - own.mine, 9);
		expect(own.mine).toBe(modelOf('forecast').evaluate(baselineOf(modelOf('forecast')))['agiYear']);
	});
});
