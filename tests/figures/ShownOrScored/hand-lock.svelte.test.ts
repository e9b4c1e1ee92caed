import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import HandLock from '../../../src/figures/ShownOrScored/parts/HandLock.svelte';

let app: Record<string, unknown>;
beforeEach(() => {
	app = mount(HandLock, { target: document.body });
	flushSync();
});
afterEach(() => void unmount(app));

const names = () => [...document.querySelectorAll('.keys button')].map(({ textContent }) => textContent);
const signs = () => [...document.querySelectorAll('.steps-of-lock svg')].map((sign) => sign.getAttribute('aria-label'));
const pressed = () => [...document.querySelectorAll('.key-pressed')].map(({ textContent }) => textContent);
const status = () => document.querySelector('[role=status]')!.textContent;
async function press(name: string) {
	[...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)!.click();
	flushSync();
	await Promise.resolve();
	flushSync();
}
async function tryAll() {
	for (const name of ['A', 'B', 'C', 'D']) await press(name);
}

it('`HandLock` names the sign of each step before its key is pressed, in every try', async () => {
	for (let i = 1; i <= 3; i++) {
		for (const [step, name] of ['A', 'B', 'C', 'D'].entries()) {
			expect(status()).toBe(`Step ${step + 1}: ${signs()[step]}.`);
			await press(name);
		}
		expect(status()).toMatch(new RegExp(`^Try ${i}: (not )?open\\.$`));
		await press('Next try');
	}
});

it.each([
	['a try', tryAll],
	['a demonstration', () => press('Show me once')],
])('after %s `HandLock` takes no key until the next try is asked for, which takes the focus', async (_, act) => {
	await act();
	expect(names()).toEqual(['Next try']);
	expect(document.activeElement!.textContent).toBe('Next try');
	const before = signs();
	await press('Next try');
	expect(signs()).not.toEqual(before);
	expect(pressed()).toEqual(['·', '·', '·', '·']);
	expect(names()).toEqual(['A', 'B', 'C', 'D']);
	expect(document.activeElement!.textContent).toBe('A');
});

it('`HandLock` shows keys that open the lock', async () => {
	await press('Show me once');
	const shown = new Map(signs().map((sign, i) => [`${i} ${sign}`, pressed()[i]!]));
	// Tries until every sign has been shown at its step: each demonstration adds some.
	for (let i = 0; i < 60; i++) {
		await press('Show me once');
		for (const [step, sign] of signs().entries()) shown.set(`${step} ${sign}`, pressed()[step]!);
	}
	await press('Next try');
	for (const [step, sign] of signs().entries()) await press(shown.get(`${step} ${sign}`)!);
	expect(status()).toBe('Try 1: open.');
});
