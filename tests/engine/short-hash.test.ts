import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shortHash } from '../../src/engine/short-hash.ts';

it('`shortHash` gives seven letters and digits at most, the same for the same text', () => {
	expect(shortHash('')).toBe((0x811c9dc5).toString(36));
	expect(shortHash('a')).toBe((0xe40c292c).toString(36));
	fc.assert(fc.property(fc.string(), (text) => void expect(shortHash(text)).toMatch(/^[a-z0-9]{1,7}$/)));
});
it('`shortHash` differs for texts that differ in one character', () => {
	const hashes = Array.from({ length: 2000 }, (_, i) => shortHash(`?m=2&gpt-level=${i}`));
	expect(new Set(hashes).size).toBe(2000);
});
