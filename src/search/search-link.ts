/** The link to the search: it opens the dialog where scripts have come, and leads to the list of everything where they have not. */
const PRESSED = 'data-pressed';
const linkOf = (target: EventTarget | null) =>
	target instanceof Element ? target.closest<HTMLAnchorElement>('[data-search]') : null;
const isPlain = ({ ctrlKey, metaKey, shiftKey, altKey }: MouseEvent | KeyboardEvent) =>
	!ctrlKey && !metaKey && !shiftKey && !altKey;

/** Whether a click opens the search; the link is then not followed. */
export function isSearchPress(event: MouseEvent): boolean {
	if (!linkOf(event.target) || !isPlain(event) || event.defaultPrevented) return false;
	event.preventDefault();
	return true;
}

/** Returns whether the link was pressed before the bar hydrated, and forgets it. */
export function wasSearchPressed(): boolean {
	const link = globalThis.document?.querySelector(`[data-search][${PRESSED}]`);
	link?.removeAttribute(PRESSED);
	return link !== null && link !== undefined;
}

const isText = (target: EventTarget | null) =>
	target instanceof HTMLElement &&
	(target.isContentEditable ||
		target instanceof HTMLTextAreaElement ||
		target instanceof HTMLSelectElement ||
		(target instanceof HTMLInputElement && !['range', 'radio', 'checkbox'].includes(target.type)));

/**
 * Makes “/” press the link, and holds a press until the bar has hydrated. The second press is not held: a bar that cannot load
 * must not keep readers from the list.
 */
export function watchSearchLink(): void {
	document.addEventListener('keydown', (event) => {
		if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isText(event.target)) return;
		if (document.querySelector('dialog[open]')) return;
		event.preventDefault();
		document.querySelector<HTMLElement>('[data-search]')?.click();
	});
	document.addEventListener('click', (event) => {
		const link = linkOf(event.target);
		const isWaiting = document.querySelector('astro-island[component-export="ReaderBar"][ssr]');
		if (!link || !isWaiting || !isPlain(event) || link.hasAttribute(PRESSED)) return;
		event.preventDefault();
		link.setAttribute(PRESSED, '');
	});
}
