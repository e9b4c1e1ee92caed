import { expect, it } from 'vitest';
import texts from './texts.ts';

it('`summary` gives the pass rate, the length of the climb and the compute for the target', () => {
	expect(texts.of().summary).toBe(
		'With 10,000 GPU-hours the pass rate is 57.7%, under a ceiling of 61%. From a tenth of the gain to ' +
			'nine tenths takes 8.9× the compute. To pass 55% of the problems takes 7,210 GPU-hours.',
	);
});

it('`summary` covers a target above the ceiling and a ceiling below the start', () => {
	expect(texts.of({ rlTarget: 0.7 }).summary).toMatch(/To pass 70% of the problems takes more than any amount\.$/);
	expect(texts.of({ rlBase: 0.5, rlCeiling: 0.4 }).summary).toBe(
		'This recipe’s ceiling of 40% is no higher than the 50% it starts from: RL adds nothing.',
	);
});

it('`rows` has one row per half order of magnitude of compute, up to the ceiling', () => {
	const { rows } = texts.of();
	expect(rows).toHaveLength(11);
	expect(rows[0]).toEqual(['100 GPU-hours', '20%']);
	expect(rows[4]).toEqual(['10,000 GPU-hours', '57.7%']);
	expect(rows[10]![1]).toBe('61%');
});
