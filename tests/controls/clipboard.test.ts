import { afterEach, expect, it, vi } from 'vitest';
import { copyText } from '../../src/controls/clipboard.ts';

afterEach(() => vi.unstubAllGlobals());

it('`copyText` writes the text and returns true', async () => {
	const writeText = vi.fn(() => Promise.resolve());
	vi.stubGlobal('navigator', { clipboard: { writeText } });
	expect(await copyText('a link')).toBe(true);
	expect(writeText).toHaveBeenCalledWith('a link');
});

it.each([
	['refuses', { clipboard: { writeText: () => Promise.reject(new Error('closed')) } }],
	['has no clipboard, as on a page without TLS,', {}],
])('`copyText` returns false if the browser %s', async (_, navigator) => {
	vi.stubGlobal('navigator', navigator);
	expect(await copyText('a link')).toBe(false);
});
