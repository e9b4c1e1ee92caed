/** Message if the browser refuses the clipboard. Callers append what the reader can do instead. */
export const CLIPBOARD_REFUSED = 'Your browser keeps the clipboard closed.';

/** Writes text to the clipboard. Returns whether the browser allowed it; if not, the caller shows the text to copy by hand. */
export async function copyText(text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return false;
	}
}

/** Selects all of a read-only field when it gets the focus, so that one key copies it. */
export const selectOnFocus = ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement }): void =>
	currentTarget.select();
