import { expect, it, vi } from 'vitest';
import { fetchAgain } from '../../src/hydration/fetch-again.ts';

it.each([
	'Failed to fetch dynamically imported module: https://a.test/base/_astro/Compare.E5uhGdPl.js',
	'error loading dynamically imported module: http://a.test:80/_astro/Compare.E5uhGdPl.js',
])('`fetchAgain` fetches a module that failed under a new address each time: %s', async (message) => {
	const importModule = vi.fn((address: string) => Promise.resolve({ default: address }));
	const load = () => Promise.reject<{ default: string }>(new TypeError(message));
	const first = await fetchAgain(load, importModule);
	const second = await fetchAgain(load, importModule);
	expect(first.default).toMatch(/^https?:.*Compare\.E5uhGdPl\.js\?again=\d+$/);
	expect(second.default).not.toBe(first.default);
});
it('`fetchAgain` returns what `load` gives once it works, and fetches nothing else', async () => {
	const importModule = vi.fn();
	expect(await fetchAgain(() => Promise.resolve({ default: 1 }), importModule)).toEqual({ default: 1 });
	expect(importModule).not.toHaveBeenCalled();
});
it('`fetchAgain` fails with the first error if that names no address, or the module has no default', async () => {
	const error = new TypeError('Importing a module script failed.');
	await expect(fetchAgain(() => Promise.reject(error))).rejects.toBe(error);
	const named = new TypeError('Failed: https://a.test/x.js');
	await expect(
		fetchAgain<{ default: number }>(
			() => Promise.reject(named),
			() => Promise.resolve({} as { default: number }),
		),
	).rejects.toBe(named);
});
