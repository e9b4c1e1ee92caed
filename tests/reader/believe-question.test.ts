import { expect, it } from 'vitest';
import { builtQuestion } from '../../src/reader/believe-question.ts';

it('`builtQuestion` asks about a year that a single change reaches, and answers it', async () => {
	const { first, years } = await builtQuestion();
	expect(first.ways.ways.length).toBeGreaterThan(0);
	expect(first.ways.isAlready).toBe(false);
	expect(years).toContain(first.year);
});
