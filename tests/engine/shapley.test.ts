import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attribute, findConcessions, differingKeys } from '../../src/engine/attribution.ts';
import { defineModel, inputsFrom, type Inputs } from '../../src/engine/model.ts';
import { shapley, type Shares } from '../../src/engine/shapley.ts';
import { models } from '../../src/models/registry.ts';
import { inputsOf } from './inputs.ts';

/** Runs a generator to its end. */
function whole<T>(work: Generator<undefined, T>): T {
	for (;;) {
		const step = work.next();
		if (step.done) return step.value;
	}
}
const ALL = 10_000;
const sharesOf = (players: number, worth: (taken: Uint8Array) => number, orders = ALL): Shares =>
	whole(shapley(players, worth, orders));
const close = (found: readonly number[], wanted: readonly number[]) =>
	found.forEach((share, i) => expect(share).toBeCloseTo(wanted[i]!, 10));
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe('`shapley`', () => {
	it('returns the terms of a sum', () =>
		close(sharesOf(3, (taken) => 5 + 2 * taken[0]! - 3 * taken[1]!).of, [2, -3, 0]));

	it('returns the logarithms of the factors for the logarithm of a product', () =>
		close(
			sharesOf(3, (taken) => Math.log(2 ** taken[0]! * 3 ** taken[1]! * 5 ** taken[2]!)).of,
			[2, 3, 5].map(Math.log),
		));

	it('divides an interaction equally between its players', () =>
		close(sharesOf(3, (taken) => 12 * taken[0]! * taken[1]! * taken[2]!).of, [4, 4, 4]));

	it('averages both orders for a product of two', () =>
		// From 1 to 3 and from 1 to 5: 2 and then 4 × 3, or 4 and then 2 × 5.
		close(sharesOf(2, (taken) => (1 + 2 * taken[0]!) * (1 + 4 * taken[1]!)).of, [(2 + 10) / 2, (12 + 4) / 2]));

	it('gives two thirds to the single left glove of a glove game', () =>
		close(sharesOf(3, (taken) => Math.min(taken[0]!, taken[1]! + taken[2]!)).of, [2 / 3, 1 / 6, 1 / 6]));

	it('excludes orders with an infinite marginal contribution, and still sums to the whole', () => {
		// The second player alone is worth −Infinity, so only the order that starts with the first counts.
		const { of, counted } = sharesOf(2, (taken) => (taken[1] && !taken[0] ? Infinity : 3 * taken[0]! + 4 * taken[1]!));
		close(of, [3, 4]);
		expect(counted).toBe(0.5);
	});

	it('returns no shares if no order is finite', () =>
		expect(sharesOf(2, (taken) => (taken[0] === taken[1] ? taken[0]! : Infinity))).toMatchObject({
			of: [0, 0],
			counted: 0,
		}));

	it('satisfies efficiency, the dummy axiom and symmetry for any game', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 2, max: 6 }).chain((players) =>
					fc.record({
						players: fc.constant(players),
						worths: fc.array(fc.double({ min: -100, max: 100, noNaN: true }), {
							minLength: 2 ** players,
							maxLength: 2 ** players,
						}),
					}),
				),
				({ players, worths }) => {
					const code = (taken: Uint8Array) => taken.reduce((bits, member, i) => bits + member * 2 ** i, 0);
					const { of } = sharesOf(players, (taken) => worths[code(taken)]!);
					expect(sum(of)).toBeCloseTo(worths.at(-1)! - worths[0]!, 9);
					// A dummy player.
					const dummy = sharesOf(players + 1, (taken) => worths[code(taken.subarray(0, players))]!).of;
					expect(dummy.at(-1)).toBeCloseTo(0, 9);
					close(dummy.slice(0, -1), of);
					// The first two made symmetric: the worth depends on how many of them take part.
					const equal = sharesOf(players, (taken) => {
						const alike = taken.slice();
						if (taken[1]! > taken[0]!) [alike[0], alike[1]] = [1, 0];
						return worths[code(alike)]!;
					}).of;
					expect(equal[0]).toBeCloseTo(equal[1]!, 9);
				},
			),
			{ numRuns: 100 },
		);
	});

	it('samples orders beyond twelve players: within the errors of the exact shares, and summing to the whole', () => {
		const weights = Array.from({ length: 14 }, (_, i) => i - 4);
		/** A sum, and interactions between neighbours, of which each gets half. */
		const worth = (taken: Uint8Array) =>
			weights.reduce((total, weight, i) => total + weight * taken[i]! + taken[i]! * (taken[i + 1] ?? 0), 0);
		const exact = weights.map((weight, i) => weight + (i > 0 ? 0.5 : 0) + (i < 13 ? 0.5 : 0));
		const { of, errors } = sharesOf(14, worth, 400);
		expect(sum(of)).toBeCloseTo(sum(exact), 9);
		of.forEach((share, i) => expect(Math.abs(share - exact[i]!)).toBeLessThanOrEqual(4 * errors[i]! + 1e-9));
	});

	it('estimates errors that match the scatter over seeds', () => {
		// Worth 1 once one of two veto players and any other take part: each order gives it to one player.
		const worth = (taken: Uint8Array) => Number(taken[0]! > 0 && taken.slice(1).some((member) => member > 0));
		const { of, errors } = sharesOf(15, worth, 2000);
		expect(of[0]).toBeCloseTo(14 / 15, 1);
		expect(errors[0]).toBeGreaterThan(0.001);
		expect(Math.abs(of[0]! - 14 / 15)).toBeLessThan(4 * errors[0]!);
	});

	it('enumerates coalitions if that takes no more evaluations than sampling, for up to twelve players', () => {
		/** Number of evaluations: one per coalition if enumerated; players + 1 per sampled order. */
		const askedFor = (players: number, orders: number) => {
			let asked = 0;
			sharesOf(players, (taken) => (asked++, taken[0]!), orders);
			return asked;
		};
		// 2⁴ = 16 coalitions; 3 orders of 5 evaluations are 15, and 4 are 20.
		expect(askedFor(4, 4)).toBe(16);
		expect(askedFor(4, 3)).toBe(4 * 5);
		// 2³ = 8 is exactly two orders of four.
		expect(askedFor(3, 2)).toBe(8);
		expect(askedFor(12, ALL)).toBe(4096);
		expect(askedFor(13, ALL)).toBe(ALL * 14);
	});

	it('samples permutations antithetically, at least two pairs', () => {
		const shares = (orders: number) => sharesOf(14, (taken) => taken[0]! * taken[1]! + 3 * taken[2]!, orders);
		const { of, errors, counted } = shares(1);
		// In an order and its reverse, each of the two required players comes last once.
		expect([of[0], of[1], of[2], errors[0], counted]).toEqual([0.5, 0.5, 3, 0, 1]);
		expect(shares(7)).toEqual(shares(8));
	});

	it('excludes sampled orders with an infinite step, and returns the share that counted', () => {
		// Only orders with the first player before the second are finite: one of each pair.
		const worth = (taken: Uint8Array) =>
			taken[1] && !taken[0] ? Infinity : 5 * taken[0]! + 2 * taken[1]! + taken[13]!;
		const { of, errors, counted } = sharesOf(14, worth, 400);
		expect(counted).toBe(0.5);
		close(of, [5, 2, ...Array<number>(11).fill(0), 1]);
		expect(errors.every((error) => error === 0)).toBe(true);
		const none = sharesOf(14, (taken) => (taken[0] === taken[1] ? 0 : Infinity), 400);
		expect(none).toEqual({ of: Array(14).fill(0), errors: Array(14).fill(0), counted: 0 });
	});

	it('returns the standard error of the mean over pairs', () => {
		const worth = (taken: Uint8Array) => taken[0]! * taken[1]! * taken[2]!;
		const { of, errors } = sharesOf(13, worth, 1000);
		// A pair gives half to the first and the last of the three, and nothing to the middle one.
		const share = of[0]!;
		const ends = 2 * share;
		expect(errors[0]).toBeCloseTo(Math.sqrt((ends * 0.25 - share ** 2) / (500 - 1)), 12);
	});

	it('yields every twenty coalitions, and after each sampled pair', () => {
		const breaths = (players: number, orders: number) => {
			const work = shapley(players, (taken) => taken[0]!, orders);
			let count = 0;
			while (!work.next().done) count++;
			return count;
		};
		expect(breaths(6, ALL)).toBe(Math.floor(64 / 20));
		expect(breaths(14, 60)).toBe(30);
	});
});

const source = { cite: [], note: 'Test.' };
const number = (baseline: number, scale: 'linear' | 'log' = 'linear') =>
	({ label: 'N', unit: '–', scale, default: baseline, min: 1, max: 1000, source }) as const;
const trade = defineModel({
	id: 'trade',
	title: 'Trade',
	parameters: { price: number(10, 'log'), sold: number(20), idle: number(5) },
	outputs: { revenue: { label: 'Revenue', unit: '$' }, years: { label: 'Years', unit: 'yr' } },
	headline: ['revenue'],
	evaluate: ({ price, sold }) => ({ revenue: price * sold, years: price > 100 ? Infinity : price }),
});
const mine = { price: 10, sold: 20, idle: 5 };
const yes = {
	label: 'C',
	unit: '–',
	scale: 'choice',
	default: 'no',
	choices: { no: 'No', yes: 'Yes' },
	source,
} as const;
const exact = defineModel({
	id: 'exact',
	title: 'Exact',
	parameters: { is: { ...number(0), min: 0 }, far: number(7, 'log'), first: yes, second: yes },
	outputs: { is: { label: 'Is', unit: '–' }, far: { label: 'Far', unit: '–' }, said: { label: 'Said', unit: '–' } },
	headline: ['is'],
	evaluate: ({ is, far, first, second }) => ({
		is,
		far,
		said: 50 * Number(first === 'yes') + 50 * Number(second === 'yes'),
	}),
});
const here = { is: 0, far: 7, first: 'no', second: 'no' } as const;

describe('`attribute`', () => {
	it('divides a small difference by amounts, the largest part first', () => {
		const { measure, parts } = whole(attribute(trade, 'revenue', mine, { price: 20, sold: 22, idle: 7 }, ALL));
		expect(measure).toBe('amount');
		// Price +10 at 20 or 22 pieces; 2 more pieces at 10 or 20.
		expect(parts.map(({ key, share }) => [key, share])).toEqual([
			['price', 210],
			['sold', 30],
			['idle', 0],
		]);
	});

	it('sorts parts by absolute share, independently of their sign and their order in the model', () => {
		const { parts } = whole(attribute(trade, 'revenue', mine, { price: 11, sold: 12, idle: 5 }, ALL));
		// Price +1 at 20 or 12 pieces; 8 fewer pieces at 10 or 11.
		expect(parts.map(({ key, share }) => [key, share])).toEqual([
			['sold', -84],
			['price', 16],
		]);
	});

	it('divides a large difference by factors', () => {
		const { measure, parts } = whole(attribute(trade, 'revenue', mine, { ...mine, price: 1000, sold: 200 }, ALL));
		expect(measure).toBe('factor');
		close(
			parts.map(({ share }) => share),
			[2, 1],
		);
	});

	it.each([
		['amount', 10, 100],
		['factor', 10, 100.001],
		['factor', 100.001, 10],
		['amount', 0, 100],
		['amount', 100, 0],
		['amount', -10, -1000],
		['amount', -10, 1000],
		['reach', 10, Infinity],
		['reach', -Infinity, 10],
		['none', Infinity, Infinity],
	] as const)('is said as %s between %d and %d', (measure, mine, theirs) =>
		expect(whole(attribute(exact, 'is', { ...here, is: mine }, { ...here, is: theirs }, ALL))).toMatchObject({
			measure,
			mine,
			theirs,
		}),
	);

	it('returns the share of orders in which each parameter decides, if one value is infinite', () => {
		const { measure, parts } = whole(attribute(trade, 'years', mine, { price: 200, sold: 40, idle: 5 }, ALL));
		expect(measure).toBe('reach');
		expect(parts).toEqual([
			{ key: 'price', share: 1, error: 0 },
			{ key: 'sold', share: 0, error: 0 },
		]);
	});

	it('returns nothing if the two agree', () =>
		expect(whole(attribute(trade, 'revenue', mine, { ...mine, idle: 9 }, ALL))).toEqual({
			measure: 'none',
			mine: 200,
			theirs: 200,
			parts: [],
			counted: 1,
		}));

	it.each([...models.values()].map((model) => [model.id, model] as const))(
		'sums to the difference of %s for any two inputs',
		(_, model) => {
			fc.assert(
				fc.property(inputsOf(model), inputsOf(model), fc.infiniteStream(fc.boolean()), (one, all, agree) => {
					// At most five differ, so that all orders can be enumerated quickly.
					const differing = new Set(
						Object.keys(model.parameters)
							.filter(() => agree.next().value)
							.slice(0, 5),
					);
					const other: Inputs = inputsFrom(model, (key) => (differing.has(key) ? all : one)[key]!);
					for (const output of model.headline) {
						const { measure, mine, theirs, parts, counted } = whole(attribute(model, output, one, other, ALL));
						const values = [mine, theirs].map((value) =>
							measure === 'factor' ? Math.log10(value) : measure === 'reach' ? Number(!Number.isFinite(value)) : value,
						);
						if (measure === 'none') expect(mine).toBe(theirs);
						else if (counted > 0) {
							const difference = values[1]! - values[0]!;
							const dust = 1e-9 * Math.max(...parts.map(({ share }) => Math.abs(share)), 1e-300);
							expect(Math.abs(sum(parts.map(({ share }) => share)) - difference), output).toBeLessThanOrEqual(
								dust + 1e-9 * Math.max(...values.map(Math.abs)),
							);
						}
						for (const { share } of parts) expect(share).not.toBeNaN();
						if (measure !== 'none')
							expect(new Set(parts.map(({ key }) => key))).toEqual(new Set(differingKeys(model, one, other)));
					}
				}),
				{ numRuns: 12 },
			);
		},
	);
});

describe('`findConcessions`', () => {
	const theirs = { price: 40, sold: 20, idle: 9 };
	it('returns the smallest change of each parameter that brings the two near enough', () => {
		const [first, second, ...rest] = whole(findConcessions(trade, 'revenue', mine, theirs, 0.5));
		// 200 against 800: within 300 at a price of 25, or of 12.5 and more from mine.
		expect(rest).toEqual([]);
		expect([first!.by, first!.key]).toEqual(['them', 'price']);
		expect(first!.to).toBeCloseTo(25, 0);
		expect([second!.by, second!.output]).toEqual(['me', expect.closeTo(500, -1)]);
	});

	it('returns nothing if no single change is enough', () =>
		expect(whole(findConcessions(trade, 'revenue', mine, { price: 30, sold: 60, idle: 5 }, 0.1))).toEqual([]));

	it('returns nothing if the two agree', () =>
		expect(whole(findConcessions(trade, 'revenue', mine, { ...mine, idle: 9 }, 0.5))).toEqual([]));

	it('finds the change to 1/131,072 of the way, and no larger than needed', () => {
		for (const near of [0.99, 0.7, 0.31, 0.04]) {
			const [first] = whole(findConcessions(exact, 'is', here, { ...here, is: 1000 }, near));
			expect([first!.by, first!.way]).toEqual(['me', Math.ceil((1 - near) * 131_072) / 131_072]);
		}
	});

	it('may return the other’s exact value, also on a logarithmic slider', () => {
		const [first, second] = whole(findConcessions(exact, 'far', here, { ...here, far: 123.4 }, 0));
		expect(first).toEqual({ by: 'me', key: 'far', to: 123.4, way: 1, output: 123.4 });
		expect(second).toEqual({ by: 'them', key: 'far', to: 7, way: 1, output: 7 });
	});

	it('takes the other’s choice as a whole, and accepts one that is just near enough', () => {
		const other = { ...here, first: 'yes', second: 'yes' } as const;
		expect(whole(findConcessions(exact, 'said', here, other, 0.5))).toEqual([
			{ by: 'me', key: 'first', to: 'yes', way: 1, output: 50 },
			{ by: 'me', key: 'second', to: 'yes', way: 1, output: 50 },
			{ by: 'them', key: 'first', to: 'no', way: 1, output: 50 },
			{ by: 'them', key: 'second', to: 'no', way: 1, output: 50 },
		]);
		expect(whole(findConcessions(exact, 'said', here, other, 0.499))).toEqual([]);
	});

	it('brings both to a finite value or both to never, if one is infinite', () => {
		const found = whole(findConcessions(trade, 'years', mine, { ...mine, price: 200 }, 0.5));
		expect(found.map(({ by, output }) => [by, Number.isFinite(output)])).toEqual([
			['them', true],
			['me', false],
		]);
	});

	it.each([...models.values()].map((model) => [model.id, model] as const))(
		'reaches the tolerance in %s for any two inputs',
		(_, model) => {
			fc.assert(
				fc.property(inputsOf(model), inputsOf(model), (one, other) => {
					const output = model.headline[0]!;
					const { measure, mine, theirs } = whole(attribute(model, output, one, other, 2));
					for (const { by, key, to, output: said } of whole(findConcessions(model, output, one, other, 0.5))) {
						const [own, far] = by === 'me' ? [one, theirs] : [other, mine];
						expect(Number(model.evaluate({ ...own, [key]: to })[output])).toBe(said);
						const worth = (value: number) =>
							measure === 'factor' ? Math.log10(value) : measure === 'reach' ? Number(!Number.isFinite(value)) : value;
						expect(Math.abs(worth(said) - worth(far))).toBeLessThanOrEqual(
							0.5 * Math.abs(worth(mine) - worth(theirs)) * (1 + 1e-9),
						);
					}
				}),
				{ numRuns: 4 },
			);
		},
	);
});
