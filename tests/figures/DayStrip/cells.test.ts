import { expect, it } from 'vitest';
import { cellsOf, orderOf } from '../../../src/figures/DayStrip/cells.ts';

it('`orderOf` is a permutation, and `cellsOf` covers a prefix of it', () => {
	const order = orderOf(100);
	expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i));
	const filled = (missed: number) => cellsOf(order, missed).covered.split('M').length - 1;
	expect([0, 1, 47.5, 100].map(filled)).toEqual([100, 99, 53, 0]);
});
