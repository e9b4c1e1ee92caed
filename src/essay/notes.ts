/**
 * Notes and terms open in place, by a press on their number or word, where no margin holds them: as wide as in
 * styles/prose.css, or on a page without one. Without scripts all of them are open.
 *
 * They are no checkboxes, which would do it by themselves: browsers look at every form control of a page once it is read,
 * and lay out everything that is far away to do so.
 */
const margin = matchMedia('(min-width: 75rem)');
const openers = document.querySelectorAll<HTMLElement>('[data-note]');

function arrange() {
	for (const opener of openers) {
		if (margin.matches && !opener.closest('.page-plain')) {
			for (const name of ['role', 'tabindex', 'aria-expanded']) opener.removeAttribute(name);
		} else {
			opener.role = 'button';
			opener.tabIndex = 0;
			opener.ariaExpanded ??= 'false';
		}
	}
}
function press(event: Event) {
	const opener = event.target instanceof Element && event.target.closest('[data-note][role=button]');
	if (!opener || (event instanceof KeyboardEvent && event.key !== 'Enter' && event.key !== ' ')) return;
	event.preventDefault();
	opener.ariaExpanded = String(opener.ariaExpanded !== 'true');
}
arrange();
margin.addEventListener('change', arrange);
document.addEventListener('click', press);
document.addEventListener('keydown', press);
