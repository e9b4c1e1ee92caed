// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DeferredQueue } from '../../src/hydration/deferred-queue.ts';

const media = { matches: false, addEventListener: () => undefined };
beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal('matchMedia', () => media);
});
afterEach(() => {
	media.matches = false;
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

/** A queue with tasks that record their number and delete themselves, as `add` requires. */
function queueOf(count: number) {
	const queue = new DeferredQueue();
	const done: number[] = [];
	for (let i = 0; i < count; i++) {
		const task = () => {
			queue.delete(task);
			done.push(i);
		};
		queue.add(task);
	}
	return { queue, done };
}

describe('`DeferredQueue`', () => {
	it('runs no task while the reader is active', async () => {
		const { done } = queueOf(2);
		for (let i = 0; i < 10; i++) {
			await vi.advanceTimersByTimeAsync(4000);
			dispatchEvent(new Event('pointermove'));
		}
		expect(done).toEqual([]);
	});

	it('runs its tasks one after another after five seconds without activity', async () => {
		const { done } = queueOf(3);
		await vi.advanceTimersByTimeAsync(4900);
		expect(done).toEqual([]);
		await vi.advanceTimersByTimeAsync(160);
		expect(done).toEqual([0]);
		await vi.advanceTimersByTimeAsync(500);
		expect(done).toEqual([0, 1, 2]);
	});

	it.each([
		['a print', () => dispatchEvent(new Event('beforeprint'))],
		['a copy', () => dispatchEvent(new Event('copy'))],
		['F3', () => dispatchEvent(new KeyboardEvent('keydown', { key: 'F3' }))],
		['Ctrl+F', () => dispatchEvent(new KeyboardEvent('keydown', { key: 'f', ctrlKey: true }))],
		['Cmd+F', () => dispatchEvent(new KeyboardEvent('keydown', { key: 'F', metaKey: true }))],
	])('runs every task before %s', (_, event) => {
		const { done } = queueOf(3);
		event();
		expect(done).toEqual([0, 1, 2]);
	});

	it('runs no task at other keys', () => {
		const { done } = queueOf(1);
		dispatchEvent(new KeyboardEvent('keydown', { key: 'f' }));
		dispatchEvent(new KeyboardEvent('keydown', { key: 'g', ctrlKey: true }));
		expect(done).toEqual([]);
	});

	it('immediately runs a task that is added during a print', async () => {
		media.matches = true;
		const { done } = queueOf(1);
		await Promise.resolve();
		expect(done).toEqual([0]);
	});

	it('does not run a deleted task', () => {
		const { queue, done } = queueOf(0);
		const task = () => done.push(9);
		queue.add(task);
		expect(queue.has(task)).toBe(true);
		queue.delete(task);
		expect(queue.has(task)).toBe(false);
		dispatchEvent(new Event('beforeprint'));
		expect(done).toEqual([]);
	});
});
