import { flushSync } from 'svelte';
import { expect, it, vi } from 'vitest';
import { runs } from '../../src/runs/runs.svelte.ts';

it('`runs.failed` is true if the browser refuses to start the worker, and no query waits for it', async () => {
	vi.stubGlobal(
		'Worker',
		vi.fn(() => {
			throw new DOMException('Access to the script is denied', 'SecurityError');
		}),
	);
	const stop = $effect.root(
		() => void runs.watch(() => ({ kind: 'outputs', model: 'forecast', position: 'ord-reply' })),
	);
	flushSync();
	await vi.waitFor(() => expect(runs.failed).toBe(true));
	expect(document.documentElement.hasAttribute('data-counting')).toBe(false);
	stop();
});
