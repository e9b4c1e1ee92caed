import { describe, expect, it } from 'vitest';
import { textWidth } from '../../src/charts/text-width.ts';

describe('`textWidth`', () => {
	it('sums the widths of the characters in proportion to the font size', () => {
		expect(textWidth('', 10)).toBe(0);
		expect(textWidth('20', 10)).toBeCloseTo(12);
		expect(textWidth('Wiki', 20)).toBeCloseTo(2 * textWidth('Wiki', 10));
		expect(textWidth('ill', 10)).toBeLessThan(textWidth('mum', 10) / 2);
	});

	it('uses the maximum width for an unknown character', () => {
		expect(textWidth('Ω', 10)).toBe(textWidth('W', 10));
	});
});
