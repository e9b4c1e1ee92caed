import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { embedScript, pageScript } from '../../src/build/inline-scripts.ts';
import { parameters } from '../../src/models/registry.ts';
import { defaultWords, QUIET_KEYS, readLink } from '../../src/state/link.ts';
import { KEY_PREFIX } from '../../src/state/storage.ts';

interface Browser {
	readonly saved?: string;
	readonly tab?: string;
	readonly theme?: string;
	readonly state?: unknown;
	readonly storage?: 'refused';
	readonly isTraversal?: boolean;
}

/** Runs the script on a page with this query, and returns the root element. */
function rootAfter(
	script: string,
	query: string,
	{ saved, tab, theme, state, storage, isTraversal }: Browser = {},
): HTMLElement {
	const { window } = new JSDOM('<!doctype html><html></html>', {
		url: `https://example.org/${query}`,
		runScripts: 'dangerously',
	});
	// jsdom has no navigation entries.
	Object.assign(window.performance, { getEntriesByType: () => [{ type: isTraversal ? 'back_forward' : 'navigate' }] });
	const root = window.document.documentElement;
	if (saved !== undefined)
		window.localStorage.setItem(`${KEY_PREFIX}settings`, JSON.stringify({ before: '', now: saved }));
	if (theme !== undefined) window.localStorage.setItem(`${KEY_PREFIX}theme`, theme);
	if (tab !== undefined) window.sessionStorage.setItem(`${KEY_PREFIX}tab`, JSON.stringify({ mine: tab }));
	if (state !== undefined) window.history.replaceState(state, '');
	for (const name of storage === 'refused' ? (['localStorage', 'sessionStorage'] as const) : [])
		Object.defineProperty(window, name, {
			get() {
				throw new Error('refused');
			},
		});
	const element = Object.assign(window.document.createElement('script'), { text: script });
	const { ids, values } = defaultWords(parameters);
	Object.assign(element.dataset, { keys: KEY_PREFIX, parameters: ids, defaults: values, tracking: QUIET_KEYS });
	root.append(element);
	return root;
}
const marksOf = (root: HTMLElement) => ['sent', 'noted', 'has-saved'].filter((name) => root.classList.contains(name));
const countOf = (root: HTMLElement, name: string) => Number(root.style.getPropertyValue(name));

describe('the script before the first paint', () => {
	it.each([
		'?m=3',
		'?m=3&copies=5000',
		'?m=3&copies=5000&monthly-hires=0.05',
		'?m=3&copies=1000',
		'?m=3&copies=lots',
		'?m=3&copies=lots&monthly-hires=0.05',
		'?m=3&prior=poisson',
		'?m=3&old-key=1&older-key=2',
		'?m=9&copies=5000',
		'?m=3&seed=5&utm_source=x',
		'?m=3&amp;copies=5000',
		'?M=3&COPIES=5000',
		'?m%3D3%26copies%3D5000',
		'?m=3;copies=5000',
		'?m=3&copies=5000&copies=9000',
	])('keeps room for the changes and notices that `readLink` finds in %s', (query) => {
		const { values, editionDefaults, notices } = readLink(query, parameters);
		const isChange = ([key, value]: readonly [string, unknown]) =>
			value !== (editionDefaults.get(key) ?? parameters.get(key)?.default);
		const changes = [...values].filter(isChange).length;
		const root = rootAfter(pageScript, query);
		expect(marksOf(root)).toEqual(changes > 0 ? ['sent'] : notices.length > 0 ? ['noted'] : []);
		expect(countOf(root, '--changes')).toBe(changes);
		expect(countOf(root, '--notices')).toBe(notices.length);
	});
	it('keeps room for a link of an older edition, which has a notice of its own', () =>
		expect(marksOf(rootAfter(pageScript, '?m=1'))).toEqual(['noted']));
	it('keeps room for runs of experiments, alone or with changes and notices', () => {
		const after = (query: string) => {
			const root = rootAfter(pageScript, query);
			return [...marksOf(root), countOf(root, '--changes'), countOf(root, '--notices')];
		};
		expect(after('?m=3&run-tuesday-monday=2')).toEqual(['noted', 0, 0]);
		expect(after('?m=3&run-tuesday-monday=x')).toEqual([0, 0]);
		expect(after('?m=3&copies=5000&run-tuesday-monday=2&run-mistakes=1')).toEqual(['sent', 3, 0]);
		expect(after('?m=3&old-key=1&run-tuesday-monday=2')).toEqual(['noted', 0, 2]);
	});
	it('keeps room for a former key as for the one that took its place, and for the notice of a retired one', () => {
		const root = rootAfter(pageScript, '?m=2&learner-year=2040&lessons=9');
		expect(marksOf(root)).toEqual(['sent']);
		expect([countOf(root, '--changes'), countOf(root, '--notices')]).toEqual([2, 1]);
		expect(marksOf(rootAfter(pageScript, '?learner-year=2031.5'))).toEqual([]);
	});
	it('keeps no room for settings of the reader’s own, from storage, the tab or the history entry', () => {
		const query = '?m=3&copies=5000';
		expect(marksOf(rootAfter(pageScript, query, { saved: query }))).toEqual([]);
		expect(marksOf(rootAfter(pageScript, query, { tab: query }))).toEqual([]);
		expect(marksOf(rootAfter(pageScript, query, { state: { [`${KEY_PREFIX}entry`]: 'own' } }))).toEqual([]);
	});
	it('keeps room again if the reader goes back to a sender’s link', () => {
		const query = '?m=3&copies=5000';
		expect(marksOf(rootAfter(pageScript, query, { saved: query, isTraversal: true }))).toEqual(['sent']);
	});
	it('offers saved settings that differ from the defaults, on a page without settings', () => {
		expect(marksOf(rootAfter(pageScript, '', { saved: '?m=3&copies=5000' }))).toEqual(['has-saved']);
		expect(marksOf(rootAfter(pageScript, '', { saved: '?m=3&copies=1000' }))).toEqual([]);
		expect(marksOf(rootAfter(pageScript, ''))).toEqual([]);
	});
	it('applies the saved theme, and no other word', () => {
		expect(rootAfter(pageScript, '', { theme: 'dark' }).dataset['theme']).toBe('dark');
		expect(rootAfter(pageScript, '', { theme: 'blue' }).dataset['theme']).toBeUndefined();
	});
	it('works if the browser refuses storage', () =>
		expect(marksOf(rootAfter(pageScript, '?m=3&copies=5000', { storage: 'refused' }))).toEqual(['sent']));
	it('applies the theme that an embed’s address names', () => {
		expect(rootAfter(embedScript, '?theme=dark').dataset['theme']).toBe('dark');
		expect(rootAfter(embedScript, '?theme=darker').dataset['theme']).toBeUndefined();
	});
});
