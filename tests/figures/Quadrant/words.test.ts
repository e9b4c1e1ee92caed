import { expect, it } from 'vitest';
import { ofHundred, rows } from '../../../src/figures/Quadrant/words.ts';
import texts from './texts.ts';

it('`belief` names the view by the year in which the work is done', () => {
	const view = (humanLevelYear: number) =>
		/^Your settings are ([^.]*)\./.exec(texts.of({ humanLevelYear, afterLearner: 0 }).summary)![1];
	expect(view(2026.5)).toBe('bullish soon, and so later');
	expect(view(2033.5)).toBe('bearish soon, bullish later');
	expect(view(2060)).toBe('bearish soon, and bearish later');
});

it('`ofHundred` never rounds a positive share to 0 or one below 1 to 100', () => {
	expect([0, 0.001, 0.005, 0.5, 0.996, 1].map(ofHundred)).toEqual([
		'0',
		'fewer than 1',
		'1',
		'50',
		'more than 99',
		'100',
	]);
});

it('`rows` lists the reader’s odds first, then those of each position', () => {
	expect(rows([0.1, 0.8], [{ title: 'Another', odds: [0, 1] }])).toEqual([
		['Yours', '10', '80'],
		['Another', '0', '100'],
	]);
});
