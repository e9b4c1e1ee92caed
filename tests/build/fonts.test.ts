import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ACCENTS } from '../../src/build/fonts.ts';

it('the faces of accented letters have the range of the letters that their files have', () => {
	const css = readFileSync(join(import.meta.dirname, '../../src/styles/tokens.css'), 'utf8');
	const ranges = Array.from(css.matchAll(/\?accents'\)[^}]*unicode-range: ([^;]*);/g), ([, range = '']) => range);
	expect(ranges).toHaveLength(3);
	for (const range of ranges) {
		const letters = Array.from(range.matchAll(/U\+(\w+)-(\w+)/g), ([, from = '', to = '']) =>
			Array.from({ length: parseInt(to, 16) - parseInt(from, 16) + 1 }, (_, i) =>
				String.fromCodePoint(parseInt(from, 16) + i),
			),
		);
		expect(letters.flat().join('')).toBe(ACCENTS);
	}
});
