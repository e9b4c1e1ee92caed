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
export const rest = (): Promise<unknown> =>
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

/** Calls whenever all of the page is wanted at once, far from the screen or not: before it is printed, copied or searched. */
export function onWhole(call: () => void): void {
	addEventListener('beforeprint', call);
	matchMedia('print').addEventListener('change', call);
	addEventListener('copy', call, true);
	addEventListener('keydown', ({ key, ctrlKey, metaKey }) => {
		if (key === 'F3' || ((ctrlKey || metaKey) && key.toLowerCase() === 'f')) call();
	});
}
