import { createRawSnippet, flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, it } from 'vitest';
import Later from '../../src/controls/Later.svelte';

let app: Record<string, unknown> | undefined;
afterEach(() => {
	if (app) void unmount(app);
	document.body.replaceChildren();
});
const settled = async () => {
	await new Promise((resolve) => setTimeout(resolve));
	flushSync();
};
/** Mounts a part that fails as often as given, and then arrives. */
function open(failures: number, isQuiet = false) {
	let left = failures;
	const load = () => (left-- > 0 ? Promise.reject(new Error('offline')) : Promise.resolve({ default: 'the part' }));
	const children = createRawSnippet<[string]>((part) => ({ render: () => `<b>${part()}</b>` }));
	app = mount(Later<string>, { target: document.body, props: { load, name: 'The list', isQuiet, children } });
	flushSync();
}
const text = () => document.body.textContent!.replace(/\s+/g, ' ').trim();

it('`Later` says that the part is loading, and then shows it', async () => {
	open(0);
	expect(text()).toBe('The list is loading …');
	expect(document.querySelector('[role=status]')).not.toBeNull();
	await settled();
	expect(text()).toBe('the part');
});
it('`Later` says that the part failed, and tries again with each press', async () => {
	open(2);
	await settled();
	for (let press = 0; press < 2; press++) {
		expect(text()).toContain('The list could not be loaded.');
		expect(document.querySelector('[role=alert]')).not.toBeNull();
		document.querySelector('button')!.click();
		flushSync();
		await settled();
	}
	expect(text()).toBe('the part');
});
it('`Later` tries again by itself when the connection is back', async () => {
	open(1);
	await settled();
	window.dispatchEvent(new Event('online'));
	flushSync();
	await settled();
	expect(text()).toBe('the part');
});
it('a quiet `Later` leaves loading unsaid, but not a failure', async () => {
	open(1, true);
	expect(text()).toBe('');
	await settled();
	expect(text()).toContain('could not be loaded');
});
