import { expect, it, vi } from 'vitest';
import { failedUnseen, fetchMissing, later } from '../../src/hydration/later.svelte.ts';

const offline = () => Promise.reject<{ default: string }>(new Error('offline'));
const online = () => Promise.resolve({ default: 'the part' });

it('`LaterPart.fetch` fetches the part once, and resolves to it', async () => {
	const load = vi.fn(online);
	const part = later('a part', load);
	expect(part.now).toBeUndefined();
	expect(await Promise.all([part.fetch(), part.fetch()])).toEqual(['the part', 'the part']);
	expect(await part.fetch()).toBe('the part');
	expect(part.now).toBe('the part');
	expect(load).toHaveBeenCalledOnce();
});
it('`LaterPart.fetch` resolves to undefined if it fails, says nothing, and fetches again with the next call', async () => {
	const part = later('a part', vi.fn(online).mockImplementationOnce(offline));
	expect(await part.fetch()).toBeUndefined();
	expect(part.hasFailed).toBe(true);
	expect(part.isLoading).toBe(false);
	expect(failedUnseen()).toEqual([]);
	expect(await part.fetch()).toBe('the part');
	expect(part.hasFailed).toBe(false);
});
it('`LaterPart.need` fetches a part again whose fetch in advance has failed', async () => {
	const part = later('a part', vi.fn(online).mockImplementationOnce(offline));
	await part.fetch();
	const release = part.need();
	await vi.waitFor(() => expect(part.now).toBe('the part'));
	release();
});
it('`failedUnseen` has a needed part that failed, until it arrives or is no longer needed', async () => {
	const load = vi.fn(offline);
	const part = later('a part', load);
	const releases = [part.need(), part.need()];
	await vi.waitFor(() => expect(failedUnseen()).toEqual([part]));
	releases[0]!();
	expect(failedUnseen()).toEqual([part]);
	releases[1]!();
	expect(failedUnseen()).toEqual([]);
	const release = part.need();
	load.mockImplementation(online);
	await vi.waitFor(() => expect(part.isLoading).toBe(false));
	fetchMissing();
	await vi.waitFor(() => expect(part.now).toBe('the part'));
	expect(failedUnseen()).toEqual([]);
	release();
});
it('`failedUnseen` leaves out a part that a view shows', async () => {
	const part = later('a part', offline);
	const releases = [part.need(), part.need({ isShown: true })];
	await vi.waitFor(() => expect(part.hasFailed).toBe(true));
	expect(failedUnseen()).toEqual([]);
	for (const release of releases) release();
});
it('the return of the connection fetches every missing part', async () => {
	const parts = [1, 2].map(() => later('a part', vi.fn(online).mockImplementationOnce(offline)));
	const releases = parts.map((part) => part.need());
	await vi.waitFor(() => expect(parts.every(({ hasFailed }) => hasFailed)).toBe(true));
	window.dispatchEvent(new Event('online'));
	await vi.waitFor(() => expect(parts.map(({ now }) => now)).toEqual(['the part', 'the part']));
	for (const release of releases) release();
});
