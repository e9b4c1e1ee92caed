import { decode } from '../state/link-syntax.ts';

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
 * Puts what is said of a link above the first line of what the link points at, without moving what the reader is looking at:
 * the link's own target stays where the browser brought it, and makes room below itself. Returns what takes it out again: whoever moves a piece of the page away from where Svelte put it must also remove it.
 */
export function greetThere(greeting: HTMLElement): () => void {
	const { element: target } = pointedAt();
	const section = target?.closest('.section') ?? document.querySelector('.greeting-place')?.parentElement;
	const part = target && target !== section ? target.closest('figure, .prose > *') : undefined;
	const stays = part ?? target ?? section;
	const { classList } = document.documentElement;
	// Above a section, a figure and the essay, a link's room was kept before the first paint: nothing moves, so nothing is measured.
	const hadRoom = classList.contains('sent') && (!part || part.matches('.figure'));
	const before = hadRoom ? 0 : (stays?.getBoundingClientRect().top ?? 0);
	if (part) part.before(greeting);
	else (section?.querySelector('.greeting-place') ?? document.querySelector('main'))?.prepend(greeting);
	classList.remove('sent', 'has-saved');
	const first = part ? greeting : stays;
	if (hadRoom || !target || !first || before < -50 || before > innerHeight / 2) return () => greeting.remove();
	// A browser that holds on to a line further down would scroll the greeting off the screen.
	const back = () => scrollBy(0, first.getBoundingClientRect().top - before);
	back();
	const frame = requestAnimationFrame(back);
	return () => {
		cancelAnimationFrame(frame);
		greeting.remove();
	};
}
