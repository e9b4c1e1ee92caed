import { describe, expect, it } from 'vitest';
import { textWidth } from '../../src/charts/text-width.ts';

describe('the width of a text', () => {
	it('is that of its letters, in proportion to their size', () => {
		expect(textWidth('', 10)).toBe(0);
		expect(textWidth('20', 10)).toBeCloseTo(12);
		expect(textWidth('Wiki', 20)).toBeCloseTo(2 * textWidth('Wiki', 10));
		expect(textWidth('ill', 10)).toBeLessThan(textWidth('mum', 10) / 2);
	});

	it('takes a letter that it does not know for as wide as any', () => {
		expect(textWidth('Ω', 10)).toBe(textWidth('W', 10));
	});
});
