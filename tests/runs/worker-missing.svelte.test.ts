import { flushSync } from 'svelte';
import { expect, it, vi } from 'vitest';
import { failedUnseen, fetchMissing } from '../../src/hydration/later.svelte.ts';
import { runs } from '../../src/runs/runs.svelte.ts';

it('`runs.worker` fails if its script does not come; once it comes, the queries are sent', async () => {
	/** Stands for the worker of the browser. Its script comes with the second attempt. */
	class TestWorker extends EventTarget {
		static attempts = 0;
		readonly postMessage = vi.fn();
		constructor() {
			super();
			const isHere = TestWorker.attempts++ > 0;
			queueMicrotask(() =>
				this.dispatchEvent(isHere ? new MessageEvent('message', { data: 'started' }) : new Event('error')),
			);
		}
	}
	vi.stubGlobal('Worker', TestWorker);
	const query = { kind: 'outputs', model: 'forecast', position: 'ord-reply' } as const;
	const stop = $effect.root(() => void runs.watch(() => query));
	flushSync();
	await vi.waitFor(() => expect(failedUnseen()).toEqual([runs.worker]));
	expect(runs.failed).toBe(false);
	fetchMissing();
	await vi.waitFor(() => expect(runs.worker.now).toBeDefined());
	expect(failedUnseen()).toEqual([]);
	flushSync();
	const { postMessage } = runs.worker.now as unknown as TestWorker;
	await vi.waitFor(() => expect(postMessage).toHaveBeenCalledOnce());
	expect(postMessage.mock.calls[0]![0]).toMatchObject({ queries: [JSON.stringify(query)] });
	stop();
});
