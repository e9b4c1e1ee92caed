/** Where a parameter can be moved: in this figure, or else in the first on the page that has a control for it. */
export function controlOf(key: string, figure: string): HTMLElement | undefined {
	const all = [...document.querySelectorAll<HTMLElement>(`.control[data-parameter="${key}"]`)];
	return all.find((control) => control.closest('figure')?.id === figure) ?? all[0];
}

/** Takes the reader to a control: opens what it waits behind, brings it to the middle of the screen, and puts the keyboard on it. */
export function goTo(control: HTMLElement): void {
	for (let fold = control.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) fold.open = true;
	control.scrollIntoView({ block: 'center' });
	// Whoever came by mouse is shown where they are too.
	control.querySelector<HTMLInputElement>('input[type="range"], input:checked')?.focus({ preventScroll: true, focusVisible: true } as FocusOptions);
}
