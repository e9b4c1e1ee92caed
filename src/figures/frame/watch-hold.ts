import { isSliderKey } from '../../engine/parameter.ts';
import type { Hold } from '../../charts/hold.svelte.ts';

/** What can be held: sliders, numbers in sentences, and marks of a chart. */
const HELD = 'input[type="range"], .adjust, .handle';
/** Milliseconds after a key on a slider during which the next belongs to the same move. */
const BURST = 700;

/** Attachment for an element of a figure: keeps `hold` true to what the reader has in hand anywhere in that figure. */
export const watchHold =
	(hold: Hold) =>
	(element: Element): (() => void) => {
		const figure = element.closest('figure') ?? element;
		let pointer: number | undefined;
		let burst: ReturnType<typeof setTimeout> | undefined;
		const isHeld = ({ target }: Event) => target instanceof Element && target.closest(HELD) !== null;
		const endBurst = () => {
			clearTimeout(burst);
			burst = undefined;
		};
		const release = () => {
			if (pointer === undefined && burst === undefined) hold.isHeld = false;
		};
		function press(event: Event) {
			if (!isHeld(event)) return;
			pointer = (event as PointerEvent).pointerId;
			hold.isHeld = true;
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
			hold.isHeld = true;
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
			figure.removeEventListener('pointerdown', press, true);
			figure.removeEventListener('keydown', key, true);
			figure.removeEventListener('focusout', leave);
			for (const type of ['pointerup', 'pointercancel']) removeEventListener(type, lift);
		};
	};
