import { idle, inactivity } from './activity.ts';

/**
 * Work on parts of the page that are far from the viewport. It runs task by task while the reader is inactive, and
 * completely before the whole page is printed, copied or searched.
 */
export class DeferredQueue {
	/** A task that is done must remove itself with `delete`, also if it was not called by the queue. */
	readonly #tasks = new Set<() => unknown>();
	#print: MediaQueryList | undefined;
	#isDraining = false;

	add(task: () => unknown): void {
		this.#tasks.add(task);
		this.#listen();
		// The print event has been fired already, so nothing else would run the task.
		if (this.isPrinting) queueMicrotask(this.#runAll);
		else void this.#runWhileInactive();
	}
	delete(task: () => unknown): void {
		this.#tasks.delete(task);
	}
	has(task: () => unknown): boolean {
		return this.#tasks.has(task);
	}
	/** Whether the page is being printed or previewed for print. */
	get isPrinting(): boolean {
		return this.#print?.matches ?? false;
	}

	async #runWhileInactive(): Promise<void> {
		if (this.#isDraining) return;
		this.#isDraining = true;
		// Tasks that are added meanwhile wait for the next period of inactivity.
		while (this.#tasks.size > 0) {
			await inactivity();
			for (const task of [...this.#tasks]) {
				if (this.#tasks.has(task)) await task();
				await idle();
			}
		}
		this.#isDraining = false;
	}

	readonly #runAll = (): void => {
		for (const task of [...this.#tasks]) task();
	};
	#listen(): void {
		if (this.#print) return;
		this.#print = matchMedia('print');
		this.#print.addEventListener('change', this.#runAll);
		addEventListener('beforeprint', this.#runAll);
		addEventListener('copy', this.#runAll, true);
		addEventListener('keydown', ({ key, code, ctrlKey, metaKey }) => {
			// Other layouts type another letter with the key at F. To run early does no harm.
			if (key === 'F3' || ((ctrlKey || metaKey) && (code === 'KeyF' || key.toLowerCase() === 'f'))) this.#runAll();
		});
	}
}
