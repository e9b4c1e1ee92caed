import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baselineOf, type AnyModel, type Inputs } from '../../src/engine/model.ts';
import { draw, outcomes, percentiles, rangeOf, runModel, shareOf, type Draws } from '../../src/engine/monte-carlo.ts';
import { normalCdf, normalQuantile } from '../../src/engine/normal.ts';
import { isNumber, type ChoiceParameter, type NumberParameter, type Value } from '../../src/engine/parameter.ts';
import { uniforms } from '../../src/engine/random.ts';
import { modelOf, models, parameters } from '../../src/models/registry.ts';
import { inputsOf, onSlider } from './inputs.ts';

const N = 10_000;
const described = { label: 'A', unit: '–', source: { cite: [], note: 'Test.' } } as const;
const linear: NumberParameter = { ...described, scale: 'linear', default: 10, min: -1e3, max: 1e3, p05: 4, p95: 20 };
const log: NumberParameter = { ...described, scale: 'log', default: 10, min: 1e-9, max: 1e9, p05: 4, p95: 50 };
const choice: ChoiceParameter = { ...described, scale: 'choice', default: 'a', choices: { a: 'A', b: 'B' } };

const at = (value: Value, isPinned = false) => ({ value, isPinned });
const drawn = (parameter: NumberParameter, value = parameter.default, seed = 1, n = N) =>
	draw(parameter, at(value), uniforms(seed, 'a', n))!;
const ranged = [...parameters].flatMap(([key, parameter]) =>
	isNumber(parameter) && parameter.p05 !== undefined ? [{ key, parameter }] : [],
);

describe('`rangeOf`', () => {
	it('returns p05 to p95 at the default; undefined if the parameter is certain or pinned', () => {
		expect(rangeOf(linear, at(10))).toEqual([4, 20]);
		const certain: NumberParameter = { ...described, scale: 'linear', default: 10, min: 0, max: 20 };
		for (const range of [
			rangeOf(certain, at(10)),
			rangeOf(choice, at('a')),
			rangeOf(linear, at(10, true)),
			rangeOf(log, at(3, true)),
		])
			expect(range).toBeUndefined();
		expect(draw(choice, at('b'), uniforms(1, 'a', 10))).toBeUndefined();
		expect(draw(log, at(3, true), uniforms(1, 'a', 10))).toBeUndefined();
	});

	it('returns p05 and p95 at the default without rounding error', () => {
		const spread = { ...linear, default: 3, p05: 0.1, p95: 3.3 };
		expect((spread.p05 * 3) / 3).not.toBe(0.1);
		expect(rangeOf(spread, at(3))).toEqual([0.1, 3.3]);
	});

	it('returns undefined if one end is missing or the value is not a number', () => {
		const bare: NumberParameter = { ...described, scale: 'linear', default: 10, min: 0, max: 20 };
		expect(rangeOf({ ...bare, p05: 4 }, at(10))).toBeUndefined();
		expect(rangeOf({ ...bare, p95: 15 }, at(10))).toBeUndefined();
		expect(rangeOf(linear, at('10'))).toBeUndefined();
		expect(rangeOf(choice, at(10))).toBeUndefined();
	});

	it('keeps the relative spread of a moved parameter, on either scale', () => {
		expect(rangeOf(linear, at(5))).toEqual([2, 10]);
		expect(rangeOf(log, at(100))).toEqual([40, 500]);
	});

	it('returns ordered ends for negative values, and keeps the absolute spread if the default is 0', () => {
		expect(rangeOf(linear, at(-5))).toEqual([-10, -2]);
		expect(rangeOf({ ...linear, default: 0, p05: -1, p95: 2 }, at(5))).toEqual([4, 7]);
	});

	it('returns a range without width at 0', () => {
		expect(rangeOf(linear, at(0))).toEqual([0, 0]);
		expect(drawn(linear, 0, 1, 100)).toEqual(new Float64Array(100));
	});
});

describe('`draw`', () => {
	it.each([
		[linear, 10],
		[log, 10],
		[linear, 25],
		[log, 0.002],
	] as const)('has the value as median and the range as 5th and 95th percentile', (parameter, value) => {
		const [p05, p95] = rangeOf(parameter, at(value))!;
		const ends = draw(parameter, at(value), Float64Array.of(0.05, 0.5, 0.95))!;
		[p05, value, p95].forEach((expected, i) => expect(Math.abs(ends[i]! / expected - 1)).toBeLessThan(1e-12));
		for (const seed of [1, 2, 3, 4, 5])
			for (const [share, bound] of [
				[0.05, p05],
				[0.5, value],
				[0.95, p95],
			] as const)
				expect(Math.abs(shareOf(drawn(parameter, value, seed), (x) => x < bound) - share)).toBeLessThan(
					4.5 * Math.sqrt((share * (1 - share)) / N),
				);
	});

	it.each([
		['a linear slider that cuts both tails', { ...linear, min: 5, max: 14 }],
		['a logarithmic slider that cuts both tails', { ...log, min: 6, max: 30 }],
		['a slider that begins at the value', { ...linear, min: 10, max: 1000 }],
		['a slider that ends at the value', { ...log, min: 1e-9, max: 10 }],
	] as const)('truncates the distribution under %s instead of clamping draws to the ends', (_, parameter) => {
		const to = parameter.scale === 'log' ? Math.log : (x: number) => x;
		const middle = to(parameter.default);
		const [below, above] = [middle - to(parameter.p05!), to(parameter.p95!) - middle].map(
			(far) => far / 1.6448536269514722,
		);
		const standard = (x: number) => (to(x) - middle) / (to(x) < middle ? below! : above!);
		// A value at an end of the slider leaves one half of the normal.
		const [from, until] = [normalCdf(standard(parameter.min)), normalCdf(standard(parameter.max))];
		for (const seed of [1, 2, 3]) {
			const values = drawn(parameter, parameter.default, seed);
			for (const share of [0.02, 0.25, 0.5, 0.75, 0.98]) {
				const normal = normalQuantile(from + share * (until - from));
				const quantile = middle + normal * (normal < 0 ? below! : above!);
				expect(Math.abs(shareOf(values, (x) => to(x) < quantile) - share)).toBeLessThan(
					4.5 * Math.sqrt((share * (1 - share)) / N),
				);
			}
		}
	});

	it('draws a half-normal if one side has no width or the value stands at an end of the slider', () => {
		// 90% of a half-normal lie within the deviation at which 95% of the whole normal lie to one side.
		for (const parameter of [
			{ ...linear, p05: 10 },
			{ ...linear, min: 10 },
			{ ...log, p05: 10, min: 10 },
		]) {
			const values = drawn(parameter);
			expect(shareOf(values, (x) => x > 10)).toBe(1);
			expect(Math.abs(shareOf(values, (x) => x < parameter.p95!) - 0.9)).toBeLessThan(0.015);
		}
		for (const parameter of [
			{ ...linear, p95: 10 },
			{ ...linear, max: 10 },
		]) {
			const values = drawn(parameter);
			expect(shareOf(values, (x) => x < 10)).toBe(1);
			expect(Math.abs(shareOf(values, (x) => x > 4) - 0.9)).toBeLessThan(0.015);
		}
	});

	it('stands still if the only side with a width lies beyond the slider', () => {
		const values = drawn({ ...linear, min: 10, p95: 10 });
		expect(shareOf(values, (x) => x === 10)).toBe(1);
	});

	it.each([
		['linear', linear],
		['logarithmic', log],
		['linear, cut at both ends', { ...linear, min: 7.3, max: 12.9 }],
		['logarithmic, cut at both ends', { ...log, min: 7.3, max: 12.9 }],
	] as const)('returns the ends of a %s slider for the uniforms 0 and 1', (_, parameter) => {
		const { min, max } = parameter;
		const [first, last] = draw(parameter, at(10), Float64Array.of(0, 1))!;
		expect(first! >= min && last! <= max).toBe(true);
		expect([first! / min, last! / max]).toEqual([expect.closeTo(1, 12), expect.closeTo(1, 12)]);
	});

	it.each(ranged)(
		'stays on the slider of $key, returns integers for an integer, and increases with the uniform',
		({ key, parameter }) => {
			const chance = Float64Array.from([1e-10, ...uniforms(1, key, 50).sort(), 1 - 1e-10]);
			fc.assert(
				fc.property(onSlider(parameter), (value) => {
					const values = draw(parameter, at(value), chance)!;
					values.forEach((x, i) => {
						expect(
							x >= parameter.min && x <= parameter.max && (!parameter.integer || Number.isInteger(x)),
							`${x} at ${value}`,
						).toBe(true);
						expect(i === 0 || x >= values[i - 1]! - 1e-9 * Math.abs(x)).toBe(true);
					});
				}),
				{ numRuns: 60 },
			);
		},
	);

	it('fills and returns the given column', () => {
		const into = new Float64Array(100);
		expect(draw(log, at(10), uniforms(1, 'a', 100), into)).toBe(into);
		expect(into).toEqual(drawn(log, 10, 1, 100));
		expect(draw(log, at(10), uniforms(1, 'a', 99), new Float64Array(100))![99]).toBe(0);
	});

	it('is determined by the seed', () => {
		expect(drawn(log)).toEqual(drawn(log));
		expect(drawn(log, 10, 2)).not.toEqual(drawn(log));
	});
});

it('a default is an end of its runs exactly where there is room on one side only', () => {
	const ends = ranged.filter(({ parameter }) => {
		const [least, most] = draw(parameter, at(parameter.default), Float64Array.of(0.001, 0.999))!;
		return least! >= parameter.default || most! <= parameter.default;
	});
	expect(ends.map(({ key }) => key).toSorted()).toEqual(['churn', 'pooledShare', 'priceDecline', 'rlEfficiencyGrowth']);
});

const columns = (keys: readonly string[], seed: number, n: number): Draws =>
	new Map(
		keys.flatMap((key) => {
			const parameter = parameters.get(key)!;
			const column = draw(parameter, at(parameter.default), uniforms(seed, key, n));
			return column ? [[key, column] as const] : [];
		}),
	);

describe('`runModel`', () => {
	it.each([...models.values()])('equals $id evaluated at each run’s draws', (model) => {
		const draws = columns(Object.keys(model.parameters), 1, 30);
		const outputs = Object.keys(model.outputs);
		fc.assert(
			fc.property(inputsOf(model), (fixed) => {
				const results = runModel(model, fixed, draws, outputs, 30);
				for (const run of [0, 7, 29]) {
					const inputs = { ...fixed, ...Object.fromEntries(Array.from(draws, ([key, column]) => [key, column[run]!])) };
					const expected = model.evaluate(
						Object.fromEntries(Object.keys(model.parameters).map((key) => [key, inputs[key]!])),
					);
					for (const key of outputs) expect(results[key]![run], key).toBe(Number(expected[key]));
				}
			}),
			{ numRuns: 5 },
		);
	});

	it('ignores the order of parameters, and columns and values of other models', () => {
		const model = modelOf('revenue-gap');
		const keys = Object.keys(model.parameters);
		const forwards = runModel(model, baselineOf(model), columns(keys, 9, 500), ['yearsToClose'], 500);
		const reversed = Object.fromEntries(Object.entries(baselineOf(model)).reverse());
		const backwards = runModel(
			model,
			{ stranger: 3, ...reversed },
			columns([...parameters.keys()].reverse(), 9, 500),
			['yearsToClose'],
			500,
		);
		expect(backwards).toEqual(forwards);
	});

	it('gives two models the same draws of shared parameters', () => {
		const draws = columns([...parameters.keys()], 4, 200);
		const run = (id: string, output: string) =>
			runModel(modelOf(id), baselineOf(modelOf(id)), draws, [output], 200)[output]!;
		const [gap, decomposed] = [run('revenue-gap', 'orders'), run('gap-decomposition', 'gapOrders')];
		expect(new Set(gap).size).toBe(200);
		gap.forEach((orders, i) => expect(decomposed[i]).toBeCloseTo(orders, 9));
	});

	it('keeps infinite outputs, and counts true as 1', () => {
		const model = {
			id: 'edge',
			parameters: { a: linear },
			evaluate: ({ a }: Record<string, Value>) => ({ never: Infinity, above: Number(a) > 10 }),
		} as unknown as AnyModel;
		const { never, above } = runModel(
			model,
			{ a: 0 },
			new Map([['a', Float64Array.of(5, 15, 10)]]),
			['never', 'above'],
			3,
		);
		expect([...never!, ...above!]).toEqual([Infinity, Infinity, Infinity, 0, 1, 0]);
	});

	it('calls the model once per run, with one reused record that can be read, enumerated and copied', () => {
		const copies: Inputs[] = [];
		const records = new Set<Inputs>();
		const model = {
			id: 'watched',
			parameters: { a: linear, b: linear },
			evaluate: (inputs: Inputs) => {
				records.add(inputs);
				copies.push({ ...inputs });
				return { sum: Number(inputs['a']) + Number(inputs['b']) };
			},
		} as unknown as AnyModel;
		const run = (a: readonly number[], b: number) =>
			runModel(model, { a: 0, b }, new Map([['a', Float64Array.from(a)]]), ['sum'], a.length);
		expect(run([1, 2, 3], 10)).toEqual({ sum: Float64Array.of(11, 12, 13) });
		expect(run([4], 20)).toEqual({ sum: Float64Array.of(24) });
		expect(copies).toEqual([
			{ a: 1, b: 10 },
			{ a: 2, b: 10 },
			{ a: 3, b: 10 },
			{ a: 4, b: 20 },
		]);
		// A new record per run or call would slow every model down.
		expect(records.size).toBe(1);
		expect({ ...[...records][0] }).toEqual({ a: 0, b: 20 });
	});

	it('keeps a parameter without a column at its fixed value', () => {
		const model = modelOf('rl-scaling');
		const { rlScaleUp } = runModel(model, { ...baselineOf(model), gptLevels: 2 }, new Map(), ['rlScaleUp'], 3);
		expect(new Set(rlScaleUp)).toEqual(new Set([model.evaluate({ ...baselineOf(model), gptLevels: 2 })['rlScaleUp']]));
	});
});

describe('`percentiles`', () => {
	const anything = fc.oneof(
		{ weight: 6, arbitrary: fc.double({ noNaN: true, min: -1e300, max: 1e300 }) },
		{ weight: 3, arbitrary: fc.integer({ min: -3, max: 3 }) },
		{ weight: 2, arbitrary: fc.constantFrom(Infinity, -Infinity) },
	);
	// By default fast-check makes arrays of up to ten values, which `percentiles` sorts.
	const many = fc.array(anything, { minLength: 1, maxLength: 200, size: 'max' });
	const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 9 });

	function bySorting(values: readonly number[], share: number): number {
		const sorted = values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
		const rank = share * (sorted.length - 1);
		const [low, high, part] = [sorted[Math.floor(rank)]!, sorted[Math.ceil(rank)]!, rank - Math.floor(rank)];
		if (low === high) return low;
		if (!Number.isFinite(low) || !Number.isFinite(high)) return part <= 0.5 ? low : high;
		return low + (high - low) * part;
	}

	it('returns the percentiles of the sorted values, infinite ones too, and does not change the input', () => {
		fc.assert(
			fc.property(many, shares, (values, shares) => {
				const given = Float64Array.from(values);
				expect(percentiles(given, shares)).toEqual(shares.map((share) => bySorting([...given], share)));
				expect(given).toEqual(Float64Array.from(values));
			}),
			{ numRuns: 200 },
		);
	});

	it('returns the value at every single rank', () => {
		const values = uniforms(1, 'a', 257);
		expect(Array.from(values, (_, rank) => percentiles(values, [rank / 256])[0])).toEqual([...values.toSorted()]);
	});

	it('is right for 10,000 values in any order', () => {
		const chance = uniforms(1, 'a', N);
		const arrangements = [
			chance,
			chance.slice().sort(),
			chance.slice().sort().reverse(),
			chance.map((u) => Math.floor(4 * u)),
			chance.map((u) => (u < 0.97 ? Infinity : u)),
			new Float64Array(N).fill(3),
			chance.map((_, i) => Math.abs(i - N / 2)),
		];
		for (const values of arrangements)
			for (const shares of [[0.05, 0.25, 0.5, 0.75, 0.95], [0, 1], [0.5]])
				expect(percentiles(values, shares)).toEqual(shares.map((share) => bySorting([...values], share)));
	});

	it.each([
		['least', (k: number, last: number): [number, number] => [last - k, last - ((k + 1) >> 1)]],
		['greatest', (k: number): [number, number] => [k, k >> 1]],
	] as const)('does not overflow the stack if each pivot is the %s of the remaining values', (_, swapped) => {
		const last = 100_000;
		const values = Float64Array.from({ length: last + 1 }, (_, i) => i);
		for (let k = 1; k <= last; k++) {
			const [a, b] = swapped(k, last);
			[values[a], values[b]] = [values[b]!, values[a]!];
		}
		expect(percentiles(values, [0.25, 0.5, 0.75])).toEqual([25_000, 50_000, 75_000]);
	});

	it('returns the nearer neighbour if one of them is infinite', () => {
		expect(percentiles(Float64Array.of(1, Infinity), [0, 0.4, 0.5, 0.6, 1])).toEqual([1, 1, 1, Infinity, Infinity]);
		expect(percentiles(Float64Array.of(-Infinity, Infinity), [0.4, 0.6])).toEqual([-Infinity, Infinity]);
	});

	it('throws if there are no values', () => expect(() => percentiles(new Float64Array(), [0.5])).toThrow('is empty'));

	it('has quantiles of equal probability in `outcomes`', () => {
		const values = Float64Array.from({ length: 1001 }, (_, i) => i);
		expect(outcomes(values, 4)).toEqual([125, 375, 625, 875]);
		expect(outcomes(drawn(log), 20).map((x) => Math.round(20 * shareOf(drawn(log), (y) => y < x) + 0.5))).toEqual(
			Array.from({ length: 20 }, (_, i) => i + 1),
		);
	});
});

it('`shareOf` returns the share of runs that satisfy a condition; 0 without runs', () => {
	expect(shareOf(Float64Array.of(1, 2, 3, Infinity), (x) => x > 2)).toBe(0.5);
	expect(shareOf(new Float64Array(), () => true)).toBe(0);
});
