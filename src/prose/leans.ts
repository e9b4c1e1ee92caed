/** Marks an element as something to be shown once the reader has changed any of these parameters: a dot in the contents, a line in a section. */
export const leansMark = (keys: readonly string[]): { 'data-leans': string } => ({ 'data-leans': keys.join(' ') });

/** Every element so marked; `names` is where it lists what was changed, if it does. */
export const leaning = (
	within: ParentNode,
): readonly { readonly element: HTMLElement; readonly keys: readonly string[]; readonly names: Element | null }[] =>
	Array.from(within.querySelectorAll<HTMLElement>('[data-leans]'), (element) => ({
		element,
		keys: element.dataset['leans']!.split(' '),
		names: element.querySelector('.leans-names'),
	}));
