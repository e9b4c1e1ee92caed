import { isSliderKey } from '../../engine/parameter.ts';
import type { Hold } from '../../charts/hold.svelte.ts';

/** What can be held: sliders, numbers in sentences, and marks of a chart. */
const HELD = 'input[type="range"], .adjust, .handle';
/** Milliseconds after a key on a slider during which the next belongs to the same move. */
const BURST = 700;

/** Parts whose height depends on texts and numbers in them. */
const PARTS = '.headline, .picture, .besides, .control-head, .comparison-key, .run-bar, .record-verdict';

/** Keeps the heights of a figure's parts until the returned function is called, so that nothing moves from under the finger. */
function keepHeights(figure: HTMLElement): () => void {
	const parts = Array.from(figure.querySelectorAll<HTMLElement>(PARTS), (part) => ({
		part,
		height: part.getBoundingClientRect().height,
	}));
	figure.dataset['held'] = '';
	for (const { part, height } of parts) {
		part.style.boxSizing = 'border-box';
		part.style.height = `${height}px`;
	}
	return () => {
		delete figure.dataset['held'];
		for (const { part } of parts) {
			part.style.removeProperty('box-sizing');
			part.style.removeProperty('height');
		}
	};
}

/** Attachment for an element of a figure: keeps `hold` true to what the reader has in hand anywhere in that figure. */
export const watchHold =
	(hold: Hold) =>
	(element: HTMLElement): (() => void) => {
		const figure = element.closest('figure') ?? element;
		let releaseHeights: (() => void) | undefined;
		const setHeld = (isHeld: boolean) => {
			if (hold.isHeld === isHeld) return;
			if (isHeld) releaseHeights = keepHeights(figure);
			else releaseHeights?.();
			hold.isHeld = isHeld;
		};
		let pointer: number | undefined;
		let burst: ReturnType<typeof setTimeout> | undefined;
		const isHeld = ({ target }: Event) => target instanceof Element && target.closest(HELD) !== null;
		const endBurst = () => {
			clearTimeout(burst);
			burst = undefined;
		};
		const release = () => {
			if (pointer === undefined && burst === undefined) setHeld(false);
		};
		function press(event: Event) {
			if (!isHeld(event)) return;
			pointer = (event as PointerEvent).pointerId;
			setHeld(true);
		}
		function lift(event: Event) {
			if (pointer !== (event as PointerEvent).pointerId) return;
			pointer = undefined;
			release();
		}
		function key(event: Event) {
			const { key: name } = event as KeyboardEvent;
			// Escape ends a drag.
			if (name === 'Escape') pointer = undefined;
			else if (!isHeld(event) || !isSliderKey(name)) return;
			endBurst();
			if (name === 'Escape') return release();
			setHeld(true);
			burst = setTimeout(() => {
				burst = undefined;
				release();
			}, BURST);
		}
		function leave() {
			endBurst();
			// The focus also leaves when Svelte removes the focused element, in the middle of an update that must not change state.
			queueMicrotask(release);
		}
		// Captured: the parts of the figure see each event after the hold has begun.
		figure.addEventListener('pointerdown', press, true);
		figure.addEventListener('keydown', key, true);
		figure.addEventListener('focusout', leave);
		for (const type of ['pointerup', 'pointercancel']) addEventListener(type, lift);
		return () => {
			endBurst();
			releaseHeights?.();
			figure.removeEventListener('pointerdown', press, true);
			figure.removeEventListener('keydown', key, true);
			figure.removeEventListener('focusout', leave);
			for (const type of ['pointerup', 'pointercancel']) removeEventListener(type, lift);
		};
	};
