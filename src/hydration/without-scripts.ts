const root = document.documentElement;
let copies: Element[] = [];
let isWithout = false;

/**
 * Makes the page what it is without scripts, since ours did not load: controls that would do nothing are hidden, no room is kept for
 * a greeting, and a template says what has happened. The content of `noscript` is text here, which the content policy forbids to parse.
 */
export function showWithoutScripts(): void {
	if (isWithout) return;
	isWithout = true;
	root.classList.remove('scripts', 'sent', 'noted', 'has-saved');
	for (const template of document.querySelectorAll<HTMLTemplateElement>('template[data-without-scripts]')) {
		const parts = [...(template.content.cloneNode(true) as DocumentFragment).children];
		template.after(...parts);
		copies.push(...parts);
	}
}

/** Takes `showWithoutScripts` back: the scripts have come after all. */
export function showWithScripts(): void {
	if (!isWithout) return;
	isWithout = false;
	root.classList.add('scripts');
	for (const part of copies) part.remove();
	copies = [];
}

/** Returns whether an error says that a module could not be fetched, in the words of the three engines. */
export const isFetchError = (error: unknown): boolean =>
	error instanceof TypeError && /\bimport(ed|ing)?\b.*\bmodule\b|\bmodule\b.*\bimport/i.test(error.message);
