import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCdf, normalQuantile } from '../../src/engine/normal.ts';

const relative = (a: number, b: number) => Math.abs(a - b) / Math.abs(b);

describe('`normalQuantile`', () => {
	it.each([
		[1e-300, -37.0470962993612],
		[1e-20, -9.262340089798407],
		[1e-10, -6.361340902404057],
		[1e-5, -4.264890793922825],
		[0.01, -2.326347874040841],
		[0.05, -1.6448536269514726],
		[0.075, -1.439531470938456],
		[0.25, -0.6744897501960817],
		[0.4, -0.2533471031357998],
		[0.975, 1.9599639845400543],
	])('of %d has fifteen correct digits', (p, z) => expect(relative(normalQuantile(p), z)).toBeLessThan(1e-15));

	it('inverts `normalCdf`, in the tails too', () => {
		fc.assert(
			fc.property(
				fc.double({ min: -37, max: 6, noNaN: true }),
				(x) => Math.abs(normalQuantile(normalCdf(x)) - x) < (x < 1 ? 1e-12 : 1e-7),
			),
		);
	});

	it('is infinite at 0 and 1, and never decreases', () => {
		expect([normalQuantile(0), normalQuantile(0.5), normalQuantile(1)]).toEqual([-Infinity, 0, Infinity]);
		const share = fc.double({ min: 0, max: 1, noNaN: true });
		fc.assert(
			fc.property(share, share, (a, b) => normalQuantile(Math.min(a, b)) <= normalQuantile(Math.max(a, b)) + 1e-14),
		);
	});
});
