import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { attribute, builtFiles, edited, elements, type Edit, type HtmlElement } from './html.ts';

/** Marks that scripts run. Without the mark, controls stay hidden. */
const SCRIPTS_ON = "document.documentElement.classList.add('scripts');";

/**
 * Runs before the first paint of a page: applies the saved theme, and marks the root element so that room is kept for a greeting,
 * if one will come: for a link with a sender's changes (a line for each), for notices about a link, or for saved settings that
 * are offered. It decides as reader/address-reading.ts does, from what the essay itself stored, and takes the names of keys, the
 * defaults and the keys that others append to links from attributes of the root element. Inline, so that nothing flashes or moves.
 */
export const pageScript = [
	'{const e=document.documentElement,c=e.classList,{keys:k,defaults:D,tracking:T}=e.dataset,q=location.search,',
	"get=f=>{try{return f()||''}catch{return''}},key=p=>p.split('=')[0],",
	"d=(D||'').split('&'),known=d.map(key),",
	// Pairs of parameters whose value is not today's default, one for each key; and whether a value is of the right kind.
	"changed=t=>[...new Map(t.replace(/^[?]/,'').split('&').filter(p=>known.indexOf(key(p))>0&&!d.includes(p)).reverse().map(p=>[key(p),p])).values()],",
	'fits=p=>isNaN(p.slice(key(p).length+1)||NaN)===isNaN(d[known.indexOf(key(p))].slice(key(p).length+1)),',
	"saved=get(()=>localStorage.getItem(k+'settings')),",
	"tab=get(()=>sessionStorage.getItem(k+'tab'))||(name.startsWith(k)?name:''),",
	"back=/back/.test((performance.getEntriesByType('navigation')[0]||{}).type);",
	"c.add('scripts');",
	"if(D&&!(history.state||{})[k+'entry']){",
	'if(q){if(back||!(tab.includes(JSON.stringify(q))||saved.includes(\'"now":\'+JSON.stringify(q)))){',
	// The commonest repairs of state/link-repairs.ts, limited to those that change the size of the greeting.
	"const t=q.toLowerCase().replace(/%(?:25)*(?:26|3f)|[?;]/g,'&').replace(/%(?:25)*3d/g,'=').replace(/amp[;&]/g,''),",
	'raw=changed(q).filter(fits),all=changed(t).filter(fits),n=Math.max(raw.length,all.length),',
	'm=/[?&]m=([^&]*)/.exec(q),',
	"own=new RegExp(T),old=m&&/^[1-9]\\d*$/.test(m[1])&&+m[1]<+d[0].slice(2),notes=(raw.length<all.length)+!!(m&&!old&&'m='+m[1]!==d[0])+changed(q).filter(p=>!fits(p)).length+",
	"q.slice(1).split('&').filter(p=>/^[a-z][a-z0-9-]*$/.test(key(p))&&!known.includes(key(p))&&!own.test(key(p))).length;",
	"if(n||notes||old){c.add(n?'sent':'noted');e.style.setProperty('--changes',Math.min(12,n&&n+!!old));e.style.setProperty('--notices',Math.min(5,notes))}}}",
	'else if(!(back&&tab.includes(\'"mine"\'))&&changed((/"now":"([^"]*)/.exec(saved)||[])[1]||\'\').length)c.add(\'has-saved\')}',
	"const t=get(()=>localStorage.getItem(k+'theme'));if(t==='light'||t==='dark')e.dataset.theme=t}",
].join('');

/** The same for an embedded figure, whose theme is set by the query `theme=light` or `theme=dark`. */
export const embedScript = `${SCRIPTS_ON}{const t=/[?&]theme=(light|dark)(&|$)/.exec(location.search);if(t)document.documentElement.dataset.theme=t[1]}`;

const sha256 = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}` as const;

/** Astro writes this policy into a meta element of each page and adds the hashes of the page's own scripts and styles. */
export const contentSecurity = {
	scriptDirective: { hashes: [pageScript, embedScript].map(sha256) },
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
		`${base}_astro/*`,
		'  ! Cache-Control',
		'  Cache-Control: public, max-age=31536000, immutable',
		'',
	].join('\n');
}

/**
 * The one pass over finished HTML. KaTeX positions symbols by style attributes, hundreds on a page, which a policy without
 * `unsafe-inline` refuses and which no option of KaTeX avoids. Then writes `_headers` from the policies of all pages.
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
						const html = withoutStyleAttributes(text);
						await writeFile(file, html);
						return html;
					}),
				);
				await writeFile(fileURLToPath(new URL('_headers', dir)), headersFile(pages, base));
			},
		},
	};
};
