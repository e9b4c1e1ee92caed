import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withAdjustHint } from './adjust-hint.ts';
import { attribute, builtFiles, edited, elements, type Edit, type HtmlElement } from './html.ts';
import { embedScript, leadOnScript, pageScript } from './inline-scripts.ts';

const sha256 = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}` as const;

/** Astro writes this policy into a meta element of each page and adds the hashes of the page's own scripts and styles. */
export const contentSecurity = {
	scriptDirective: { hashes: [leadOnScript, pageScript, embedScript].map(sha256) },
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

const isPolicy = (element: HtmlElement) => /^content-security-policy$/i.test(attribute(element, 'http-equiv') ?? '');

/** Moves the style attributes of a page into classes of one inline style sheet, and adds its hash to the page's policy. */
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
	const [policy, head] = [all.find(isPolicy), all.find(({ tagName }) => tagName === 'head')];
	const meta = policy?.sourceCodeLocation?.attrs?.['content'];
	const end = head?.sourceCodeLocation?.endTag?.startOffset;
	if (!meta || end === undefined) throw new Error('A page with style attributes has no content security policy.');
	const source = html.slice(meta.startOffset, meta.endOffset);
	return edited(html, [
		...changes,
		{
			start: meta.startOffset,
			end: meta.endOffset,
			put: source.replace('style-src ', `style-src '${sha256(css)}' `),
		},
		{ start: end, end, put: `<style>${css}</style>` },
	]);
}

/**
 * Moves the style sheets in the body of a page to the end of its head. Astro prints one beside the first island, which may stand inside
 * a paragraph or a figure, where HTML allows none.
 */
export function withStylesInHead(html: string): string {
	const all = [...elements(html)];
	const isInHead = ({ parentNode }: HtmlElement) => parentNode?.nodeName === 'head';
	const places = all
		.filter((element) => element.tagName === 'style' && !isInHead(element))
		.map(({ sourceCodeLocation }) => sourceCodeLocation!);
	if (places.length === 0) return html;
	const end = all.find(({ tagName }) => tagName === 'head')?.sourceCodeLocation?.endTag?.startOffset;
	if (end === undefined) throw new Error('A page with a style sheet in its body has no head.');
	return edited(html, [
		...places.map(({ startOffset, endOffset }) => ({ start: startOffset, end: endOffset, put: '' })),
		{ start: end, end, put: places.map(({ startOffset, endOffset }) => html.slice(startOffset, endOffset)).join('') },
	]);
}

/** Returns the `_headers` file: the policy with every page's hashes, directives that only a header can carry, and cache times. */
export function headersFile(pages: readonly string[], base: string): string {
	const merged = new Map<string, Set<string>>();
	for (const html of pages) {
		const policy = [...elements(html)].find(isPolicy);
		if (!policy) throw new Error(`A page has no content security policy: ${html.slice(0, 200)}`);
		for (const directive of (attribute(policy, 'content') ?? '').split(';').filter((text) => text.trim() !== '')) {
			const [name = '', ...values] = directive.trim().split(/\s+/);
			merged.set(name, (merged.get(name) ?? new Set()).union(new Set(values)));
		}
	}
	const policyFor = (ancestors: string) =>
		[...Array.from(merged, ([name, values]) => [name, ...values].join(' ')), `frame-ancestors ${ancestors}`].join('; ');
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
 * that a reader can change gets its hint, which no component knows to be the first. Then writes
 * `_headers` from the policies of all pages.
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
						const html = withAdjustHint(withStylesInHead(withoutStyleAttributes(text)));
						await writeFile(file, html);
						return html;
					}),
				);
				await writeFile(fileURLToPath(new URL('_headers', dir)), headersFile(pages, base));
			},
		},
	};
};
