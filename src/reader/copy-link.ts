/** Returns the attribute of a button that copies a link with the reader's settings: to a section, or to the one being read. */
export const copyMark = (section = ''): { 'data-copy-link': string } => ({ 'data-copy-link': section });

/** Returns the copy button at or around an event's target, with its section; undefined if there is none. */
export function copyPressed(
	target: EventTarget | null,
): { readonly button: HTMLElement; readonly section: string } | undefined {
	const button = target instanceof Element ? target.closest<HTMLElement>('[data-copy-link]') : null;
	return button ? { button, section: button.dataset['copyLink'] ?? '' } : undefined;
}
