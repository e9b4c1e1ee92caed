/** Returns the text with the characters escaped that HTML and XML give a meaning, for element content or a quoted attribute. */
export const escapeHtml = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
