/** Returns the attribute that marks an element as a control of a parameter: under a figure, or a number in a sentence. */
export const parameterMark = (key: string | undefined): { 'data-parameter': string | undefined } => ({
	'data-parameter': key,
});

/** Returns every marked control, or every marked number in a sentence, with its parameter's key. */
export const parameterMarks = (
	within: ParentNode,
	kind: '.adjust' | '.control',
): readonly { readonly element: HTMLElement; readonly key: string }[] =>
	Array.from(within.querySelectorAll<HTMLElement>(`${kind}[data-parameter]`), (element) => ({
		element,
		key: element.dataset['parameter']!,
	}));

/** Returns a parameter's control in this figure, or else the first on the page. */
export function controlOf(key: string, figure: string): HTMLElement | undefined {
	const controls = parameterMarks(document, '.control').filter((control) => control.key === key);
	return (controls.find(({ element }) => element.closest('figure')?.id === figure) ?? controls[0])?.element;
}

/** Opens the details around a control, scrolls it to the centre of the viewport and focuses it. */
export function focusControl(control: HTMLElement): void {
	for (let fold = control.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
		fold.open = true;
	control.scrollIntoView({ block: 'center' });
	// The focus ring is shown after a mouse click too.
	control
		.querySelector<HTMLElement>('input[type="range"], button[aria-pressed="true"]')
		?.focus({ preventScroll: true, focusVisible: true } as FocusOptions);
}
