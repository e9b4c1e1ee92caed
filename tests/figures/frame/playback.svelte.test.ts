import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { experimentOf } from '../../../src/experiments/registry.ts';
import { Playback } from '../../../src/figures/frame/playback.svelte.ts';

/** Callbacks that wait for the next picture of the screen. */
let waiting: Map<number, FrameRequestCallback>;
let isStill = false;
/** Draws `count` pictures. */
function draw(count = 1) {
	for (let i = 0; i < count; i++) {
		const now = [...waiting.values()];
		waiting.clear();
		for (const callback of now) callback(0);
	}
}
let playback: Playback;
beforeEach(() => {
	waiting = new Map();
	isStill = false;
	let requests = 0;
	vi.stubGlobal(
		'requestAnimationFrame',
		(callback: FrameRequestCallback) => (waiting.set(++requests, callback), requests),
	);
	vi.stubGlobal('cancelAnimationFrame', (request: number) => waiting.delete(request));
	vi.stubGlobal('matchMedia', () => ({ matches: isStill }));
	playback = new Playback(experimentOf('shown-or-scored'));
	playback.run.frames = Array.from({ length: 50 }, (_, i) => [i]);
	playback.run.state = 'done';
});
afterEach(() => {
	vi.unstubAllGlobals();
});
const shown = () => playback.shown.length;

describe('`Playback`', () => {
	it('shows one frame more with each picture, and stops at the end', () => {
		playback.start(false);
		draw(3);
		expect([shown(), playback.isPlaying, playback.isAtEnd]).toEqual([3, true, false]);
		draw(100);
		expect([shown(), playback.isPlaying, playback.isAtEnd]).toEqual([50, false, true]);
	});
	it('shows twenty with each picture at the other speed', () => {
		playback.speed = 20;
		playback.start(false);
		draw(2);
		expect(shown()).toBe(40);
	});
	it('waits for frames of a run that goes on', () => {
		playback.run.state = 'running';
		playback.start(false);
		draw(60);
		expect([shown(), playback.isPlaying]).toEqual([50, true]);
		playback.run.frames = [...playback.run.frames, [50]];
		draw();
		expect(shown()).toBe(51);
	});
	it('stands still while it is paused, goes on from there, and begins again after the end', () => {
		playback.start(false);
		draw(5);
		playback.pause();
		draw(5);
		expect(shown()).toBe(5);
		playback.play();
		draw(2);
		expect(shown()).toBe(7);
		draw(100);
		playback.play();
		draw();
		expect(shown()).toBe(1);
	});
	it('steps by one frame, and pauses for it', () => {
		playback.start(false);
		draw(5);
		playback.step();
		draw(5);
		expect([shown(), playback.isPlaying]).toEqual([6, false]);
	});
	it.each([
		['is asked to', true, false],
		['motion is reduced', false, true],
	])('shows everything at once if it %s', (_, atOnce, still) => {
		isStill = still;
		playback.start(atOnce);
		expect([shown(), playback.isPlaying, waiting.size]).toEqual([50, false, 0]);
	});
});
