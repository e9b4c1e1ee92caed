import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { attribute, builtFiles, elements } from './html.mjs';

/**
 * Runs before the first paint: the reader's theme, if storage allows it to be remembered, a mark that scripts are on, without
 * which controls stay hidden, and marks that keep room for a greeting: where a link brings settings (a line for each of them), or
 * the reader's own of an earlier day are kept. Inline so that nothing flashes or moves; its hash is in the policy below.
 */
export const scriptsOn = "document.documentElement.classList.add('scripts');";
export const firstScript =
	"{const e=document.documentElement,c=e.classList,q=location.search;c.add('scripts');if(!history.state?.own){" +
	"if(/[?&]m=/.test(q)&&!document.referrer.startsWith(location.origin+'/')){" +
	"c.add('sent');e.style.setProperty('--changes',Math.min(12,q.split('&').length-1))}" +
	"try{if(!q&&localStorage.getItem('settings'))c.add('has-saved')}catch{}}" +
	"try{const t=localStorage.getItem('theme');if(t==='light'||t==='dark')e.dataset.theme=t}catch{}}";

export const sha256 = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** Astro writes this into a meta tag of each page, with the hashes of what that page runs. */
export const contentSecurity = {
	scriptDirective: { hashes: [sha256(firstScript)] },
	directives: [
		"default-src 'none'",
		// blob: for the picture of a figure, which the browser draws for whoever takes it along.
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
	],
};

const policyOf = (html) => {
	const meta = elements(html).find((element) =>
		/^content-security-policy$/i.test(attribute(element, 'http-equiv') ?? ''),
	);
	return meta && attribute(meta, 'content');
};

/** Writes `_headers` for hosts that read it: the same policy with every page's hashes, what only a header can say, and cache lives. */
export const headers = () => {
	let base = '/';
	return {
		name: 'headers',
		hooks: {
			'astro:config:done': ({ config }) => void (base = config.base),
			'astro:build:done': async ({ dir }) => {
				const merged = new Map();
				for (const { file, text } of await builtFiles(dir, /\.html$/)) {
					const policy = policyOf(text);
					if (!policy) throw new Error(`${file} has no content security policy.`);
					for (const directive of policy
						.split(';')
						.map((text) => text.trim())
						.filter(Boolean)) {
						const [name, ...values] = directive.split(/\s+/);
						merged.set(name, new Set([...(merged.get(name) ?? []), ...values]));
					}
				}
				const policyFor = (ancestors) =>
					[...merged]
						.map(([name, values]) => [name, ...values].join(' '))
						.concat(`frame-ancestors ${ancestors}`)
						.join('; ');
				const lines = [
					'/*',
					`  Content-Security-Policy: ${policyFor("'self'")}`,
					'  Strict-Transport-Security: max-age=31536000',
					'  X-Content-Type-Options: nosniff',
					'  Referrer-Policy: strict-origin-when-cross-origin',
					'  Permissions-Policy: camera=(), microphone=(), geolocation=()',
					'  Cross-Origin-Opener-Policy: same-origin',
					'  Cache-Control: public, max-age=0, must-revalidate',
					// A figure may stand in anybody's page, and nothing else of the site may.
					`${base}embed/*`,
					'  ! Content-Security-Policy',
					`  Content-Security-Policy: ${policyFor('*')}`,
					`${base}_astro/*`,
					'  ! Cache-Control',
					'  Cache-Control: public, max-age=31536000, immutable',
					'',
				];
				await writeFile(fileURLToPath(new URL('_headers', dir)), lines.join('\n'));
			},
		},
	};
};
