import { expect, it } from 'vitest';
import texts from './texts.ts';

it('`summary` gives the size of the gap and of each part', () => {
	expect(texts.of().summary).toBe(
		'The gap of 3.10 orders is 0.49 orders of missing diffusion, 0.76 orders of low price and, as what ' +
			'is left, 1.85 orders of missing capability. By implication AI can do 1.42% of the work, weighted ' +
			'by pay.',
	);
});

it('`summary` rejects assumptions that imply more than all of the work', () => {
	expect(texts.of({ revenue: 1000, adoptionShare: 0.01 }).summary).toMatch(
		/of the work to be within AI’s reach, which cannot be: they do not explain the revenue\.$/,
	);
	expect(texts.of({ labourElasticity: 1 }).summary).toMatch(/ 0\.00 orders of low price /);
});

it('`rows` lists the parts and the whole gap as factors whose product is the whole', () => {
	const { rows } = texts.of();
	expect(rows.map(([part]) => part)).toEqual(['Missing diffusion', 'Low price', 'Missing capability', 'The whole gap']);
	const factors = rows.map(([, , factor]) => Number(factor!.replace('×', '').replace(',', '')));
	expect(factors[0]! * factors[1]! * factors[2]!).toBeCloseTo(factors[3]!, -1);
});
