import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withAdjustHint } from './adjust-hint.ts';
import { attribute, builtFiles, edited, elements, type Edit, type HtmlElement } from './html.ts';
import { withoutIslandIds } from './island-ids.ts';

const sha256 = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** Astro writes this policy into a meta element of each page; the last pass gives it the hashes of the page's own scripts and styles. */
export const contentSecurity = {
	directives: [
		"default-src 'none'",
		// blob: for the picture of a figure, which the browser draws for the export.
		"img-src 'self' blob:",
		"font-src 'self'",
		"connect-src 'self'",
		"base-uri 'none'",
		"form-action 'none'",
		"object-src 'none'",
		"worker-src 'self'",
		"manifest-src 'self'",
		"require-trusted-types-for 'script'",
		'trusted-types svelte-trusted-html runs',
	] as const,
};

/** Returns the offset at which the head of a page ends. Throws if the page has no head. */
function endOfHead(all: readonly HtmlElement[]): number {
	const end = all.find(({ tagName }) => tagName === 'head')?.sourceCodeLocation?.endTag?.startOffset;
	if (end === undefined) throw new Error('A page has no head, which its style sheets belong to.');
	return end;
}

type Place = NonNullable<HtmlElement['sourceCodeLocation']>;

const isPolicy = (element: HtmlElement) => /^content-security-policy$/i.test(attribute(element, 'http-equiv') ?? '');

/** Moves the style attributes of a page into classes of one inline style sheet. */
export function withoutStyleAttributes(html: string): string {
	/** The class of each declaration block. */
	const names = new Map<string, string>();
	const edits = (element: HtmlElement): readonly Edit[] => {
		const { style, class: given } = element.sourceCodeLocation?.attrs ?? {};
		if (!style) return [];
		const css = (attribute(element, 'style') ?? '').trim().replace(/;$/, '');
		// The space before the attribute goes with it.
		const removed = { start: style.startOffset - 1, end: style.endOffset, put: '' };
		if (!css) return [removed];
		const name = names.get(css) ?? `i${names.size + 1}`;
		names.set(css, name);
		if (!given) return [{ ...removed, put: ` class="${name}"` }];
		const end = given.endOffset - 1;
		return [removed, { start: end, end, put: ` ${name}` }];
	};
	const all = [...elements(html)];
	const changes = all.flatMap(edits);
	if (names.size === 0) return edited(html, changes);
	// The class is doubled so that the rule wins over any rule of one class, as the attribute did.
	const css = Array.from(names, ([declarations, name]) => `.${name}.${name}{${declarations}}`).join('');
	const end = endOfHead(all);
	return edited(html, [...changes, { start: end, end, put: `<style>${css}</style>` }]);
}

/**
 * Moves the style sheets in the body of a page to the end of its head, and keeps the last of equal ones, which the cascade heeds. Astro
 * prints one beside the first island, which may stand inside a paragraph or a figure, where HTML allows none, and prints those of a
 * component once for each text that uses it.
 */
export function withStylesInHead(html: string): string {
	const all = [...elements(html)];
	const textOf = ({ startOffset, endOffset }: Place) => html.slice(startOffset, endOffset);
	const sheets = all
		.filter(({ tagName }) => tagName === 'style')
		.map((element) => ({ isInHead: element.parentNode?.nodeName === 'head', place: element.sourceCodeLocation! }));
	const inOrder = [...sheets.filter(({ isInHead }) => isInHead), ...sheets.filter(({ isInHead }) => !isInHead)];
	const last = new Map(inOrder.map(({ place }) => [textOf(place), place]));
	const moved = inOrder.filter(({ isInHead, place }) => !isInHead || last.get(textOf(place)) !== place);
	if (moved.length === 0) return html;
	const end = endOfHead(all);
	const put = inOrder.filter(({ isInHead, place }) => !isInHead && last.get(textOf(place)) === place);
	return edited(html, [
		...moved.map(({ place: { startOffset, endOffset } }) => ({ start: startOffset, end: endOffset, put: '' })),
		{ start: end, end, put: put.map(({ place }) => textOf(place)).join('') },
	]);
}

/** Reads a policy: directives, each with its values. */
const directivesOf = (policy: string): readonly (readonly [name: string, values: readonly string[]])[] =>
	policy
		.split(';')
		.map((directive) => directive.trim().split(/\s+/))
		.filter(([name]) => name)
		.map(([name = '', ...values]) => [name, values]);
const policyText = (directives: Iterable<readonly [name: string, values: Iterable<string>]>): string =>
	Array.from(directives, ([name, values]) => [name, ...values].join(' ')).join('; ');

/** Returns the hashes of the inline elements of a name, for a policy. A script of a type that browsers do not run needs none. */
const hashesOf = (html: string, all: readonly HtmlElement[], name: 'script' | 'style'): readonly string[] =>
	all
		.filter((element) => element.tagName === name && attribute(element, 'src') === undefined)
		.filter((element) => !/json/.test(attribute(element, 'type') ?? ''))
		.map(({ sourceCodeLocation }) => sourceCodeLocation!)
		.map(({ startTag, endTag }) => `'${sha256(html.slice(startTag!.endOffset, endTag!.startOffset))}'`);

/**
 * Gives the policy of a page the hashes of its own inline scripts and styles, in the place of those of every page, which Astro writes:
 * some thirty, of which none can be compressed. Throws if the page has no policy.
 */
export function withOwnHashes(html: string): string {
	const all = [...elements(html)];
	const policy = all.find(isPolicy);
	const content = policy?.sourceCodeLocation?.attrs?.['content'];
	if (!policy || !content) throw new Error(`A page has no content security policy: ${html.slice(0, 200)}`);
	const own: Readonly<Record<string, readonly string[]>> = {
		'script-src': hashesOf(html, all, 'script'),
		'style-src': hashesOf(html, all, 'style'),
	};
	const directives = directivesOf(attribute(policy, 'content') ?? '').map(
		([name, values]) =>
			[name, new Set([...values.filter((value) => !value.startsWith("'sha256-")), ...(own[name] ?? [])])] as const,
	);
	return edited(html, [
		{ start: content.startOffset, end: content.endOffset, put: `content="${policyText(directives)}"` },
	]);
}

/** Returns the `_headers` file: the policy with every page's hashes, directives that only a header can carry, and cache times. */
export function headersFile(pages: readonly string[], base: string): string {
	const merged = new Map<string, Set<string>>();
	for (const html of pages) {
		const policy = [...elements(html)].find(isPolicy);
		if (!policy) throw new Error(`A page has no content security policy: ${html.slice(0, 200)}`);
		for (const [name, values] of directivesOf(attribute(policy, 'content') ?? ''))
			merged.set(name, (merged.get(name) ?? new Set()).union(new Set(values)));
	}
	const policyFor = (ancestors: string) => policyText([...merged, ['frame-ancestors', [ancestors]]]);
	return [
		'/*',
		`  Content-Security-Policy: ${policyFor("'self'")}`,
		'  Strict-Transport-Security: max-age=31536000',
		'  X-Content-Type-Options: nosniff',
		'  Referrer-Policy: strict-origin-when-cross-origin',
		'  Permissions-Policy: camera=(), microphone=(), geolocation=()',
		'  Cross-Origin-Opener-Policy: same-origin',
		'  Cache-Control: public, max-age=0, must-revalidate',
		// Only embedded figures may be framed by other sites.
		`${base}embed/*`,
		'  ! Content-Security-Policy',
		`  Content-Security-Policy: ${policyFor('*')}`,
		// A frame with an opaque origin (`sandbox="allow-scripts"`) gets module scripts and fonts only if every origin may read them.
		'  Access-Control-Allow-Origin: *',
		`${base}_astro/*`,
		'  Access-Control-Allow-Origin: *',
		'  ! Cache-Control',
		'  Cache-Control: public, max-age=31536000, immutable',
		'',
	].join('\n');
}

/**
 * The one pass over finished HTML. KaTeX positions symbols by style attributes, hundreds on a page, which a policy without
 * `unsafe-inline` refuses and which no option of KaTeX avoids; Astro prints the style sheet of its islands into the body. The first number
 * that a reader can change gets its hint, which no component knows to be the first. The page's policy gets the hashes of what the page
 * then has. Then writes `_headers` from the policies of all pages.
 */
export const contentPolicy = (): AstroIntegration => {
	let base = '/';
	return {
		name: 'content-policy',
		hooks: {
			'astro:config:done': ({ config }) => void (base = config.base),
			'astro:build:done': async ({ dir }) => {
				const pages = await Promise.all(
					(await builtFiles(dir, /\.html$/)).map(async ({ file, text }) => {
						const html = withOwnHashes(
							withoutIslandIds(withAdjustHint(withStylesInHead(withoutStyleAttributes(text)))),
						);
						await writeFile(file, html);
						return html;
					}),
				);
				await writeFile(fileURLToPath(new URL('_headers', dir)), headersFile(pages, base));
			},
		},
	};
};
