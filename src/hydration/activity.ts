/** Events that show that the reader is active. */
export const ACTIVITY = [
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

/** Milliseconds without an event of `ACTIVITY` after which the reader counts as inactive: the quiet window of browsers' own load metrics. */
const QUIET = 5000;

/**
 * Whether a move is none: Chromium reports one after a layout, in case another element lies under the pointer now, also of a pointer
 * that has not been on the page yet. That one lies in the corner.
 */
const isUnmoved = (event: Event): boolean =>
	event instanceof MouseEvent &&
	event.type === 'pointermove' &&
	event.movementX === 0 &&
	event.movementY === 0 &&
	event.clientX === 0 &&
	event.clientY === 0;

/** Calls `listener` at each event of `ACTIVITY`, and returns a function that stops it. */
export function onActivity(listener: (event: Event) => void): () => void {
	const heard = (event: Event) => {
		if (!isUnmoved(event)) listener(event);
	};
	for (const event of ACTIVITY) addEventListener(event, heard, { capture: true, passive: true });
	return () => {
		for (const event of ACTIVITY) removeEventListener(event, heard, true);
	};
}

/** Resolves at the next idle period of the browser, after half a second at the latest (50 ms where idle periods are not reported). */
export const idle = (): Promise<unknown> =>
	new Promise((resolve) => {
		if ('requestIdleCallback' in globalThis) requestIdleCallback(resolve, { timeout: 500 });
		else setTimeout(resolve, 50);
	});

/** Resolves in the first idle period after the reader has been inactive for `QUIET` milliseconds. */
export const inactivity = (): Promise<unknown> =>
	new Promise((resolve) => {
		let timer: ReturnType<typeof setTimeout>;
		const restart = () => {
			clearTimeout(timer);
			timer = setTimeout(() => {
				stop();
				void idle().then(resolve);
			}, QUIET);
		};
		const stop = onActivity(restart);
		restart();
	});
