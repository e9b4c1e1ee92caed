import { expect, it } from 'vitest';
import { rowsOf } from '../../../src/sources/datasets.ts';
import { FIT_FROM } from '../../../src/models/rl-ceiling.model.ts';
import { guessedText } from '../../../src/figures/TwoReputations/words.ts';
import texts from './texts.ts';

it('`summary` gives both spans, the pass rate, the length of the climb and the compute for the target', () => {
	expect(texts.of().summary).toBe(
		'Pretraining’s trend was fitted over 500× the compute of its smallest run and carried to 98,000×; RL’s was ' +
			'fitted over 33× the compute of its smallest run and carried to 67×. ' +
			'With 10,000 GPU-hours the pass rate is 57.7%, under a ceiling of 61%. From a tenth of the gain to ' +
			'nine tenths takes 8.9× the compute. To pass 55% of the problems takes 7,210 GPU-hours.',
	);
});

it('`summary` covers a target above the ceiling and a ceiling below the start', () => {
	expect(texts.of({ rlTarget: 0.7 }).summary).toMatch(/To pass 70% of the problems takes more than any amount\.$/);
	expect(texts.of({ rlBase: 0.5, rlCeiling: 0.4 }).summary).toMatch(
		/This recipe’s ceiling of 40% is no higher than the 50% it starts from: RL adds nothing\.$/,
	);
});

it('`rows` sets both trends side by side at each factor of ten', () => {
	const { rows } = texts.of();
	expect(rows).toHaveLength(7);
	// Independent: the reducible loss falls by the same factor, 0.6633, with each factor of ten.
	expect(Number(rows[1]![1]!.split(' ')[0]) / Number(rows[0]![1]!.split(' ')[0])).toBeCloseTo(0.6633, 2);
	expect(rows[1]![2]).toBe('59.4%');
	expect(rows[6]![2]).toBe('61%');
});

it('the multiples of the figure start at the run where the study’s fits begin', () => {
	const fact = rowsOf('facts').find(({ id }) => id === 'scalerl-fit-from');
	expect(fact?.['value']).toBe(FIT_FROM);
});

it('`guessedText` says by how much a guess was off, and in which direction', () => {
	expect(guessedText(0.9, 0.61)).toContain('You were 29 percentage points too high.');
	expect(guessedText(0.5, 0.61)).toContain('You were 11 percentage points too low.');
	expect(guessedText(0.62, 0.61)).toContain('You were right.');
});
