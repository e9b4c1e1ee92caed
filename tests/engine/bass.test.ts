import { describe, expect, it } from 'vitest';
import { bassShare } from '../../src/engine/bass.ts';

describe('`bassShare`', () => {
	it('is 0 up to the start and tends to 1', () => {
		expect([-5, 0].map((years) => bassShare(years, 0.03, 0.38))).toEqual([0, 0]);
		expect(bassShare(300, 0.03, 0.38)).toBeCloseTo(1, 12);
	});

	it.each([
		[5, 0.03, 0.38, 0.3311986424913736],
		[10, 0.03, 0.38, 0.8128032212213462],
		[3, 0.05, 0.05, 0.14888503362331798],
	])('returns the share after %s years with p %s and q %s', (years, p, q, expected) =>
		expect(Math.abs(bassShare(years, p, q) / expected - 1)).toBeLessThan(1e-12),
	);

	it('is an exponential approach at rate p if q is 0', () =>
		expect(bassShare(0.25, 0.2, 0)).toBeCloseTo(1 - Math.exp(-0.05), 12));

	it('is steepest at ln(q/p)/(p+q) years, by (p+q)²/4q a year', () => {
		const [p, q] = [0.03, 0.38];
		const peak = Math.log(q / p) / (p + q);
		const speed = (years: number) => (bassShare(years + 1e-4, p, q) - bassShare(years - 1e-4, p, q)) / 2e-4;
		expect(speed(peak)).toBeCloseTo((p + q) ** 2 / (4 * q), 7);
		for (const off of [-0.5, 0.5]) expect(speed(peak + off)).toBeLessThan(speed(peak));
	});

	it('satisfies the differential equation F′ = (p + qF)(1 − F)', () => {
		for (const years of [0.5, 2, 8, 15]) {
			const share = bassShare(years, 0.03, 0.38);
			const speed = (bassShare(years + 1e-4, 0.03, 0.38) - bassShare(years - 1e-4, 0.03, 0.38)) / 2e-4;
			expect(speed).toBeCloseTo((0.03 + 0.38 * share) * (1 - share), 7);
		}
	});
});
