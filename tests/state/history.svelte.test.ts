import { beforeEach, describe, expect, it, vi } from 'vitest';
import { assumptions } from '../../src/state/assumptions.svelte.ts';
import { positionValues } from '../../src/state/position-values.ts';

beforeEach(() => assumptions.load(new Map()));

describe('`assumptions` history', () => {
	it('undoes and redoes one change at a time', () => {
		vi.useFakeTimers();
		assumptions.set('wage', 100);
		vi.advanceTimersByTime(2000);
		assumptions.set('humanLevelYear', 2040);
		assumptions.undo();
		expect([assumptions.get('wage'), assumptions.get('humanLevelYear')]).toEqual([100, 2033.5]);
		assumptions.undo();
		expect(assumptions.changedKeys).toEqual([]);
		assumptions.redo();
		assumptions.redo();
		expect([assumptions.get('wage'), assumptions.get('humanLevelYear')]).toEqual([100, 2040]);
		vi.useRealTimers();
	});
	it('counts a drag, an adopted position and a reset of everything as one change each', () => {
		for (const year of [2034, 2035, 2036]) assumptions.set('humanLevelYear', year);
		assumptions.replaceAll(positionValues('weak-links'));
		assumptions.replaceAll(new Map());
		assumptions.undo();
		expect(assumptions.get('humanLevelYear')).toBe(2045);
		assumptions.undo();
		expect(assumptions.get('humanLevelYear')).toBe(2036);
		assumptions.undo();
		expect(assumptions.get('humanLevelYear')).toBe(2033.5);
	});
	it('discards redo after a new change', () => {
		assumptions.set('wage', 100);
		assumptions.undo();
		assumptions.set('humanLevelYear', 2040);
		expect(assumptions.canRedo).toBe(false);
	});
});
