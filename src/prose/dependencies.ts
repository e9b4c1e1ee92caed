/** Marks an element as something to be shown once the reader has changed any of these parameters: a dot in the contents, a line in a section. */
export const dependencyMark = (keys: readonly string[]): { 'data-dependencies': string } => ({
	'data-dependencies': keys.join(' '),
});

/** Every element so marked; `names` is where it lists what was changed, if it does. */
export const dependentElements = (
	within: ParentNode,
): readonly { readonly element: HTMLElement; readonly keys: readonly string[]; readonly names: Element | null }[] =>
	Array.from(within.querySelectorAll<HTMLElement>('[data-dependencies]'), (element) => ({
		element,
		keys: element.dataset['dependencies']!.split(' '),
		names: element.querySelector('.dependency-names'),
	}));
