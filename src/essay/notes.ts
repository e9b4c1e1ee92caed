/**
 * Makes notes and terms open in place, where there is no margin for them: on screens below the width in styles/prose.css, and on
 * plain pages. Without scripts all notes are open.
 *
 * Checkboxes would need no script, but browsers inspect every form control once a page is parsed,
 * which forces the layout of all distant content.
 */
const margin = matchMedia('(min-width: 75rem)');
const openers = document.querySelectorAll<HTMLElement>('[data-note]');

function updateOpeners() {
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
function toggle(event: Event) {
	const opener = event.target instanceof Element && event.target.closest('[data-note][role=button]');
	if (!opener || (event instanceof KeyboardEvent && event.key !== 'Enter' && event.key !== ' ')) return;
	event.preventDefault();
	opener.ariaExpanded = String(opener.ariaExpanded !== 'true');
}
updateOpeners();
margin.addEventListener('change', updateOpeners);
document.addEventListener('click', toggle);
document.addEventListener('keydown', toggle);
