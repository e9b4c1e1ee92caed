import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goalSeek, goalSeekOne } from '../../src/engine/goal-seek.ts';
import type { AnyModel, Inputs } from '../../src/engine/model.ts';
import { formatNumber } from '../../src/engine/number-format.ts';
import {
	clamp,
	fromPosition,
	isNumber,
	invalidReason,
	type NumberParameter,
	type Parameter,
} from '../../src/engine/parameter.ts';
import { models } from '../../src/models/registry.ts';
import { inputsOf, valueOf } from './inputs.ts';

const described = { label: 'X', unit: '–', source: { cite: [], note: 'Test.' } } as const;
const slider = (own: Partial<NumberParameter> = {}): NumberParameter => ({
	...described,
	scale: 'linear',
	default: 1,
	min: -10,
	max: 10,
	...own,
});
const asShown = (a: number, b: number) => formatNumber(a, '–') === formatNumber(b, '–');
const within = (near: number) => (a: number, b: number) => Math.abs(a - b) < near;
const exactly = (a: number, b: number) => Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(b));

function seek(
	f: (x: number) => number | boolean,
	target: number,
	{ x = 1, parameter = slider() as Parameter, same = asShown } = {},
) {
	const model = {
		id: 'test',
		parameters: { x: parameter },
		evaluate: ({ x }: Inputs) => ({ y: f(x as number) }),
	} as unknown as AnyModel;
	return goalSeekOne(model, { x }, 'y', target, same, 'x');
}
const rootsOf = (...given: Parameters<typeof seek>) => {
	const finding = seek(...given);
	return finding.kind === 'roots' ? finding.roots.map(({ value }) => value) : finding.kind;
};

describe('`goalSeekOne`', () => {
	it('finds both roots of a parabola', () => expect(rootsOf((x) => x * x, 30)).toEqual([-5.48, 5.48]));

	it('finds every crossing of a sine, to the last digit if `same` is that strict', () => {
		const roots = rootsOf((x) => Math.sin(x), 0.5, { same: exactly }) as number[];
		const all = [-2, -1, 0, 1]
			.flatMap((turn) => [1 / 6 + 2 * turn, 5 / 6 + 2 * turn])
			.map((x) => x * Math.PI)
			.filter((x) => Math.abs(x) <= 10);
		expect(roots).toHaveLength(all.length);
		all.forEach((x, i) => expect(Math.abs(roots[i]! - x)).toBeLessThan(1e-11));
	});

	it.each([
		['inside', 3.3, 3.3],
		['between the last two grid points', 9.98, 9.98],
	])('finds a point where the curve only touches the target: %s', (_, at) => {
		const [root, ...others] = rootsOf((x) => 7 + (x - at) ** 2, 7, {
			same: (a, b) => Math.abs(a - b) < 1e-9,
		}) as number[];
		expect(Math.abs(root! - at)).toBeLessThan(1e-4);
		expect(others).toEqual([]);
	});

	it('finds two crossings between two grid points', () => {
		expect(rootsOf((x) => 5 - 1000 * (x - 2.03) ** 2, 4.9, { x: 7 })).toEqual([2.02, 2.04]);
		expect(rootsOf((x) => 5 - 1000 * (x - 9.93) ** 2, 4.9, { x: 7 })).toEqual([9.92, 9.94]);
	});

	it('finds one root where the curve touches the target midway between two grid points', () =>
		expect(rootsOf((x) => 7 + (x - 0.15625) ** 2, 7, { x: 5, same: within(1e-9) })).toEqual([0.15625]));

	it('finds the root of a line of any slope', () =>
		fc.assert(
			fc.property(
				fc.double({ min: -9.9, max: 9.9, noNaN: true }),
				fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
				fc.constantFrom(1, -1),
				(at, steep, sign) => {
					const line = (x: number) => sign * steep * x;
					const [root, ...others] = rootsOf(line, line(at), { x: 10, same: within(1e-9 * steep) }) as number[];
					expect(Math.abs(root! - at)).toBeLessThanOrEqual(1e-9);
					expect(others).toEqual([]);
				},
			),
		));

	it.each([
		['a parabola', (x: number) => x * x, 30],
		['a sine', Math.sin, 0.5],
		['stairs', Math.floor, 5],
		['a pole', (x: number) => (x < 4 ? 1 / (4 - x) : Infinity), 1000],
		['a peak between two grid points', (x: number) => 5 - 1000 * (x - 2.03) ** 2, 4.9],
	] as const)('finds the same roots on %s and its negative', (_, f, target) => {
		const roots = rootsOf(f, target, { x: 7 });
		expect(roots).not.toBe('none');
		expect(rootsOf((x) => -f(x), -target, { x: 7 })).toEqual(roots);
	});

	it('returns the crossing, not the first value that shows as the target', () => {
		const cube = (x: number) => x ** 3;
		for (const x of [-3, 9]) {
			expect(rootsOf((x) => x, 5, { x, same: within(0.5) })).toEqual([5]);
			expect(rootsOf(cube, 2, { x, same: within(0.5) })).toEqual([1.26]);
			expect(rootsOf((x) => 1e6 * cube(x), 2e6, { x, same: within(5e5) })).toEqual([1.26]);
			expect(rootsOf((x) => cube(x) - 2, 0, { x, same: within(0.5) })).toEqual([1.26]);
		}
	});

	it('returns the nearer of two crossings that show as the same value', () => {
		const flat = (x: number) => x * x;
		expect(rootsOf(flat, 0.001, { x: 1, same: within(0.5) })).toEqual([0.0316]);
		expect(rootsOf(flat, 0.001, { x: -1, same: within(0.5) })).toEqual([-0.0316]);
	});

	it('returns an exact root if there is one, otherwise a value that shows as the target', () => {
		expect(rootsOf(Math.floor, 5, { same: within(1.5) })).toEqual([5]);
		expect(rootsOf((x) => 2 * Math.floor(x / 2), 5, { same: within(1.5) })).toEqual([4]);
		expect(rootsOf((x) => (x < 4 ? x : Infinity), 5, { same: within(2) })).toEqual([3.01]);
	});

	it('finds a step that ends at a grid point or starts next to the current value', () => {
		const plateau = (x: number) => (x < 3 ? 0 : x <= 3.125 ? 1 : 2);
		expect(rootsOf(plateau, 1, { x: 1 })).toEqual([3]);
		expect(rootsOf(plateau, 1, { x: 9 })).toEqual([3.12]);
		const step = (x: number) => Number(x >= 1.2345);
		expect(rootsOf(step, 1, { x: 1.2 })).toEqual([1.24]);
		expect(rootsOf(step, 0, { x: 1.26 })).toEqual([1.23]);
	});

	it('returns one root per step: the point nearest to the current value', () => {
		const stairs = (x: number) => Math.floor(x);
		expect(rootsOf(stairs, 5, { x: 1 })).toEqual([5]);
		const [above] = rootsOf(stairs, -5, { x: 1 }) as number[];
		expect(above).toBe(-4.01);
		expect(rootsOf((x) => x >= 1.23456789012, 1, { x: 0 })).toEqual([1.24]);
	});

	it('finds a step much narrower than the grid', () => {
		const [root] = rootsOf((x) => (x < 3.001 ? 0 : x < 3.002 ? 1 : 2), 1) as number[];
		expect(root).toBe(3.001);
	});

	it('rounds a root to the fewest digits that still show the target, in either direction', () => {
		const step = (x: number) => (x < 3.32 ? 0 : x < 3.336 ? 1 : 2);
		expect(rootsOf(step, 1, { x: 9 })).toEqual([3.33]);
		expect(rootsOf((x) => -step(-x), -1, { x: -9 })).toEqual([-3.33]);
	});

	it('keeps the digits that distinguish two roots', () => {
		const parameter = slider({ min: 999, max: 1001, default: 999.1 });
		for (const [a, b] of [
			[1000, 1000.6],
			[999.6, 1000],
		] as const)
			expect(rootsOf((x) => (x - a) * (x - b), 0, { x: 999.1, parameter, same: exactly })).toEqual([a, b]);
	});

	it('finds no root where the output jumps over the target', () =>
		expect(rootsOf((x) => (x < 3.3 ? 0 : 2), 1)).toBe('none'));

	it('finds roots on the finite side of a pole, however near to it', () => {
		expect(rootsOf((x) => (x < 4 ? 1 / (4 - x) : Infinity), 1000)).toEqual([3.999]);
		expect(rootsOf((x) => (x < 4 ? x : Infinity), 5)).toBe('none');
		expect(rootsOf((x) => (x < 4 ? x : Infinity), 3.99)).toEqual([3.99]);
	});

	it('accepts an infinite target', () => expect(rootsOf((x) => (x < 4 ? x : Infinity), Infinity)).toEqual([4]));

	it('returns “already”, “none” or “indifferent” if the output is at the target, never reaches it or is constant', () => {
		expect(rootsOf((x) => x, 1.0001)).toBe('already');
		expect(rootsOf((x) => x * x, -1)).toBe('none');
		expect(rootsOf(() => 3, 4)).toBe('indifferent');
		expect(rootsOf(() => Infinity, 4)).toBe('indifferent');
		expect(rootsOf((x) => (0.1 * x + 0.2) / (x + 2), 4, { parameter: slider({ min: 0 }) })).toBe('indifferent');
	});

	it('returns integers only for an integer parameter', () => {
		const few = slider({ min: 0, max: 20, integer: true });
		expect(rootsOf((x) => x * x, 49, { parameter: few })).toEqual([7]);
		expect(rootsOf((x) => x * x, 50, { parameter: few })).toBe('none');
		const many = slider({ scale: 'log', min: 1, max: 1e7, integer: true });
		expect(rootsOf((x) => 3 * x, 3 * 54_321, { parameter: many, same: (a, b) => a === b })).toEqual([54_321]);
		expect(rootsOf((x) => 3 * x, 3 * 54_321 + 1, { parameter: many, same: (a, b) => a === b })).toBe('none');
		expect(rootsOf((x) => 3 * x, 3 * 54_321, { parameter: many })).toEqual([54_300]);
	});

	it.each([
		[10, 60],
		[1, 65],
		[-32, 32],
	])('finds every integer from %d to %d', (min, max) => {
		const scale = min > 0 ? 'log' : 'linear';
		const parameter = slider({ scale, min, max, default: min + 1, integer: true });
		for (let whole = min + 1; whole <= max; whole++)
			expect(rootsOf((x) => x === whole, 1, { x: min, parameter })).toEqual([whole]);
	});

	it('finds any integer of a long range, for curves of any curvature', () => {
		const parameter = slider({ min: 0, max: 5000, integer: true });
		for (const bent of [
			(x: number) => x ** 9,
			Math.sqrt,
			(x: number) => -Math.log1p(x),
			(x: number) => Math.exp(x / 9),
		])
			fc.assert(
				fc.property(fc.integer({ min: 2, max: 5000 }), (whole) => {
					expect(rootsOf(bent, bent(whole), { parameter, same: (a, b) => a === b })).toEqual([whole]);
				}),
				{ numRuns: 30 },
			);
	});

	it('returns the nearer of two integers', () => {
		const parameter = slider({ min: 0, max: 5000, integer: true });
		for (const whole of [2, 77, 1234, 4999])
			for (const [beside, sign] of [
				[-1, 1],
				[1, 1],
				[-1, -1],
				[1, -1],
			] as const)
				expect(rootsOf((x) => sign * 3 * x, sign * (3 * whole + beside), { parameter, same: within(1.5) })).toEqual([
					whole,
				]);
	});

	it.each([
		['a slider', slider()],
		['a short slider of whole numbers', slider({ min: 3, max: 60, default: 9, integer: true })],
		['a long slider of whole numbers', slider({ scale: 'log', min: 1, max: 1e6, integer: true })],
	])('evaluates the model only at valid values of %s', (_, parameter) => {
		const evaluated: number[] = [];
		for (const f of [
			(x: number) => x / 9,
			(x: number) => (x - 7) ** 2,
			(x: number) => Math.floor(x / 5),
			(x: number) => 1 / x,
		])
			for (const target of [0.2, 2, 2.1, 8, Infinity])
				for (const x of [parameter.min, parameter.max])
					seek((x) => (evaluated.push(x), Math.abs(f(x))), target, { x, parameter });
		expect(
			evaluated.map((value) => invalidReason('x', parameter, value)).filter((reason) => reason !== undefined),
		).toEqual([]);
	});

	// A page solves several at a time, with models of up to a millisecond per run.
	it.each<[string, number, (x: number) => number, number, NumberParameter?, number?]>([
		['a line that never rises so high', 70, (x: number) => x, 99],
		['a line that never falls so low', 70, (x: number) => x, -99],
		['a level line', 70, () => 3, 4],
		['a line', 72, (x: number) => x, 5.1],
		['a place that is looked at anyway', 72, (x: number) => x, 5.625],
		['a curve', 100, (x: number) => x ** 3, 5.1],
		['a valley above it', 108, (x: number) => (x - 9) ** 2, -1],
		['a valley above it with its bottom at nothing', 120, (x: number) => x * x, -1],
		['a peak between two grid points', 95, (x: number) => 5 - 1000 * (x - 2.03) ** 2, 4.9],
		['a step at nothing', 125, (x: number) => Number(x > 0), 1, slider({ min: -1e6, max: 1e6 }), -1],
	])('solves %s with at most %d evaluations', (_, most, f, target, parameter = slider(), x = 7) => {
		let looks = 0;
		seek((x) => (looks++, f(x)), target, { x, parameter, same: exactly });
		expect(looks).toBeLessThanOrEqual(most);
	});

	it('finds the choices that give the target', () => {
		const parameter: Parameter = { ...described, scale: 'choice', default: 'a', choices: { a: 'A', b: 'B', c: 'C' } };
		const of = (values: Record<string, number>, target: number) =>
			rootsOf((x) => values[x as unknown as string]!, target, { x: 'a' as unknown as number, parameter });
		expect(of({ a: 1, b: 2, c: 2 }, 2)).toEqual(['b', 'c']);
		expect(of({ a: 1, b: 2, c: 2 }, 3)).toBe('none');
		expect(of({ a: 1, b: 1, c: 1 }, 3)).toBe('indifferent');
	});

	it('marks whether a root lies within p05 to p95', () => {
		const inside = (own: Partial<NumberParameter>) => {
			const finding = seek((x) => x * x, 30, { parameter: slider(own) });
			return finding.kind === 'roots' && finding.roots.map((root) => root.inside);
		};
		expect(inside({ p05: 0, p95: 6 })).toEqual([false, true]);
		expect(inside({ p05: 0, p95: 5 })).toEqual([false, false]);
		for (const own of [{}, { p05: 0 }, { p95: 6 }]) expect(inside(own)).toEqual([undefined, undefined]);
		expect(inside({ p05: 5.48, p95: 6 })).toEqual([false, true]);
		expect(inside({ p05: 5.49, p95: 6 })).toEqual([false, false]);
		expect(inside({ p05: -6, p95: -5.48 })).toEqual([true, false]);
		expect(inside({ p05: -6, p95: -5.49 })).toEqual([false, false]);
	});

	it('works on a logarithmic range of any length', () => {
		const parameter = slider({ scale: 'log', min: 1e-12, max: 1e12 });
		expect(rootsOf((x) => 10 * x, 3.21e-9, { parameter })).toEqual([3.21e-10]);
		expect(rootsOf((x) => x ** 20, 1e200, { parameter })).toEqual([1e10]);
	});

	it('throws and lists the parameters if the key is unknown', () =>
		expect(() => goalSeekOne([...models.values()][0]!, {}, 'y', 1, asShown, 'unknown')).toThrow(
			'"unknown" is not a parameter',
		));
});

/** Ids of the models whose evaluation takes 0.1 ms or more. */
const SLOW = ['forecast', 'impressive-useful', 'long-tail', 'fleet'];
/** A slider value that is not within a billionth of an end, where outputs are rounding noise. */
const placeOn = (parameter: Parameter) =>
	isNumber(parameter)
		? fc.nat({ max: 10_000 }).map((place) => clamp(parameter, fromPosition(parameter, place / 10_000)))
		: valueOf(parameter);
const shown = (model: AnyModel, output: string) => {
	const { unit } = model.outputs[output]!;
	const seen = new Map<number, string>();
	const text = (value: number) => seen.get(value) ?? seen.set(value, formatNumber(value, unit)).get(value);
	return (a: number, b: number) => text(a) === text(b);
};

describe.each([...models.values()])('`goalSeek` on $id', (model) => {
	it.each(Object.keys(model.outputs))(
		'finds a root for every value of %s that some setting gives, and each root shows that value',
		(output) => {
			const same = shown(model, output);
			const moved = fc
				.constantFrom(...Object.keys(model.parameters))
				.chain((key) => fc.tuple(fc.constant(key), placeOn(model.parameters[key]!)));
			fc.assert(
				fc.property(inputsOf(model), moved, (inputs, [key, value]) => {
					const outputAt = (at: number | string) => Number(model.evaluate({ ...inputs, [key]: at })[output]);
					const target = outputAt(value);
					const finding = goalSeekOne(model, inputs, output, target, same, key);
					const context = `${output} = ${target} by ${key} = ${value} of ${JSON.stringify(inputs)}`;
					if (same(outputAt(inputs[key]!), target)) return void expect(finding.kind, context).toBe('already');
					if (finding.kind !== 'roots') throw new Error(`${finding.kind}: ${context}`);
					expect(finding.roots.length).toBeGreaterThan(0);
					for (const root of finding.roots) {
						expect(same(outputAt(root.value), target), `${root.value} gives ${outputAt(root.value)}; ${context}`).toBe(
							true,
						);
						expect(invalidReason(key, model.parameters[key]!, root.value)).toBeUndefined();
					}
				}),
				{ numRuns: SLOW.includes(model.id) ? 3 : 40 },
			);
		},
	);

	it('returns one finding per parameter, in the order of definition', () => {
		const [output] = Object.keys(model.outputs) as [string];
		fc.assert(
			fc.property(inputsOf(model), inputsOf(model), (inputs, others) => {
				const target = Number(model.evaluate(others)[output]);
				const findings = goalSeek(model, inputs, output, target, shown(model, output));
				expect(findings.map(({ key }) => key)).toEqual(Object.keys(model.parameters));
				for (const finding of findings)
					if (finding.kind === 'indifferent')
						expect(
							new Set(
								[others, inputs].map((from) =>
									Number(model.evaluate({ ...inputs, [finding.key]: from[finding.key]! })[output]).toPrecision(9),
								),
							).size,
						).toBe(1);
			}),
			{ numRuns: SLOW.includes(model.id) ? 1 : 8 },
		);
	});
});
