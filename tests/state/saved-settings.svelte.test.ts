import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readStored, savedSettings } from '../../src/state/saved-settings.svelte.ts';
import { storageKey } from '../../src/state/storage.ts';

beforeEach(() => {
	localStorage.clear();
	savedSettings.forget();
});

describe('`readStored`', () => {
	it('returns the two queries of a record', () =>
		expect(readStored('{"now":"?m=2&revenue=30","before":""}')).toEqual({ now: '?m=2&revenue=30', before: '' }));
	it.each([null, '', 'null', '[]', '{"now":5}', '{"now":"javascript:"}', `{"now":"?${'x'.repeat(9000)}"}`, '{'])(
		'returns empty queries for %s',
		(text) => expect(readStored(text)).toEqual({ now: '', before: '' }),
	);
});

describe('`savedSettings.save`', () => {
	const another = (query: string) =>
		localStorage.setItem(storageKey('settings'), JSON.stringify({ now: query, before: '' }));
	it('replaces what this page saved', () => {
		savedSettings.save('?m=2&revenue=30');
		savedSettings.save('?m=2&revenue=40');
		expect([savedSettings.current, savedSettings.previous]).toEqual(['?m=2&revenue=40', '']);
		expect(localStorage.getItem(storageKey('settings'))).toBe('{"now":"?m=2&revenue=40","before":""}');
	});
	it('moves what another page saved to `previous`, unless it was adopted', () => {
		another('?m=2&gdp=100');
		savedSettings.save('?m=2&revenue=30');
		expect(savedSettings.previous).toBe('?m=2&gdp=100');
		savedSettings.forget();
		another('?m=2&gdp=100');
		savedSettings.adopt('?m=2&gdp=100');
		savedSettings.save('?m=2&revenue=30');
		expect(savedSettings.previous).toBe('');
	});
	it('is undone by `undo`', () => {
		another('?m=2&gdp=100');
		savedSettings.save('?m=2&revenue=30');
		savedSettings.undo();
		expect([savedSettings.current, savedSettings.previous]).toEqual(['?m=2&gdp=100', '']);
	});
	it('sets `isRefused` if the browser refuses storage', () => {
		const setItem = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
			throw new Error('refused');
		});
		savedSettings.save('?m=2&revenue=30');
		expect(savedSettings.isRefused).toBe(true);
		setItem.mockRestore();
	});
});

it('`savedSettings.forget` removes the record and withdraws the offer', () => {
	savedSettings.save('?m=2&revenue=30');
	savedSettings.offered = 1;
	savedSettings.forget();
	expect([savedSettings.current, savedSettings.offered, localStorage.getItem(storageKey('settings'))]).toEqual([
		'',
		0,
		null,
	]);
});
