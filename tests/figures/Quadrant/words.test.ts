import { expect, it } from 'vitest';
import { rows } from '../../../src/figures/Quadrant/words.ts';
import texts from './texts.ts';

it('`belief` states the date of the settings, and the view by the odds', () => {
	const text = texts.of({ humanLevelYear: 2026.5, afterLearner: 0 }).summary;
	expect(text).toContain('within a machine’s reach in 2025, which the record contradicts');
	expect(text).toContain('by 2030 in 10 of a hundred runs, by 2045 in 80: unlikely soon and likely later');
});

it('`rows` lists the reader’s odds first, then those of each position', () => {
	expect(rows([0.1, 0.8], [{ title: 'Another', odds: [0, 1] }])).toEqual([
		['Yours', '10', '80'],
		['Another', '0', '100'],
	]);
});
