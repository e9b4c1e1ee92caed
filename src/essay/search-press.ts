/**
 * Makes “/” press the link to the search, and holds a press until the bar has hydrated, which opens the search (search/search-link.ts). The
 * second press is not held: a bar that cannot load must not keep readers from the list of everything. The script is inline on every
 * page, so that it shares no module with an island.
 */
const isText = (target: EventTarget | null) =>
	target instanceof HTMLElement &&
	(target.isContentEditable ||
		target instanceof HTMLTextAreaElement ||
		target instanceof HTMLSelectElement ||
		(target instanceof HTMLInputElement && !['range', 'radio', 'checkbox'].includes(target.type)));

const searchLink = document.querySelector<HTMLAnchorElement>('[data-search]');

document.addEventListener('keydown', (event) => {
	if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isText(event.target)) return;
	if (document.querySelector('dialog[open]')) return;
	event.preventDefault();
	searchLink?.click();
});
searchLink?.addEventListener('click', (event) => {
	const isWaiting = document.querySelector('astro-island[component-export="ReaderBar"][ssr]');
	if (!isWaiting || event.ctrlKey || event.metaKey || event.shiftKey || searchLink.hasAttribute('data-pressed')) return;
	event.preventDefault();
	searchLink.setAttribute('data-pressed', '');
});

export {};
