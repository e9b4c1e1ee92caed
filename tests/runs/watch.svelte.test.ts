import { flushSync } from 'svelte';
import { expect, it, vi } from 'vitest';
import type { Answer, Request } from '../../src/runs/queries.ts';
import { runs } from '../../src/runs/runs.svelte.ts';
import { assumptions } from '../../src/state/assumptions.svelte.ts';

const QUERY = { kind: 'outputs', model: 'forecast', position: 'ord-reply' } as const;

it('`runs` asks again for a query whose view comes back after the settings changed', async () => {
	const requests: Request[] = [];
	vi.stubGlobal(
		'Worker',
		class extends EventTarget {
			constructor() {
				super();
				queueMicrotask(() => this.#post('started'));
			}
			#post(data: unknown) {
				this.dispatchEvent(new MessageEvent('message', { data }));
			}
			postMessage(request: Request) {
				requests.push(request);
				for (const query of [...request.queries, ...request.far]) this.#post({ query, answer: {} as Answer });
				this.#post('ready');
				this.#post('counted');
			}
		},
	);
	const open = () => {
		const stop = $effect.root(() => void runs.watch(() => QUERY));
		flushSync();
		return stop;
	};
	const close = open();
	await vi.waitFor(() => expect(runs.seen(QUERY)).toBeDefined());
	close();
	assumptions.set('humanLevelYear', 2040);
	// Nothing is watched, so nothing is asked.
	await new Promise((resolve) => setTimeout(resolve, 100));
	const before = requests.length;
	const last = open();
	await vi.waitFor(() => expect(requests.length).toBeGreaterThan(before));
	expect(requests.at(-1)!.settings.values['humanLevelYear']).toBe(2040);
	last();
});

it('`runs` asks for what only views far from the viewport show once the settings rest', async () => {
	const requests: Request[] = [];
	const post = vi.spyOn(runs.worker.now!, 'postMessage').mockImplementation((request: Request) => {
		requests.push(request);
	});
	const view = { isNear: false };
	const stop = $effect.root(() => {
		runs.watch(() => QUERY, view);
		runs.watch(() => ({ kind: 'evidence' }) as const);
	});
	flushSync();
	await vi.waitFor(() => expect(requests).toHaveLength(1));
	expect(requests[0]).toMatchObject({ queries: ['{"kind":"evidence"}'], far: [JSON.stringify(QUERY)] });
	stop();
	post.mockRestore();
});
