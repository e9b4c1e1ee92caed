import { expect, it } from 'vitest';
import { housesOf, levelsOf } from '../../../src/figures/FieldOfHouses/field.ts';

it('`levelsOf` gives each level a part of the field whose area is its share of the homes', () => {
	const levels = levelsOf({ homesPerNine: 10, nines: 3 });
	expect(levels.map(({ homes, side }) => [homes, Math.round(1e6 * side ** 2)])).toEqual([
		[10, 10_000],
		[100, 100_000],
		[1000, 1_000_000],
	]);
});

it('`housesOf` draws one house a home, within the field, and none where they would be too small to see', () => {
	for (const homes of [1, 5, 32, 1024, 4000]) {
		const { columns, path } = housesOf(homes)!;
		const corners = Array.from(
			path.matchAll(/[ML]([\d.]+) (-?[\d.]+)/g),
			([, x, y]) => [Number(x), Number(y)] as const,
		);
		expect(path.split('M').length - 1).toBe(homes);
		expect(corners.every(([x, y]) => x >= 0 && x <= columns && y >= 0 && y <= columns / 2)).toBe(true);
	}
	expect(housesOf(4001)).toBeUndefined();
});
