import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goalSeek, goalSeekOne } from '../../src/engine/goal-seek.ts';
import type { AnyModel, Inputs } from '../../src/engine/model.ts';
import { formatNumber } from '../../src/engine/number-format.ts';
import {
	clamp,
	fromPosition,
	isNumber,
	whyNot,
	type NumberParameter,
	type Parameter,
} from '../../src/engine/parameter.ts';
import { models } from '../../src/models/registry.ts';
import { inputsOf, valueOf } from '../inputs.ts';

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

describe('a goal', () => {
	it('is met at both roots of a parabola', () => expect(rootsOf((x) => x * x, 30)).toEqual([-5.48, 5.48]));

	it('is met at every crossing of a sine, to the last digit where that shows', () => {
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
		['between the last two places looked at', 9.98, 9.98],
	])('is met where a curve only touches it, %s', (_, at) => {
		const [root, ...others] = rootsOf((x) => 7 + (x - at) ** 2, 7, {
			same: (a, b) => Math.abs(a - b) < 1e-9,
		}) as number[];
		expect(Math.abs(root! - at)).toBeLessThan(1e-4);
		expect(others).toEqual([]);
	});

	it('is met twice where a curve crosses it and is back before the next place looked at', () => {
		expect(rootsOf((x) => 5 - 1000 * (x - 2.03) ** 2, 4.9, { x: 7 })).toEqual([2.02, 2.04]);
		expect(rootsOf((x) => 5 - 1000 * (x - 9.93) ** 2, 4.9, { x: 7 })).toEqual([9.92, 9.94]);
	});

	it('is met on a step at its place nearest to where the slider stands, once', () => {
		const stairs = (x: number) => Math.floor(x);
		expect(rootsOf(stairs, 5, { x: 1 })).toEqual([5]);
		const [above] = rootsOf(stairs, -5, { x: 1 }) as number[];
		expect(above).toBe(-4.01);
		expect(rootsOf((x) => x >= 1.23456789012, 1, { x: 0 })).toEqual([1.24]);
	});

	it('is met on a step much narrower than the places looked at', () => {
		const [root] = rootsOf((x) => (x < 3.001 ? 0 : x < 3.002 ? 1 : 2), 1) as number[];
		expect(root).toBe(3.001);
	});

	it('is not met where the output jumps over it', () => expect(rootsOf((x) => (x < 3.3 ? 0 : 2), 1)).toBe('none'));

	it('is met on the finite side of "never", however near', () => {
		expect(rootsOf((x) => (x < 4 ? 1 / (4 - x) : Infinity), 1000)).toEqual([3.999]);
		expect(rootsOf((x) => (x < 4 ? x : Infinity), 5)).toBe('none');
		expect(rootsOf((x) => (x < 4 ? x : Infinity), 3.99)).toEqual([3.99]);
	});

	it('can be never itself', () => expect(rootsOf((x) => (x < 4 ? x : Infinity), Infinity)).toEqual([4]));

	it('says when it is met already, when it cannot be, and when the slider does not matter', () => {
		expect(rootsOf((x) => x, 1.0001)).toBe('already');
		expect(rootsOf((x) => x * x, -1)).toBe('none');
		expect(rootsOf(() => 3, 4)).toBe('indifferent');
		expect(rootsOf(() => Infinity, 4)).toBe('indifferent');
		expect(rootsOf((x) => (0.1 * x + 0.2) / (x + 2), 4, { parameter: slider({ min: 0 }) })).toBe('indifferent');
	});

	it('is sought among whole numbers where the slider has no others', () => {
		const few = slider({ min: 0, max: 20, integer: true });
		expect(rootsOf((x) => x * x, 49, { parameter: few })).toEqual([7]);
		expect(rootsOf((x) => x * x, 50, { parameter: few })).toBe('none');
		const many = slider({ scale: 'log', min: 1, max: 1e7, integer: true });
		expect(rootsOf((x) => 3 * x, 3 * 54_321, { parameter: many, same: (a, b) => a === b })).toEqual([54_321]);
		expect(rootsOf((x) => 3 * x, 3 * 54_321 + 1, { parameter: many, same: (a, b) => a === b })).toBe('none');
		expect(rootsOf((x) => 3 * x, 3 * 54_321, { parameter: many })).toEqual([54_300]);
	});

	it('is sought among choices', () => {
		const parameter: Parameter = { ...described, scale: 'choice', default: 'a', choices: { a: 'A', b: 'B', c: 'C' } };
		const of = (values: Record<string, number>, target: number) =>
			rootsOf((x) => values[x as unknown as string]!, target, { x: 'a' as unknown as number, parameter });
		expect(of({ a: 1, b: 2, c: 2 }, 2)).toEqual(['b', 'c']);
		expect(of({ a: 1, b: 2, c: 2 }, 3)).toBe('none');
		expect(of({ a: 1, b: 1, c: 1 }, 3)).toBe('indifferent');
	});

	it('says whether a root lies within what is held possible', () => {
		const inside = (own: Partial<NumberParameter>) => {
			const finding = seek((x) => x * x, 30, { parameter: slider(own) });
			return finding.kind === 'roots' && finding.roots.map((root) => root.inside);
		};
		expect(inside({ p05: 0, p95: 6 })).toEqual([false, true]);
		expect(inside({ p05: 0, p95: 5 })).toEqual([false, false]);
		expect(inside({})).toEqual([undefined, undefined]);
	});

	it('is sought along a logarithmic slider of any length', () => {
		const parameter = slider({ scale: 'log', min: 1e-12, max: 1e12 });
		expect(rootsOf((x) => 10 * x, 3.21e-9, { parameter })).toEqual([3.21e-10]);
		expect(rootsOf((x) => x ** 20, 1e200, { parameter })).toEqual([1e10]);
	});

	it('of no parameter is a mistake', () =>
		expect(() => goalSeekOne([...models.values()][0]!, {}, 'y', 1, asShown, 'nobody')).toThrow(
			'"nobody" is no parameter',
		));
});

/** Models that take a tenth of a millisecond or more. */
const SLOW = ['forecast', 'impressive-useful', 'long-tail', 'predictable-errors'];
/** Where a reader could put a slider: not within a billionth of its end, where outputs are dust. */
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

describe.each([...models.values()])('for $id', (model) => {
	it.each(Object.keys(model.outputs))(
		'what another value gives for %s is found again, and each root gives it as shown',
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
						expect(whyNot(key, model.parameters[key]!, root.value)).toBeUndefined();
					}
				}),
				{ numRuns: SLOW.includes(model.id) ? 3 : 40 },
			);
		},
	);

	it('every parameter has its finding, in the order of definition', () => {
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
