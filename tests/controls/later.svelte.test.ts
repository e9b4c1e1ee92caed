import { createRawSnippet, flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, it } from 'vitest';
import Later from '../../src/controls/Later.svelte';
import LaterNotice from '../../src/controls/LaterNotice.svelte';
import { later, type LaterPart } from '../../src/hydration/later.svelte.ts';

const apps: Record<string, unknown>[] = [];
afterEach(() => {
	for (const app of apps.splice(0)) void unmount(app);
	document.body.replaceChildren();
});
const settled = async () => {
	await new Promise((resolve) => setTimeout(resolve));
	flushSync();
};
/** Returns a part that fails as often as given, and then arrives. */
function partAfter(failures: number, name = 'the list') {
	let left = failures;
	return later(name, () =>
		left-- > 0 ? Promise.reject(new Error('offline')) : Promise.resolve({ default: 'the part' }),
	);
}
function show(part: LaterPart<string>, isQuiet = false) {
	const children = createRawSnippet<[string]>((part) => ({ render: () => `<b>${part()}</b>` }));
	apps.push(mount(Later<string>, { target: document.body, props: { part, isQuiet, children } }));
	flushSync();
}
function showNotice() {
	apps.push(mount(LaterNotice, { target: document.body }));
	flushSync();
}
const text = () => document.body.textContent!.replace(/\s+/g, ' ').trim();
async function press(name: string) {
	[...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)!.click();
	flushSync();
	await settled();
}
const FAILED = 'The list could not be loaded. Try again, or reload the page.';

it('`Later` says that the part is loading, and then shows it', async () => {
	show(partAfter(0));
	expect(text()).toBe('Loading the list …');
	expect(document.querySelector('[role=status]')).not.toBeNull();
	await settled();
	expect(text()).toBe('the part');
});
it('`Later` says that the part failed, and tries again with each press', async () => {
	show(partAfter(2));
	await settled();
	for (let presses = 0; presses < 2; presses++) {
		expect(text()).toBe(FAILED);
		expect(document.querySelector('[role=alert]')).not.toBeNull();
		await press('Try again');
	}
	expect(text()).toBe('the part');
});
it('`Later` keeps its button while it tries again, so that the focus stays', async () => {
	show(partAfter(1));
	await settled();
	const button = document.querySelector('button')!;
	button.click();
	flushSync();
	expect(button.isConnected).toBe(true);
	expect(button.textContent).toBe('Trying again …');
	expect(button.getAttribute('aria-disabled')).toBe('true');
	await settled();
	expect(text()).toBe('the part');
});
it('`Later` tries again by itself when the connection is back', async () => {
	show(partAfter(1));
	await settled();
	window.dispatchEvent(new Event('online'));
	await settled();
	expect(text()).toBe('the part');
});
it('a quiet `Later` leaves loading unsaid, but not a failure', async () => {
	show(partAfter(1), true);
	expect(text()).toBe('');
	await settled();
	expect(text()).toBe(FAILED);
});
it('several `Later` of one part fetch it once, announce a failure once, and try again together', async () => {
	let calls = 0;
	const part = later('the list', () =>
		++calls === 1 ? Promise.reject(new Error('offline')) : Promise.resolve({ default: 'the part' }),
	);
	show(part);
	show(part);
	await settled();
	expect(calls).toBe(1);
	expect(text()).toBe(FAILED.repeat(2));
	expect(document.querySelectorAll('[role=alert]')).toHaveLength(1);
	await press('Try again');
	expect(calls).toBe(2);
	expect(text()).toBe('the partthe part');
});

it('`LaterNotice` says that a part failed that no `Later` shows, and tries again', async () => {
	const part = partAfter(1, 'the ranges');
	showNotice();
	const release = part.need();
	await settled();
	expect(text()).toMatch(/^The ranges could not be loaded\./);
	await press('Try again');
	expect(text()).toBe('');
	expect(part.now).toBe('the part');
	release();
});
it('`LaterNotice` names all parts that failed in one sentence, once', async () => {
	const releases = ['the ranges', 'the curves', 'the steps'].map((name) => partAfter(1, name).need());
	showNotice();
	await settled();
	expect(text()).toMatch(/^The ranges, the curves and the steps could not be loaded\./);
	expect(document.querySelectorAll('[role=alert]')).toHaveLength(1);
	for (const release of releases) release();
});
it('`LaterNotice` can be closed, until another part fails', async () => {
	showNotice();
	const releases = [partAfter(1, 'the ranges').need()];
	await settled();
	await press('Close');
	expect(text()).toBe('');
	releases.push(partAfter(1, 'the curves').need());
	await settled();
	expect(text()).toContain('The ranges and the curves could not be loaded.');
	for (const release of releases) release();
	flushSync();
	expect(text()).toBe('');
});
it('`LaterNotice` leaves to `Later` what that shows, and says nothing of a part that is no longer needed', async () => {
	showNotice();
	const part = partAfter(Infinity);
	show(part);
	const release = part.need();
	await settled();
	expect(text()).toBe(FAILED);
	void unmount(apps.pop()!);
	flushSync();
	expect(text()).toBe(`${FAILED} Close`);
	release();
	flushSync();
	expect(text()).toBe('');
});
