import { expect, it } from 'vitest';
import { baselineOf } from '../../../src/engine/model.ts';
import { summary } from '../../../src/figures/HiringMarket/words.ts';
import model from '../../../src/models/lemons.model.ts';
import texts from './texts.ts';

it('`summary` gives the number of people who take the job and the cost of a hire and of a copy', () => {
	expect(texts.of().summary).toBe(
		'Of 100 people, 50 take the pay at which this market settles (0.6 on a scale where the best are worth ' +
			'1); the better ones stay away. Finding one good hire costs $10,875, vetting spread over the copies ' +
			'$100 a copy, a 109× difference.',
	);
});

it('`summary` omits “stay away” if all people are hired', () => {
	expect(summary(100, 100, model.evaluate(baselineOf(model)))).not.toContain('stay away');
});

it('`summary` calls people the cheaper if the copies are few', () => {
	expect(texts.of({ copies: 1 }).summary).toMatch(/; at so few copies people are the cheaper\.$/);
});

it('`rows` has one row per output', () => {
	expect(texts.of().rows.map((row) => row.at(-1))).toEqual(['0.6', '50%', '$10,900', '$100']);
});
