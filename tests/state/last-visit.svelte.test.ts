import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { newsText } from '../../src/reader/news-text.ts';
import { newsSinceVisit } from '../../src/state/last-visit.ts';
import { storageKey } from '../../src/state/storage.ts';

const then = { edition: 3, findings: 40, newest: '2026-09' };
const now = { edition: 3, findings: 42, newest: '2026-10-04' };

beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

it('`newsSinceVisit` returns nothing on a first visit, and what is new on the next, once', () => {
	expect(newsSinceVisit(then)).toBeUndefined();
	expect(newsSinceVisit(then)).toBeUndefined();
	expect(newsSinceVisit(now)).toEqual({ findings: 2, isNewer: true, edition: undefined });
	expect(newsSinceVisit(now)).toBeUndefined();
	expect(newsSinceVisit({ ...now, edition: 4 })).toEqual({ findings: 0, isNewer: false, edition: 4 });
});

it('`newsSinceVisit` keeps what was told when an older page is opened', () => {
	newsSinceVisit(now);
	expect(newsSinceVisit(then)).toBeUndefined();
	expect(newsSinceVisit(now)).toBeUndefined();
});

it.each(['', '3', '3 40', 'a b c', '3 40 <b>', '{}', '3 40 2026-09 x'])(
	'`newsSinceVisit` takes “%s” in storage for a first visit',
	(text) => {
		localStorage.setItem(storageKey('visit'), text);
		expect(newsSinceVisit(now)).toBeUndefined();
	},
);

it('`newsSinceVisit` returns nothing if the browser refuses storage', () => {
	newsSinceVisit(then);
	vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
		throw new Error('refused');
	});
	expect(newsSinceVisit(now)).toBeUndefined();
});

it('`newsText` states findings, the date of the newest, and the edition', () => {
	expect(newsText({ findings: 2, isNewer: true, edition: undefined }, '4 October 2026')).toBe(
		'Since your last visit: two findings more, the newest of 4 October 2026',
	);
	expect(newsText({ findings: 1, isNewer: false, edition: 4 }, '')).toBe(
		'Since your last visit: one finding more; edition 4 of the numbers',
	);
});
