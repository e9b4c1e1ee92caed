import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import satori from 'satori';
import subsetFont from 'subset-font';
import { attribute, builtFiles, classesOf, elements, isClass } from './html.mjs';

/** The size that previews are shown in, in pixels. */
const [WIDTH, HEIGHT] = [1200, 630];
/** Where the drawing lies on the card: its plotted area. */
const PLOT = { x: 690, y: 128, width: 420, height: 344 };
const CHARACTERS = Array.from({ length: 0x2300 }, (_, i) => String.fromCharCode(32 + i)).join('');

const require = createRequire(import.meta.url);
/** A face of the site's own fonts as the card's tools read it: not compressed, of one weight. */
const face = async (family, file, wght) =>
	subsetFont(await readFile(require.resolve(`@fontsource-variable/${family}/files/${file}.woff2`)), CHARACTERS, {
		targetFormat: 'truetype',
		variationAxes: { wght },
	});

/** Colours of the light theme, by the names that the style sheets call them. */
async function coloursOf() {
	const tokens = await readFile(new URL('../styles/tokens.css', import.meta.url), 'utf8');
	const colours = new Map();
	for (const [, name, value] of tokens.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{3,8}),/gi))
		if (!colours.has(name)) colours.set(name, value);
	return (name) => {
		const colour = colours.get(name);
		if (!colour) throw new Error(`tokens.css has no colour --${name}.`);
		return colour;
	};
}

const textOf = (node) =>
	node.nodeName === '#text' ? node.value : (node.childNodes ?? []).map(textOf).join('').replace(/\s+/g, ' ');
const escaped = (words) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹⁻';
/** Exponents, which the face has no glyphs for, as digits that are raised. */
const raised = (words) =>
	words.replace(
		/[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+/g,
		(digits) =>
			`<tspan font-size="10" dy="-6">${Array.from(digits, (digit) => '0123456789−'[SUPERSCRIPTS.indexOf(digit)]).join('')}</tspan>`,
	);

/** A printed chart drawn anew for the card, by the few rules of figure.css that a small picture needs. */
function drawing(svg, colour) {
	const { width, height } = PLOT;
	const along = (text = '0', whole) => (text.endsWith('%') ? (parseFloat(text) / 100) * whole : parseFloat(text));
	const parts = [];
	const isCrowded = [...inside(svg)].filter((node) => isClass(node, 'every-other')).length > 2;
	const draw = (node, tone, isAxisUp) => {
		if (!node.attrs) return;
		const classes = classesOf(node);
		// As on a phone: no label stands outside the plotted area.
		if (classes.includes('when-wide') || (isCrowded && classes.includes('every-other'))) return;
		const own = classes.find((name) => name.startsWith('tone-'))?.slice(5) ?? tone;
		const ink = own && own !== 'plain' ? colour(`q-${own}`) : colour('ink-2');
		const x = (name) => along(attribute(node, name), width);
		const y = (name) => along(attribute(node, name), height);
		const has = (name) => classes.includes(name);
		if (node.tagName === 'line') {
			const isAxis = !has('limit') && !has('leader') && !own;
			const stroke = isAxis ? colour('rule') : ink;
			const dash = has('limit') && !has('solid') ? ' stroke-dasharray="2 5"' : '';
			parts.push(
				`<line x1="${x('x1')}" x2="${x('x2')}" y1="${y('y1')}" y2="${y('y2')}" stroke="${stroke}" stroke-width="${isAxis ? 1.2 : 2}"${dash}/>`,
			);
		} else if (node.tagName === 'path' && has('curve') && !has('ghost')) {
			const d = attribute(node, 'd').replace(
				/(-?[\d.]+),(-?[\d.]+)/g,
				(_, a, b) => `${((Number(a) * width) / 100).toFixed(1)},${((Number(b) * height) / 100).toFixed(1)}`,
			);
			const dash = has('dashed') ? ' stroke-dasharray="10 7"' : has('dotted') ? ' stroke-dasharray="2 7"' : '';
			parts.push(
				`<path d="${d}" clip-path="url(#plot)" fill="none" stroke="${ink}" stroke-width="${1.4 * Number(attribute(node, 'stroke-width') ?? 2)}" stroke-linecap="round" stroke-linejoin="round"${dash}/>`,
			);
		} else if (has('dated-diamond')) {
			const [diamond] = node.childNodes.filter(({ tagName }) => tagName === 'path');
			parts.push(
				`<path d="${attribute(diamond, 'd')}" transform="translate(${x('x')} ${y('y')}) scale(1.2)" fill="${colour('paper')}" stroke="${ink}" stroke-width="2"/>`,
			);
			return;
		} else if (node.tagName === 'circle') {
			const isRing = has('ring') || !has('solid');
			parts.push(
				`<circle cx="${x('cx')}" cy="${y('cy')}" r="${1.2 * Number(attribute(node, 'r'))}" fill="${isRing ? colour('paper') : ink}" stroke="${ink}" stroke-width="2.5"/>`,
			);
		} else if (node.tagName === 'text') {
			const isBold = has('value-label') || has('end-label');
			const [left, up] = isAxisUp ? [-12, 5] : [x('x') + x('dx'), y('y') + y('dy')];
			const at = isAxisUp
				? `x="-12" y="${y('y') + up}" text-anchor="end"`
				: `x="${left}" y="${up}" text-anchor="${attribute(node, 'text-anchor') ?? 'start'}"`;
			parts.push(
				`<text ${at} font-family="Instrument Sans" font-size="15" font-weight="${isBold ? 600 : 400}" fill="${isBold ? ink : colour('ink-2')}" stroke="${colour('paper')}" stroke-width="3" paint-order="stroke">${raised(escaped(textOf(node).trim()))}</text>`,
			);
		}
		for (const child of node.childNodes) draw(child, own, isAxisUp || has('axis-y'));
	};
	draw(svg, undefined, false);
	// What it counts, without how the axis is scaled.
	const plot = svg.parentNode?.parentNode;
	const named = (plot?.childNodes ?? []).find((node) => isClass(node, 'axis-title'));
	const title = named
		? textOf(named)
				.replace(/\. Logarithmic.*/, '')
				.trim()
		: '';
	if (title.length > 0 && title.length < 60)
		parts.push(
			`<text x="0" y="${height + 56}" font-family="Instrument Sans" font-size="15" fill="${colour('ink-2')}">${escaped(title)}</text>`,
		);
	return `<g transform="translate(${PLOT.x} ${PLOT.y})"><clipPath id="plot"><rect width="${width}" height="${height}"/></clipPath>${parts.join('')}</g>`;
}

/** The left side: place, title, claim; satori sets it as a page would. */
const words = ({ place, title, claim }, colour) => {
	const block = (style, children) => ({ type: 'div', props: { style: { display: 'flex', ...style }, children } });
	const length = claim.length;
	return block(
		{
			boxSizing: 'border-box',
			width: WIDTH,
			height: HEIGHT,
			background: colour('paper'),
			color: colour('ink'),
			flexDirection: 'column',
			justifyContent: 'space-between',
			padding: '56px 64px',
			borderTop: `10px solid ${colour('q-learner')}`,
		},
		[
			block({ flexDirection: 'column', width: 520 }, [
				block({ fontFamily: 'Sans', fontSize: 22, color: colour('ink-2'), marginBottom: 22 }, place),
				block(
					{
						fontFamily: 'Serif',
						fontWeight: 600,
						fontSize: title.length > 26 ? 50 : 60,
						lineHeight: 1.12,
						marginBottom: 26,
					},
					title,
				),
				block({ fontFamily: 'Serif', fontSize: length > 170 ? 25 : 28, lineHeight: 1.38, color: colour('ink') }, claim),
			]),
			block({ fontFamily: 'Sans', fontSize: 22, justifyContent: 'space-between' }, [
				block({ fontWeight: 600 }, 'The Missing Learner'),
				block({ color: colour('ink-2') }, 'An explorable essay on AI progress'),
			]),
		],
	);
};

/**
 * Makes the picture that stands beside a link to the essay or to one of its sections: its place, title and claim, and the chart
 * that it argues with, as they are printed. No browser and no network: satori sets the words, resvg makes the picture.
 */
export const cards = () => ({
	name: 'cards',
	hooks: {
		'astro:build:done': async ({ dir, logger }) => {
			const root = fileURLToPath(dir);
			const colour = await coloursOf();
			const [regular, bold, sans, sansBold] = await Promise.all([
				face('literata', 'literata-latin-wght-normal', 400),
				face('literata', 'literata-latin-wght-normal', 600),
				face('instrument-sans', 'instrument-sans-latin-wght-normal', 400),
				face('instrument-sans', 'instrument-sans-latin-wght-normal', 600),
			]);
			const fonts = [
				{ name: 'Serif', data: regular, weight: 400 },
				{ name: 'Serif', data: bold, weight: 600 },
				{ name: 'Sans', data: sans, weight: 400 },
				{ name: 'Sans', data: sansBold, weight: 600 },
			];
			const folder = await mkdtemp(join(tmpdir(), 'faces-'));
			const fontFiles = [join(folder, 'sans.ttf'), join(folder, 'sans-bold.ttf')];
			await writeFile(fontFiles[0], sans);
			await writeFile(fontFiles[1], sansBold);
			await mkdir(join(root, 'cards'), { recursive: true });
			let count = 0;
			for (const { file, text } of await builtFiles(dir, /index\.html$/)) {
				const folderOf = dirname(file);
				const isEssay = folderOf === root.replace(/[\\/]$/, '');
				if (!isEssay && dirname(folderOf) !== root.replace(/[\\/]$/, '')) continue;
				const all = [...elements(text)];
				const said = wordsOf(all, isEssay);
				if (!said) continue;
				const chart = chartOf(all);
				const set = await satori(words(said, colour), { width: WIDTH, height: HEIGHT, fonts });
				const svg = chart ? set.replace(/<\/svg>\s*$/, `${drawing(chart, colour)}</svg>`) : set;
				const picture = new Resvg(svg, {
					font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Instrument Sans' },
				}).render();
				await writeFile(join(root, 'cards', `${isEssay ? 'essay' : basename(folderOf)}.png`), picture.asPng());
				count++;
			}
			await rm(folder, { recursive: true });
			logger.info(`${count} cards`);
		},
	},
});

/** Place, title and claim as printed; undefined for a page without any. */
function wordsOf(all, isEssay) {
	const first = (name) => all.find((node) => isClass(node, name));
	const described = all.find((node) => attribute(node, 'name') === 'description');
	const heading = all.find(({ tagName }) => tagName === 'h1');
	if (isEssay)
		return {
			place: 'After Dwarkesh Patel’s “Thoughts on AI progress”',
			title: textOf(heading).trim(),
			claim: attribute(described, 'content'),
		};
	const [place, claim] = [first('kicker'), first('claim')];
	return place && claim && { place: textOf(place).trim(), title: textOf(heading).trim(), claim: textOf(claim).trim() };
}

/** The chart that a page argues with: the first with curves. */
const chartOf = (all) =>
	all.find(
		(node) =>
			node.tagName === 'svg' &&
			attribute(node, 'role') === 'img' &&
			[...inside(node)].some((part) => part.tagName === 'path' && isClass(part, 'curve')),
	);
function* inside(node) {
	for (const child of node.childNodes ?? []) {
		yield child;
		yield* inside(child);
	}
}
