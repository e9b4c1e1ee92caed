/** Marks what moves a parameter: a control under a figure, a number in a sentence. */
export const parameterMark = (key: string | undefined): { 'data-parameter': string | undefined } => ({
	'data-parameter': key,
});

/** Every number in a sentence, or every control, that is so marked, with its parameter's key. */
export const parameterMarks = (
	within: ParentNode,
	kind: '.adjust' | '.control',
): readonly { readonly element: HTMLElement; readonly key: string }[] =>
	Array.from(within.querySelectorAll<HTMLElement>(`${kind}[data-parameter]`), (element) => ({
		element,
		key: element.dataset['parameter']!,
	}));

/** Where a parameter can be moved: in this figure, or else in the first on the page that has a control for it. */
export function controlOf(key: string, figure: string): HTMLElement | undefined {
	const controls = parameterMarks(document, '.control').filter((control) => control.key === key);
	return (controls.find(({ element }) => element.closest('figure')?.id === figure) ?? controls[0])?.element;
}

/** Takes the reader to a control: opens what it waits behind, brings it to the middle of the screen, and puts the keyboard on it. */
export function focusControl(control: HTMLElement): void {
	for (let fold = control.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
		fold.open = true;
	control.scrollIntoView({ block: 'center' });
	// Whoever came by mouse is shown where they are too.
	control
		.querySelector<HTMLElement>('input[type="range"], button[aria-pressed="true"]')
		?.focus({ preventScroll: true, focusVisible: true } as FocusOptions);
}
