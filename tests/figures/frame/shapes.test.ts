import { describe, expect, it, vi } from 'vitest';
import { placed } from '../../../src/figures/frame/shapes.ts';

/** The part of DOMPoint that `placed` uses; jsdom has none. */
vi.stubGlobal(
	'DOMPoint',
	class {
		readonly #place: readonly [number, number];
		constructor(x: number, y: number) {
			this.#place = [x, y];
		}
		matrixTransform({ a, b, c, d, e, f }: DOMMatrix) {
			const [x, y] = this.#place;
			return { x: a * x + c * y + e, y: b * x + d * y + f };
		}
	},
);
const twice = { a: 2, b: 0, c: 0, d: 3, e: 10, f: 20 } as DOMMatrix;

describe('`placed`', () => {
	it('transforms the coordinates of a path', () => {
		expect(placed('M1 2L3,4', twice)).toBe('M 12,26L 16,32');
	});
	it('writes horizontal and vertical lines as lines, also after a closed path and a relative move', () => {
		expect(placed('M1 2H3V5', twice)).toBe('M 12,26L 16,26L 16,35');
		expect(placed('M1 2L3 4ZH5', twice)).toBe('M 12,26L 16,32ZL 20,26');
		expect(placed('M3.5 95.3h0.01m0.11 -23h0.01', twice)).toBe('M 17,305.9L 17.02,305.9M 17.24,236.9L 17.26,236.9');
	});
	it('leaves paths with arcs or relative lines to a transform', () => {
		expect(placed('M1 2A1 1 0 0 0 3 4', twice)).toBeUndefined();
		expect(placed('M1 2l3 4', twice)).toBeUndefined();
	});
});
