/** What the address points at on this page: its name, and the element, if there is one. */
export function pointedAt(): { readonly name: string; readonly element: HTMLElement | null } {
	const written = location.hash.slice(1);
	try {
		const name = decodeURIComponent(written);
		return { name, element: document.getElementById(name) };
	} catch {
		return { name: written, element: null };
	}
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

/** Id of the section that is being read, as essay/Contents.astro has marked it; empty before the first, and on a page of its own. */
export const sectionRead = (): string => document.documentElement.dataset['reading'] ?? '';
