/** Marks a button as one that copies a link with the reader's settings: to a section, or to where the reader is. */
export const copyMark = (section = ''): { 'data-copy-link': string } => ({ 'data-copy-link': section });

/** The button that was pressed, if it was one of those, and the section that it is for. */
export function copyPressed(
	target: EventTarget | null,
): { readonly button: HTMLElement; readonly section: string } | undefined {
	const button = target instanceof Element ? target.closest<HTMLElement>('[data-copy-link]') : null;
	return button ? { button, section: button.dataset['copyLink'] ?? '' } : undefined;
}
