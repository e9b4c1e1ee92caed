/**
 * Adds the style sheet of a part that is fetched later, so that no page carries it before it is needed. The sheet is constructed,
 * because the content policy allows no style element that is not in the page. Without a document it does nothing: a part that is
 * fetched later is not rendered at build.
 */
export function adopt(css: string): void {
	if (typeof document === 'undefined' || !('adoptedStyleSheets' in document)) return;
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(css);
	document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
