import { describe, expect, it } from 'vitest';
import type { ChoiceParameter, NumberParameter } from '../../src/engine/parameter.ts';
import { exactText, likelyRange, isBeyondAll, restText, valueText } from '../../src/engine/value-text.ts';

const number = (more: Partial<NumberParameter> = {}): NumberParameter => ({
	label: 'A number',
	unit: '–',
	scale: 'linear',
	default: 10,
	min: 0,
	max: 10_000,
	source: { cite: [], note: 'Our assumption.' },
	...more,
});
const choice: ChoiceParameter = {
	label: 'A choice',
	unit: '–',
	scale: 'choice',
	default: 'a',
	choices: { a: 'The first', b: 'The second' },
	source: { cite: [], note: 'Your choice.' },
};
const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

describe('`valueText`', () => {
	it.each([
		['three digits below 1,000', {}, 12.345, '12.3'],
		['three digits just below 1,000', {}, 999.4, '999'],
		['whole numbers from 1,000 on', {}, 1234.5, '1,235'],
		['whole numbers below −1,000', { min: -10_000 }, -1234.5, '−1,235'],
		['a tenth of a year in a calendar year', { unit: 'year', min: 2000, max: 2100 }, 2033.5, '2033.5'],
	] as const)('shows %s', (_, more, value, text) => expect(plain(valueText(number(more), value))).toBe(text));

	it('returns the label of a choice, and the key of an unknown one', () =>
		expect(['b', 'c'].map((value) => valueText(choice, value))).toEqual(['The second', 'c']));

	it('leaves all typed digits to `exactText`', () => expect(plain(exactText(number(), 12.3456))).toBe('12.3456'));
});

describe('`restText`', () => {
	it('leaves parts of a year to the field where the slider spans decades', () => {
		const year = (max: number) => number({ unit: 'year', min: 2025, max });
		expect([2075, 2035].map((max) => restText(year(max), 2033.5))).toEqual(['2033', '2033.5']);
	});
	it('is `valueText` for all other units', () => expect(restText(number(), 12.345)).toBe('12.3'));
});

describe('`likelyRange` and `isBeyondAll`', () => {
	it('returns p05 to p95; undefined if either is missing', () => {
		expect(plain(likelyRange(number({ unit: 'yr', p05: 2, p95: 15 })))).toBe('2 years to 15 years');
		expect(likelyRange(number({ p05: 2 }))).toBeUndefined();
		expect(likelyRange(number({ p95: 15 }))).toBeUndefined();
	});

	it('includes both ends, the default and every position’s value, and nothing beyond', () => {
		const held = number({ p05: 5, p95: 20, positions: { far: 100, near: 3 } });
		expect([3, 5, 10, 20, 100].map((value) => isBeyondAll(held, value))).toEqual(Array(5).fill(false));
		expect([2.9, 100.1].map((value) => isBeyondAll(held, value))).toEqual([true, true]);
	});

	it('includes only the default if there is nothing else', () =>
		expect([9.9, 10, 10.1].map((value) => isBeyondAll(number(), value))).toEqual([true, false, true]));
});
