/** Finds presses of the link to the search, which essay/search-press.ts holds until the bar has hydrated. */
const linkOf = (target: EventTarget | null) =>
	target instanceof Element ? target.closest<HTMLAnchorElement>('[data-search]') : null;
const isPlain = ({ ctrlKey, metaKey, shiftKey, altKey }: MouseEvent) => !ctrlKey && !metaKey && !shiftKey && !altKey;

/** Whether a click opens the search; the link is then not followed. */
export function isSearchPress(event: MouseEvent): boolean {
	if (!linkOf(event.target) || !isPlain(event) || event.defaultPrevented) return false;
	event.preventDefault();
	return true;
}

/** Returns whether the link was pressed before the bar hydrated, and forgets it. */
export function wasSearchPressed(): boolean {
	const link = globalThis.document?.querySelector('[data-search][data-pressed]');
	link?.removeAttribute('data-pressed');
	return link !== null && link !== undefined;
}
