/** What a reader does that a page can notice. */
export const SIGNS = [
	'pointermove',
	'pointerdown',
	'touchstart',
	'wheel',
	'scroll',
	'keydown',
	'focusin',
	'input',
	'click',
] as const;

/** Milliseconds without a sign of the reader after which what is far away may be seen to: a page at rest, as browsers' own measures have it. */
const REST = 5000;

/** A moment in which the browser has nothing to do; half a second later at the latest, where it always has. */
export const idle = (): Promise<unknown> =>
	new Promise((come) => {
		if ('requestIdleCallback' in globalThis) requestIdleCallback(come, { timeout: 500 });
		else setTimeout(come, 50);
	});

/** Once the reader has left the page alone for a while, and the browser has nothing to do. */
const rest = (): Promise<unknown> =>
	new Promise((come) => {
		let timer: ReturnType<typeof setTimeout>;
		const wait = () => {
			clearTimeout(timer);
			timer = setTimeout(() => {
				for (const sign of SIGNS) removeEventListener(sign, wait, true);
				void idle().then(come);
			}, REST);
		};
		for (const sign of SIGNS) addEventListener(sign, wait, { capture: true, passive: true });
		wait();
	});

/**
 * What may wait because it is far from the screen. It is done one by one while the reader rests, and all of it at once when the
 * whole page is wanted: before it is printed, copied or searched.
 */
export class PutOff {
	/** Each takes itself out by `delete` as it is done, whoever asked for it. */
	readonly #waiting = new Set<() => unknown>();
	#paper: MediaQueryList | undefined;
	#isResting = false;

	add(work: () => unknown): void {
		this.#waiting.add(work);
		this.#listen();
		// On paper already it would come too late.
		if (this.isOnPaper) queueMicrotask(this.#doAll);
		else void this.#doAtRest();
	}
	delete(work: () => unknown): void {
		this.#waiting.delete(work);
	}
	/** Whether the page is being printed, or shown as it would be. */
	get isOnPaper(): boolean {
		return this.#paper?.matches ?? false;
	}
	has(work: () => unknown): boolean {
		return this.#waiting.has(work);
	}

	async #doAtRest(): Promise<void> {
		if (this.#isResting) return;
		this.#isResting = true;
		// What is put off meanwhile waits for the next rest: a reader who moves on is not followed about.
		while (this.#waiting.size > 0) {
			await rest();
			for (const work of [...this.#waiting]) {
				if (this.#waiting.has(work)) await work();
				await idle();
			}
		}
		this.#isResting = false;
	}

	readonly #doAll = (): void => {
		for (const work of [...this.#waiting]) work();
	};
	#listen(): void {
		if (this.#paper) return;
		this.#paper = matchMedia('print');
		this.#paper.addEventListener('change', this.#doAll);
		addEventListener('beforeprint', this.#doAll);
		addEventListener('copy', this.#doAll, true);
		addEventListener('keydown', ({ key, ctrlKey, metaKey }) => {
			if (key === 'F3' || ((ctrlKey || metaKey) && key.toLowerCase() === 'f')) this.#doAll();
		});
	}
}
