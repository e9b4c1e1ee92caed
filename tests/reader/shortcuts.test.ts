import { expect, it } from 'vitest';
import { shortcutOf } from '../../src/reader/shortcuts.ts';

const press = (key: string, code: string, ...held: readonly ('ctrl' | 'meta' | 'shift' | 'alt')[]) =>
	shortcutOf({
		key,
		code,
		ctrlKey: held.includes('ctrl'),
		metaKey: held.includes('meta'),
		shiftKey: held.includes('shift'),
		altKey: held.includes('alt'),
	});

it.each([
	['Latin', press('z', 'KeyZ', 'ctrl'), 'undo'],
	['capitals', press('Z', 'KeyZ', 'meta'), 'undo'],
	['Cyrillic', press('я', 'KeyZ', 'ctrl'), 'undo'],
	['Cyrillic, redo', press('Я', 'KeyZ', 'ctrl', 'shift'), 'redo'],
	['Greek', press('ζ', 'KeyZ', 'meta'), 'undo'],
	['Hebrew', press('ז', 'KeyZ', 'ctrl'), 'undo'],
	['Arabic, redo', press('غ', 'KeyY', 'ctrl'), 'redo'],
	['German, whose Z is at Y', press('z', 'KeyY', 'ctrl'), 'undo'],
	['German, whose Y is at Z', press('y', 'KeyZ', 'ctrl'), 'redo'],
	['AZERTY, whose W is at Z', press('w', 'KeyZ', 'ctrl'), undefined],
	['Dvorak, whose semicolon is at Z', press(';', 'KeyZ', 'ctrl'), undefined],
	['with Alt', press('z', 'KeyZ', 'ctrl', 'alt'), undefined],
	['without a modifier', press('я', 'KeyZ'), undefined],
	['figures', press('ArrowDown', 'ArrowDown', 'alt'), 'next-figure'],
	['figures, back', press('ArrowUp', 'ArrowUp', 'alt'), 'previous-figure'],
	['figures with Ctrl', press('ArrowUp', 'ArrowUp', 'alt', 'ctrl'), undefined],
])('`shortcutOf` reads %s as %s, %s', (_, found, expected) => expect(found).toBe(expected));
