import { flushSync } from 'svelte';

/** Whether the page is being printed, or shown as in print. */
class Printing {
	now = $state(false);

	constructor() {
		if (typeof matchMedia === 'undefined') return;
		// Synchronous, because the browser prints what is rendered when the event ends.
		const set = (now: boolean) => flushSync(() => (this.now = now));
		addEventListener('beforeprint', () => set(true));
		addEventListener('afterprint', () => set(false));
		matchMedia('print').addEventListener('change', ({ matches }) => set(matches));
	}
}
export const printing = new Printing();
