import { edited, elements } from './html.ts';

/** Removes from a page the ids that Astro gives its islands and that no script of Astro's reads: eight random letters each. */
export const withoutIslandIds = (html: string): string =>
	edited(
		html,
		[...elements(html)]
			.filter(({ tagName }) => tagName === 'astro-island')
			.flatMap(({ sourceCodeLocation }) => sourceCodeLocation?.attrs?.['uid'] ?? [])
			// The space before the attribute goes with it.
			.map(({ startOffset, endOffset }) => ({ start: startOffset - 1, end: endOffset, put: '' })),
	);
