import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { experimentOf } from '../../src/experiments/registry.ts';
import { ExperimentRun, prepareRun } from '../../src/runs/experiment-run.svelte.ts';
import type { RunReply, RunRequest } from '../../src/runs/experiments.worker.ts';

/** Stands for the worker; the test posts its replies. */
class FakeWorker extends EventTarget {
	static all: FakeWorker[] = [];
	static refuses = false;
	readonly requests: RunRequest[] = [];
	isEnded = false;
	constructor() {
		super();
		if (FakeWorker.refuses) throw new Error('refused');
		FakeWorker.all.push(this);
	}
	postMessage(request: RunRequest) {
		this.requests.push(request);
	}
	terminate() {
		this.isEnded = true;
	}
	post(data: RunReply | 'started') {
		this.dispatchEvent(new MessageEvent('message', { data }));
	}
}
const newest = () => FakeWorker.all.at(-1)!;
const settle = () =>
	new Promise<void>((resolve) => queueMicrotask(() => queueMicrotask(() => queueMicrotask(resolve))));
const experiment = experimentOf('shown-or-scored');
const inputs = { steps: 4 };
const result = { outputs: { scoredToHalf: 7 }, hash: '0123abcd' };

let run: ExperimentRun;
async function begin(seed = 1) {
	void run.start(inputs, seed);
	if (newest() && newest().requests.length === 0) newest().post('started');
	await settle();
	return newest().requests.at(-1)!;
}
beforeEach(() => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	vi.stubGlobal('Worker', FakeWorker);
	FakeWorker.refuses = false;
	run = new ExperimentRun(experiment);
});
afterEach(() => {
	run.cancel();
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

describe('`ExperimentRun`', () => {
	it('collects frames, then has the result', async () => {
		const { id } = await begin();
		newest().post({ id, share: 0.4, frames: [[1], [2]] });
		expect([run.state, run.share, run.frames]).toEqual(['running', 0.4, [[1], [2]]]);
		newest().post({ id, share: 1, frames: [[3]] });
		newest().post({ id, result });
		expect([run.state, run.frames.length, run.result]).toEqual(['done', 3, result]);
	});
	it('keeps its worker for the next run, and drops replies to the earlier one', async () => {
		const { id } = await begin();
		newest().post({ id, result });
		const workers = FakeWorker.all.length;
		const second = await begin(2);
		expect(FakeWorker.all).toHaveLength(workers);
		expect(second).toMatchObject({ experiment: 'shown-or-scored', inputs, seed: 2 });
		newest().post({ id, share: 1, frames: [[9]] });
		expect(run.frames).toEqual([]);
	});
	it('uses the worker that was prepared, also if its script could not be fetched at first', async () => {
		await begin();
		run.cancel();
		await settle();
		prepareRun();
		newest().dispatchEvent(new Event('error'));
		await settle();
		const failed = newest();
		prepareRun();
		prepareRun();
		const prepared = newest();
		expect(prepared).not.toBe(failed);
		await begin(5);
		expect(newest()).toBe(prepared);
		expect([run.state, prepared.requests.length]).toEqual(['running', 1]);
	});
	it('moves the share without a frame', async () => {
		const { id } = await begin();
		newest().post({ id, share: 0.2, frames: [] });
		expect([run.share, run.frames]).toEqual([0.2, []]);
	});
	it('ends the worker when it is cancelled, and starts another for the next run', async () => {
		await begin();
		const first = newest();
		run.cancel();
		await settle();
		expect([run.state, first.isEnded]).toEqual(['cancelled', true]);
		await begin(3);
		expect(newest()).not.toBe(first);
		expect(run.state).toBe('running');
	});
	it('is cancelled by a run of another figure', async () => {
		await begin();
		const other = new ExperimentRun({ ...experiment, id: 'other' });
		void other.start({}, 1);
		await settle();
		expect([run.state, other.state]).toEqual(['cancelled', 'running']);
		other.cancel();
	});
	it('says when it is stuck, and can be started again', async () => {
		await begin();
		vi.advanceTimersByTime(20_000);
		expect(run.state).toBe('failed');
		expect(run.message).toContain('said nothing for 20 seconds');
		await settle();
		await begin(4);
		expect(run.state).toBe('running');
	});
	it('does not count as stuck while frames arrive', async () => {
		const { id } = await begin();
		for (let i = 0; i < 5; i++) {
			vi.advanceTimersByTime(15_000);
			newest().post({ id, share: 0.1 * i, frames: [[i]] });
		}
		expect(run.state).toBe('running');
	});
	it('repeats the reason of a run that failed', async () => {
		const { id } = await begin();
		newest().post({ id, failure: 'The run came to a number that does not exist, and was stopped.' });
		expect([run.state, run.message]).toEqual(['failed', expect.stringContaining('does not exist')]);
	});
	it('says that the browser lets no learner run', async () => {
		// The worker of earlier tests must not answer.
		await begin();
		run.cancel();
		FakeWorker.refuses = true;
		await run.start(inputs, 1);
		expect([run.state, run.message]).toEqual(['failed', expect.stringContaining('does not let the page run learners')]);
	});
	it('says that the learners did not come, and fetches them again', async () => {
		await begin();
		run.cancel();
		const starting = run.start(inputs, 1);
		newest().dispatchEvent(new Event('error'));
		await starting;
		expect([run.state, run.message]).toEqual(['failed', expect.stringContaining('did not come')]);
		await settle();
		await begin(5);
		expect(run.state).toBe('running');
	});
});
