/** A part of a text in one style, with the index of its first character among those that the browser lays out. */
export interface TextRun {
	readonly text: string;
	readonly start: number;
	readonly owner: Element;
}

/**
 * Returns the characters that an SVG text lays out, by the element (`text` or `tspan`) that styles them: white space collapses across
 * elements, and what is not displayed has no characters.
 */
export function textRuns(text: Element): TextRun[] {
	const runs: { text: string; start: number; owner: Element }[] = [];
	let [length, isAfterSpace] = [0, true];
	const walk = (element: Element) => {
		if (getComputedStyle(element).display === 'none') return;
		for (const node of element.childNodes) {
			if (node instanceof Element) walk(node);
			if (node.nodeType !== Node.TEXT_NODE) continue;
			for (const character of (node.nodeValue ?? '').split('')) {
				const isSpace = /[ \t\r\n]/.test(character);
				if (isSpace && isAfterSpace) continue;
				isAfterSpace = isSpace;
				let run = runs.at(-1);
				if (run?.owner !== element) runs.push((run = { text: '', start: length, owner: element }));
				run.text += isSpace ? ' ' : character;
				length++;
			}
		}
	};
	walk(text);
	return runs;
}
