import { decode } from '../state/link-syntax.ts';

/** Classes of the root element that reserve room for the greeting (first-paint.ts). */
export const ROOM = ['sent', 'noted', 'has-saved'];

/** The longest name of a missing target that a notice quotes. */
const LONGEST_NAME = 32;

/** Returns the name in the address's hash, and the element of that id, if the page has one. */
export function pointedAt(): { readonly name: string; readonly element: HTMLElement | null } {
	const name = location.hash.slice(1);
	const id = decode(name);
	return id === undefined ? { name, element: null } : { name: id, element: document.getElementById(id) };
}

/** Returns a notice if the address points at something that is not on the page. */
export function missingTargetNotices(): readonly string[] {
	const { name, element } = pointedAt();
	if (name === '' || element) return [];
	return [
		`There is no “${name.slice(0, LONGEST_NAME)}” on this page; this is its beginning. The contents list its sections.`,
	];
}

/**
 * Moves the greeting above the target of the address, and keeps the target where it is on the screen. Returns a function that
 * removes the greeting: Svelte does not find an element that was moved.
 */
export function placeGreeting(greeting: HTMLElement): () => void {
	const { element: target } = pointedAt();
	const section = target?.closest('.section') ?? document.querySelector('.greeting-place')?.parentElement;
	const part = target && target !== section ? target.closest('figure, .prose > *') : undefined;
	const stays = part ?? target ?? section;
	const { classList } = document.documentElement;
	// Before the first paint the style sheet reserved room above a section, a figure and the essay: nothing moves there.
	const hadRoom = (classList.contains('sent') || classList.contains('noted')) && (!part || part.matches('.figure'));
	const before = hadRoom ? 0 : (stays?.getBoundingClientRect().top ?? 0);
	if (part) part.before(greeting);
	else (section?.querySelector('.greeting-place') ?? document.querySelector('main'))?.prepend(greeting);
	classList.remove(...ROOM);
	const first = part ? greeting : stays;
	if (hadRoom || !target || !first || before < -50 || before > innerHeight / 2) return () => greeting.remove();
	// Scroll anchoring may keep a line further down in place, and so scroll the greeting off the screen.
	const back = () => scrollBy(0, first.getBoundingClientRect().top - before);
	back();
	const frame = requestAnimationFrame(back);
	return () => {
		cancelAnimationFrame(frame);
		greeting.remove();
	};
}
