/** Superscript characters by the character that they raise; the keys are all that an exponent is written with. */
export const SUPERSCRIPTS: Readonly<Record<string, string>> = {
	0: '⁰',
	1: '¹',
	2: '²',
	3: '³',
	4: '⁴',
	5: '⁵',
	6: '⁶',
	7: '⁷',
	8: '⁸',
	9: '⁹',
	'-': '⁻',
};
const raised = new Map(Object.entries(SUPERSCRIPTS).map(([character, superscript]) => [superscript, character]));

/** Returns an integer's text in superscript: "-5" → "⁻⁵". */
export const toSuperscript = (exponent: string): string =>
	Array.from(exponent, (character) => SUPERSCRIPTS[character] ?? character).join('');

/** Returns text with its superscript characters lowered: "⁻⁵" → "-5". */
export const fromSuperscript = (text: string): string =>
	Array.from(text, (character) => raised.get(character) ?? character).join('');

/** Source of a pattern that matches one superscript character, for a character class. */
export const SUPERSCRIPT_CLASS = `[${Object.values(SUPERSCRIPTS).join('')}]`;
