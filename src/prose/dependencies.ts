/** Returns the attribute of an element that is shown only if the reader changed one of these parameters. */
export const dependencyMark = (keys: readonly string[]): { 'data-dependencies': string } => ({
	'data-dependencies': keys.join(' '),
});

/** Returns the elements with that attribute, and in each the element that lists the changed parameters, if there is one. */
export const dependentElements = (
	within: ParentNode,
): readonly { readonly element: HTMLElement; readonly keys: readonly string[]; readonly names: Element | null }[] =>
	Array.from(within.querySelectorAll<HTMLElement>('[data-dependencies]'), (element) => ({
		element,
		keys: element.dataset['dependencies']!.split(' '),
		names: element.querySelector('.dependency-names'),
	}));
