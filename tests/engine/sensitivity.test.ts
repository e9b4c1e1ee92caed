import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baselineOf, type AnyModel, type Inputs } from '../../src/engine/model.ts';
import { rangeOf } from '../../src/engine/monte-carlo.ts';
import { isNumber, type NumberParameter } from '../../src/engine/parameter.ts';
import { tornado, type Bar } from '../../src/engine/sensitivity.ts';
import { models } from '../../src/models/registry.ts';
import { inputsOf } from './inputs.ts';

const parameter = (own: Partial<NumberParameter> = {}): NumberParameter => ({
	label: 'A',
	unit: '–',
	source: { cite: [], note: 'Test.' },
	scale: 'linear',
	default: 10,
	min: 0,
	max: 100,
	p05: 5,
	p95: 20,
	...own,
});
const modelWith = (
	parameters: AnyModel['parameters'],
	evaluate: (inputs: Record<string, number>) => number | boolean,
) =>
	({
		id: 'test',
		parameters,
		evaluate: (inputs: Inputs) => ({ y: evaluate(inputs as Record<string, number>) }),
	}) as unknown as AnyModel;
const nothingPinned = () => false;
const keys = ({ bars }: { readonly bars: readonly Bar[] }) => bars.map(({ key }) => key);

describe('`tornado`', () => {
	const sum = modelWith(
		{
			idle: parameter(),
			small: parameter(),
			large: parameter(),
			certain: parameter({ p05: undefined, p95: undefined } as never),
		},
		({ small, large, certain }) => small! - 3 * large! + certain!,
	);

	it('returns each weight times its range for a weighted sum', () => {
		const { now, bars } = tornado(sum, baselineOf(sum), 'y', nothingPinned);
		expect(now).toBe(-10);
		expect(bars).toEqual([
			{ key: 'large', low: 5, high: 20, atLow: 5, atHigh: -40 },
			{ key: 'small', low: 5, high: 20, atLow: -15, atHigh: 0 },
			{ key: 'idle', low: 5, high: 20, atLow: -10, atHigh: -10 },
		]);
	});

	it('follows the reader’s values and leaves out pinned parameters', () => {
		const { bars } = tornado(sum, { ...baselineOf(sum), small: 30 }, 'y', (key) => key === 'large');
		expect(bars).toEqual([
			{ key: 'small', low: 15, high: 60, atLow: -5, atHigh: 40 },
			expect.objectContaining({ key: 'idle' }),
		]);
	});

	it('keeps both ends on the slider, and whole for integers', () => {
		const model = modelWith({ a: parameter({ integer: true, p05: 5.4, p95: 8.6, max: 30 }) }, ({ a }) => a!);
		expect(tornado(model, { a: 10 }, 'y', nothingPinned).bars[0]).toMatchObject({ low: 5, high: 9 });
		expect(tornado(model, { a: 60 / 2 }, 'y', nothingPinned).bars[0]).toMatchObject({ low: 16, high: 26 });
		const cut = modelWith({ a: parameter({ max: 15 }) }, ({ a }) => a!);
		expect(tornado(cut, { a: 10 }, 'y', nothingPinned).bars[0]).toMatchObject({ high: 15, atHigh: 15 });
	});

	it('sorts bars with one infinite end first, by their finite end, and bars with two last', () => {
		const model = modelWith({ finite: parameter(), near: parameter(), far: parameter() }, ({ finite, near, far }) =>
			near! > 15 || far! > 15 ? Infinity : 1000 * finite! + near! + 100 * far!,
		);
		expect(keys(tornado(model, baselineOf(model), 'y', nothingPinned))).toEqual(['far', 'near', 'finite']);
		const never = modelWith({ a: parameter(), b: parameter() }, ({ a, b }) => (a! < 8 ? b! : Infinity));
		expect(keys(tornado(never, baselineOf(never), 'y', nothingPinned))).toEqual(['a', 'b']);
	});

	it('counts true as 1', () => {
		const model = modelWith({ idle: parameter(), a: parameter() }, ({ a }) => a! > 12);
		expect(tornado(model, baselineOf(model), 'y', nothingPinned)).toMatchObject({
			now: 0,
			bars: [
				{ key: 'a', atLow: 0, atHigh: 1 },
				{ key: 'idle', atLow: 0, atHigh: 0 },
			],
		});
	});

	it.each([...models.values()])(
		'returns one bar per uncertain parameter of $id, from wide to narrow, with the model’s outputs',
		(model) => {
			const outputs = Object.keys(model.outputs);
			fc.assert(
				fc.property(
					inputsOf(model),
					fc.constantFrom(...outputs),
					fc.subarray(Object.keys(model.parameters)),
					(inputs, output, pinned) => {
						const { bars } = tornado(model, inputs, output, (key) => pinned.includes(key));
						const uncertain = Object.entries(model.parameters)
							.filter(([key, it]) => rangeOf(it, { value: inputs[key]!, isPinned: pinned.includes(key) }))
							.map(([key]) => key);
						expect(keys({ bars }).sort()).toEqual(uncertain.sort());
						const order = Object.keys(model.parameters);
						const swings = bars.map(({ key, low, high }) => {
							const of = model.parameters[key]!;
							expect(isNumber(of) && low >= of.min && high <= of.max && low <= high).toBe(true);
							const [a, b] = [low, high].map((value) =>
								Number(model.evaluate({ ...inputs, [key]: value })[output]),
							) as [number, number];
							return { index: order.indexOf(key), swing: a === b ? 0 : Math.abs(a - b) };
						});
						swings.slice(1).forEach((next, i) => {
							const { swing, index } = swings[i]!;
							expect(swing >= next.swing, JSON.stringify(swings)).toBe(true);
							if (swing === next.swing && Number.isFinite(swing)) expect(index).toBeLessThan(next.index);
						});
					},
				),
				{ numRuns: 25 },
			);
		},
	);
});
