import { expect, it } from 'vitest';
import texts from './texts.ts';

it('`summary` gives the cheaper way for each kind of skill, and three bills', () => {
	expect(texts.of().summary).toBe(
		'Of the 100 skills of a job: 50% common, cheaper built in ($1.20 each, shared by 100,000 firms); ' +
			'50% local, cheaper learned ($120 each, taught at the firm). All built in they cost a firm $6 million, all ' +
			'learned $12,000, and the cheaper way for each $6,060.',
	);
});

it('`rows` gives the price of one skill of each kind, each way', () => {
	expect(texts.of().rows.map((row) => row.slice(1))).toEqual([
		['$1.20', '$120', '$1.20'],
		['$120,000', '$120', '$120'],
		['$6 million', '$12,000', '$6,060'],
	]);
});
