import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	clamp,
	fromPosition,
	isNumber,
	snap,
	stepBy,
	toPosition,
	valueAfterKey,
	valueAfterMove,
	invalidReason,
	type NumberParameter,
} from '../../src/engine/parameter.ts';
import { parameters } from '../../src/models/registry.ts';

/** Random parameters, beyond those of the models. */
const anyParameter: fc.Arbitrary<NumberParameter> = fc
	.record({
		scale: fc.constantFrom('linear' as const, 'log' as const),
		low: fc.integer({ min: 1, max: 999 }),
		span: fc.integer({ min: 2, max: 100_000 }),
		at: fc.double({ min: 0, max: 1, noNaN: true }),
		whole: fc.boolean(),
	})
	.map(({ scale, low, span, at, whole }) => {
		const min = whole ? low : low / 100;
		const max = whole ? low + span : (low + span) / 100;
		const middle = min + (max - min) * at;
		const value = Number((whole ? Math.round(middle) : middle).toPrecision(6));
		return {
			label: 'Anything',
			unit: '–',
			source: { cite: [], note: '' },
			scale,
			min,
			max,
			default: Math.min(max, Math.max(min, value)),
			...(whole && { integer: true as const }),
		};
	});
const onIt = (property: (parameter: NumberParameter, value: number) => void) =>
	fc.assert(
		fc.property(anyParameter, fc.double({ min: 0, max: 1, noNaN: true }), (parameter, position) =>
			property(parameter, clamp(parameter, fromPosition(parameter, position))),
		),
		{ numRuns: 1000 },
	);
const allowed = (parameter: NumberParameter, value: number): void => {
	expect(invalidReason('x', parameter, value), `${value} on ${parameter.min} to ${parameter.max}`).toBeUndefined();
};

describe('slider arithmetic', () => {
	it('`fromPosition` inverts `toPosition`', () => {
		onIt((parameter, value) => {
			const position = toPosition(parameter, value);
			expect(position).toBeGreaterThanOrEqual(-1e-12);
			expect(position).toBeLessThanOrEqual(1 + 1e-12);
			expect(Math.abs(fromPosition(parameter, position) - value)).toBeLessThanOrEqual(1e-9 * Math.abs(value));
		});
	});

	it('`fromPosition` is exact at both ends', () => {
		onIt((parameter) => {
			expect([fromPosition(parameter, 0), fromPosition(parameter, 1)]).toEqual([parameter.min, parameter.max]);
			expect([fromPosition(parameter, -1), fromPosition(parameter, 2)]).toEqual([parameter.min, parameter.max]);
			expect([
				snap(parameter, parameter.min),
				snap(parameter, parameter.max),
				snap(parameter, parameter.default),
			]).toEqual([parameter.min, parameter.max, parameter.default]);
		});
	});

	it('`snap` stays within the range', () => onIt((parameter, value) => allowed(parameter, snap(parameter, value))));

	it('`snap` moves a value by at most a step and is idempotent', () => {
		onIt((parameter, value) => {
			const dropped = snap(parameter, value);
			expect(Math.abs(toPosition(parameter, dropped) - toPosition(parameter, value))).toBeLessThanOrEqual(
				parameter.integer ? 1 : 0.02,
			);
			expect(snap(parameter, dropped)).toBe(dropped);
		});
	});

	it('`stepBy` stays within the range', () => {
		fc.assert(
			fc.property(anyParameter, fc.array(fc.integer({ min: -15, max: 15 }), { maxLength: 20 }), (parameter, counts) => {
				let value = parameter.default;
				for (const count of counts) allowed(parameter, (value = stepBy(parameter, value, count)));
			}),
		);
	});

	it('`stepBy` moves in the direction of the step and reaches the end', () => {
		fc.assert(
			fc.property(anyParameter, fc.constantFrom(-1, 1), (parameter, direction) => {
				const end = direction > 0 ? parameter.max : parameter.min;
				let value = direction > 0 ? parameter.min : parameter.max;
				let steps = 0;
				while (value !== end) {
					const next = stepBy(parameter, value, direction);
					expect((next - value) * direction, `from ${value}`).toBeGreaterThan(0);
					value = next;
					expect(++steps).toBeLessThan(600);
				}
			}),
		);
	});

	it('`stepBy` stops at the default instead of passing it', () => {
		onIt((parameter, value) => {
			const direction = Math.sign(parameter.default - value);
			for (let at = value, i = 0; at !== parameter.default; i++) {
				at = stepBy(parameter, at, direction);
				expect((parameter.default - at) * direction, `at ${at}`).toBeGreaterThanOrEqual(0);
				expect(i).toBeLessThan(600);
			}
		});
	});
});

describe.each([...parameters.values()].filter(isNumber))('the slider of $label', (parameter) => {
	it('`stepBy` lands on numbers of few digits', () => {
		for (let value = parameter.min, i = 0; value < parameter.max && i < 600; i++) {
			value = stepBy(parameter, value, 1);
			expect(
				String(value)
					.replace(/e.*|\D/g, '')
					.replace(/^0+|0+$/g, '').length,
				String(value),
			).toBeLessThanOrEqual(String(parameter.default).replace(/\D/g, '').length + 4);
		}
	});
	it('`valueAfterKey` handles the keys of a slider and no others', () => {
		const press = (key: string) => valueAfterKey(parameter, parameter.default, key);
		expect([press('Home'), press('End')]).toEqual([parameter.min, parameter.max]);
		expect([press('ArrowUp'), press('ArrowDown')]).toEqual([press('ArrowRight'), press('ArrowLeft')]);
		// A page is ten steps, or fewer on a slider with few steps.
		const pages = Array.from({ length: 10 }, (_, i) => [
			stepBy(parameter, parameter.default, i + 1),
			stepBy(parameter, parameter.default, -i - 1),
		]);
		expect(pages).toContainEqual([press('PageUp'), press('PageDown')]);
		for (const key of ['Tab', 'Enter', 'Escape', 'a', ' ', '5']) expect(press(key), key).toBeUndefined();
	});
});

it('`valueAfterKey` moves by about a tenth of the slider on Page keys', () => {
	// On integers a step is at least 1, and a page has fewer steps.
	for (const parameter of [...parameters.values()].filter(isNumber).filter(({ integer }) => !integer)) {
		const moved = toPosition(parameter, stepBy(parameter, parameter.min, 10));
		expect(moved, parameter.label).toBeGreaterThan(0.03);
		expect(moved, parameter.label).toBeLessThan(0.2);
	}
});

describe('`invalidReason`', () => {
	const years: NumberParameter = {
		label: 'Years',
		unit: 'yr',
		source: { cite: [], note: '' },
		scale: 'linear',
		min: 1,
		max: 9,
		default: 3,
		integer: true,
	};
	it.each([
		[12, '"years" must be from 1 to 9, not 12'],
		[2.5, '"years" must be a whole number, not 2.5'],
		['5', '"years" must be a number, not "5"'],
		[NaN, '"years" must be a number, not null'],
		[Infinity, '"years" must be a number, not null'],
		[9, undefined],
	])('%s: %s', (value, reason) => expect(invalidReason('years', years, value)).toBe(reason));

	it('lists the choices', () => {
		const fit = {
			label: 'Fit',
			unit: 'choice',
			source: { cite: [], note: '' },
			scale: 'choice',
			default: 'old',
			choices: { old: 'Old', new: 'New' },
		} as const;
		expect(invalidReason('fit', fit, 'newer')).toBe('"fit" must be one of old, new, not "newer"');
		expect(invalidReason('fit', fit, 'constructor')).toBeDefined();
		expect(invalidReason('fit', fit, 'new')).toBeUndefined();
	});
});

describe('`valueAfterMove`', () => {
	const numeric = Array.from(parameters.values()).filter(isNumber);
	const within = fc.double({ min: 0, max: 1, noNaN: true });

	it('moves by one step of `stepBy` when the input moves by one position, at every value of every slider', () =>
		fc.assert(
			fc.property(fc.constantFrom(...numeric), within, fc.constantFrom(1, -1), (parameter, share, direction) => {
				const value = snap(parameter, fromPosition(parameter, share));
				const from = toPosition(parameter, value);
				const moved = valueAfterMove(parameter, value, from, from + direction / 1000);
				expect(moved).toBe(stepBy(parameter, value, direction));
				if (direction > 0 ? value < parameter.max : value > parameter.min) expect(moved).not.toBe(value);
			}),
		));

	it('changes the value, in the direction of the move, when the input moves by a twentieth', () =>
		fc.assert(
			fc.property(fc.constantFrom(...numeric), within, fc.constantFrom(1, -1), (parameter, share, direction) => {
				const value = snap(parameter, fromPosition(parameter, share));
				const from = toPosition(parameter, value);
				const to = Math.min(1, Math.max(0, from + direction / 20));
				if (to === from) return;
				expect(Math.sign(valueAfterMove(parameter, value, from, to) - value)).toBe(direction);
			}),
		));
});
