/** What a key combination of the page does. */
export type Shortcut = 'undo' | 'redo' | 'next-figure' | 'previous-figure';

/**
 * Returns the Latin letter of a key, in lower case: the one that it types, or else the one at its place on a Latin keyboard. So
 * Ctrl + Z is where a reader of a Cyrillic or Greek layout knows it, and stays where AZERTY has it. Empty for any other key.
 */
function latinLetter({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string {
	if (/^[a-z]$/i.test(key)) return key.toLowerCase();
	// A key that types an ASCII sign belongs to a Latin layout, and means that sign.
	return /^[\x20-\x7e]$/.test(key) ? '' : (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? '');
}

/** Returns the shortcut that a key press is; undefined if none. Every shortcut of the page is here. */
export function shortcutOf(
	event: Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>,
): Shortcut | undefined {
	const { key, altKey, shiftKey } = event;
	const isCommand = event.ctrlKey || event.metaKey;
	if (altKey && !isCommand)
		return key === 'ArrowDown' ? 'next-figure' : key === 'ArrowUp' ? 'previous-figure' : undefined;
	if (altKey || !isCommand) return undefined;
	const letter = latinLetter(event);
	if (letter === 'y' || (letter === 'z' && shiftKey)) return 'redo';
	return letter === 'z' ? 'undo' : undefined;
}
