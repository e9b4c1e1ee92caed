import { expect, it } from 'vitest';
import texts from './texts.ts';

it('`summary` gives the break-even year and the sum earned until the learner comes', () => {
	expect(texts.of().summary).toBe(
		'The dollar is back in 2028, after 2.9 years. With a learner in 2033 it has brought $1.37 by then, and nothing after.',
	);
});

it('`summary` prints “never” if skills decay faster than they pay', () => {
	expect(texts.of({ skillReturn: 0.3, skillDecay: 0.5 }).summary).toMatch(
		/^The dollar never comes back, however late the learner\./,
	);
});

it('`rows` has one row every second year, with rising sums', () => {
	const { rows } = texts.of();
	expect(rows.map(([year]) => year)).toEqual([
		'2028',
		'2030',
		'2032',
		'2034',
		'2036',
		'2038',
		'2040',
		'2042',
		'2044',
		'2046',
	]);
	const values = rows.map(([, value]) => Number(value!.replace('$', '')));
	expect(values).toEqual(values.toSorted((a, b) => a - b));
});
