import { expect, it } from 'vitest';
import { baselineOf } from '../../../src/engine/model.ts';
import { countText } from '../../../src/figures/VerificationFunnel/words.ts';
import model from '../../../src/models/verification.model.ts';
import texts from './texts.ts';

it('`summary` gives the tasks delivered right and wrong, of a hundred', () => {
	const { deliveredCorrect, deliveredWrong } = model.evaluate(baselineOf(model));
	const { summary, rows } = texts.of();
	expect(summary).toContain(` ${Math.round(100 * deliveredCorrect)} are delivered right`);
	expect(summary).toContain(` ${countText(100 * deliveredWrong)} delivered wrong`);
	expect(rows.at(-1)!.slice(0, 2)).toEqual(['Delivered', '100']);
});

it('`stageName` names five attempts singly and the rest together', () => {
	expect(texts.of({ attempts: 9 }).labels).toEqual([
		'Attempt 1',
		'Attempt 2',
		'Attempt 3',
		'Attempt 4',
		'Attempt 5',
		'Attempts 6–9',
	]);
});

it('`countText` never rounds a positive count to 0', () => {
	expect([0, 0.01, 0.5, 9.96, 48.2].map(countText)).toEqual(['0', '<0.1', '0.5', '10', '48']);
});
