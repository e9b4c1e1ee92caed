import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scriptsOn, firstScript, sha256 } from './content-security.mjs';
import { attribute, builtFiles, edited, elements, isClass } from './html.mjs';

/** The theme of an embedded figure is its host's to choose, in the link, or the reader's system's. */
const embedScript = `${scriptsOn}{const t=/[?&]theme=(light|dark)(&|$)/.exec(location.search);if(t)document.documentElement.dataset.theme=t[1]}`;

const sourceOf = (text, { sourceCodeLocation: { startOffset, endOffset } }) => text.slice(startOffset, endOffset);
const escaped = (words) => words.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/**
 * Writes /embed/<figure>/ for every figure of every section: the figure as it was printed there, what keeps its words and its
 * settings alive, one line of credit, and nothing else. Cut from the finished page, so that it cannot differ from it.
 */
export const embeds = () => {
	let base = '/';
	let site = '';
	return {
		name: 'embeds',
		hooks: {
			'astro:config:done': ({ config }) => {
				base = config.base;
				site = String(config.site ?? '').replace(/\/$/, '');
			},
			'astro:build:done': async ({ dir, logger }) => {
				const root = fileURLToPath(dir);
				let count = 0;
				for (const { file, text } of await builtFiles(dir, /\.html$/)) {
					// The sections' own pages, /<section>/index.html; the whole essay's has the opening's figures besides.
					const top = root.replace(/[\\/]$/, '');
					const isEssay = dirname(file) === top;
					if (!(isEssay || dirname(dirname(file)) === top) || basename(file) !== 'index.html') continue;
					const section = isEssay ? '' : basename(dirname(file));
					const all = [...elements(text)];
					const islands = all.filter(({ tagName }) => tagName === 'astro-island');
					const living = islands.filter((island) =>
						['Address', 'LiveText'].includes(JSON.parse(attribute(island, 'opts')).name),
					);
					for (const figure of all.filter((element) => element.tagName === 'figure' && isClass(element, 'figure'))) {
						const id = attribute(figure, 'id');
						if (isEssay && !isClass(figure.parentNode, 'opening')) continue;
						const page = pageOf(text, all, figure, living, { id, section, base, site });
						await mkdir(join(root, 'embed', id), { recursive: true });
						await writeFile(join(root, 'embed', id, 'index.html'), page);
						count++;
					}
				}
				logger.info(`${count} figures to embed`);
			},
		},
	};
};

function pageOf(text, all, figure, living, { id, section, base, site }) {
	const words = textIn(all.find((element) => attribute(element, 'id') === `${id}-title`));
	const address = `${base}${section && `${section}/`}`;
	const home = `${address}#${id}`;
	const policy = attribute(
		all.find((element) => /^content-security-policy$/i.test(attribute(element, 'http-equiv') ?? '')),
		'content',
	).replace(`'${sha256(firstScript)}'`, `'${sha256(embedScript)}'`);
	const styles = all.filter(
		({ tagName, attrs }) => tagName === 'link' && attrs.some(({ value }) => value === 'stylesheet'),
	);
	// What wakes the islands; each is inline once a page, before the first of its kind.
	const wakers = all.filter(
		({ tagName, childNodes }) =>
			tagName === 'script' && /astro-island|astro:near|Astro/.test(childNodes[0]?.value ?? ''),
	);
	const inside = figure.sourceCodeLocation;
	const isInside = ({ sourceCodeLocation: place }) =>
		place && place.startOffset >= inside.startOffset && place.endOffset <= inside.endOffset;
	const wake = [...new Set(wakers.filter((script) => !isInside(script)).map((script) => sourceOf(text, script)))];
	// The section that it comes from, for links that lead there.
	const marked = edited(sourceOf(text, figure), [
		{ start: '<figure'.length, end: '<figure'.length, put: ` data-section="${escaped(section)}"` },
	]);
	return [
		'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">',
		`<script>${embedScript}</script>`,
		'<meta name="viewport" content="width=device-width, initial-scale=1">',
		`<title>${escaped(words)} · The Missing Learner</title>`,
		'<base target="_blank">',
		'<meta name="robots" content="noindex">',
		`<link rel="canonical" href="${site}${address}">`,
		'<meta name="color-scheme" content="light dark">',
		`<link rel="icon" href="${base}favicon.svg" type="image/svg+xml">`,
		`<meta http-equiv="content-security-policy" content="${escaped(policy)}">`,
		...styles.map((style) => sourceOf(text, style)),
		`<link rel="stylesheet" href="${base}embed/figure.css">`,
		`<script type="module" src="${base}embed/height.js"></script>`,
		'</head><body class="embed">',
		...wake,
		...living.slice(0, 1).map((island) => sourceOf(text, island)),
		'<p id="results" class="unseen" role="status" aria-label="Result"></p>',
		`<main class="prose">${marked}</main>`,
		`<p class="credit"><a href="${home}" target="_blank" rel="noopener">The Missing Learner</a>, an explorable essay on AI progress. CC BY 4.0</p>`,
		...living.slice(1).map((island) => sourceOf(text, island)),
		'</body></html>',
	].join('');
}

const textIn = (node) =>
	(node?.childNodes ?? [])
		.map((child) => child.value ?? textIn(child))
		.join('')
		.replace(/\s+/g, ' ')
		.trim();
