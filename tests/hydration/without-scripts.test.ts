// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';

const root = document.documentElement;
afterEach(() => {
	document.body.replaceChildren();
	root.className = '';
	vi.resetModules();
});
const load = () => import('../../src/hydration/without-scripts.ts');
function draw() {
	root.className = 'scripts sent has-saved';
	document.body.innerHTML =
		'<template data-without-scripts><p class="told">Scripts did not load.</p></template><template><p class="told"></p></template>';
}

it('`showWithoutScripts` makes the page the one without scripts, once', async () => {
	draw();
	const { showWithoutScripts } = await load();
	showWithoutScripts();
	showWithoutScripts();
	expect(root.className).toBe('');
	expect(document.querySelectorAll('.told')).toHaveLength(1);
});
it('`showWithScripts` takes it back, and otherwise does nothing', async () => {
	draw();
	const { showWithoutScripts, showWithScripts } = await load();
	showWithScripts();
	expect(root.className).toBe('scripts sent has-saved');
	showWithoutScripts();
	showWithScripts();
	expect(root.className).toBe('scripts');
	expect(document.querySelectorAll('.told')).toHaveLength(0);
});
it('`isFetchError` knows the words of three engines, and no other error', async () => {
	const { isFetchError } = await load();
	for (const message of [
		'Failed to fetch dynamically imported module: https://a.test/_astro/islands.js',
		'error loading dynamically imported module: https://a.test/_astro/islands.js',
		'Importing a module script failed.',
	])
		expect(isFetchError(new TypeError(message)), message).toBe(true);
	expect(isFetchError(new TypeError("Cannot read properties of undefined (reading 'import')"))).toBe(false);
	expect(isFetchError(new Error('Importing a module script failed.'))).toBe(false);
});
