import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { getCollection } from 'astro:content';
import { serialize } from 'parse5';
import satori from 'satori';
import subsetFont from 'subset-font';
import { render } from 'svelte/server';
import packCss from '../figures/PackJob/PackJob.css?raw';
import figureCss from '../styles/figure.css?raw';
import tokensCss from '../styles/tokens.css?raw';
import { fromSuperscript, SUPERSCRIPT_CLASS } from '../engine/superscript.ts';
import { attribute, elements, type HtmlElement } from '../build/html.ts';
import ExperimentIsland from '../figures/frame/ExperimentIsland.svelte';
import FigureIsland from '../figures/frame/FigureIsland.svelte';
import { hasKind } from '../figures/frame/kind-of.ts';
import SectionExperimentIsland from '../figures/frame/SectionExperimentIsland.svelte';
import SectionFigureIsland from '../figures/frame/SectionFigureIsland.svelte';
import { shortExperiments } from '../figures/frame/short-experiments.ts';
import { shortKinds } from '../figures/frame/short-kinds.ts';
import { figureProps } from '../figures/frame/figure-props.ts';
import { outline } from './outline.ts';
import { site } from './site.ts';

/** Size of a share card in pixels: that of Open Graph previews. */
const [WIDTH, HEIGHT] = [1200, 630];
/** Position and size of the chart's plot area on the card, and its scale. */
const PLOT = { x: 690, y: 128, width: 350, height: 287, zoom: 1.2 };
/** The same for the map, whose names need the height for which they were placed. */
const MAP_PLOT = { x: 690, y: 84, width: 430, height: 400, zoom: 1 };
/** The same for tiles, which are as wide as the card has room. */
const TILES_PLOT = { x: 660, y: 208, width: 476, height: 119, zoom: 1 };
/** Classes of marks by which a chart for a card is told: curves, the ground of the map, or tiles. */
const [CURVE, MAP, TILES] = ['curve', 'after', 'tiles'] as const;
const hasMark = (html: string, mark: string) =>
	[...elements(html)].some((part) => attribute(part, 'class')?.split(' ').includes(mark));

export interface Card {
	/** The line above the title. */
	readonly kicker: string;
	readonly title: string;
	readonly claim: string;
	/** SVG source of a chart (`chartIn`). */
	readonly chart: string | undefined;
}

const require = createRequire(import.meta.url);
const CHARACTERS = Array.from({ length: 0x2300 }, (_, i) => String.fromCharCode(32 + i)).join('');
/** Returns one weight of a font of the site as TrueType, for satori and resvg. */
const face = async (name: string, family: string, weight: 400 | 600) => ({
	name,
	weight,
	data: await subsetFont(
		await readFile(require.resolve(`@fontsource-variable/${family}/files/${family}-latin-wght-normal.woff2`)),
		CHARACTERS,
		{ targetFormat: 'truetype', variationAxes: { wght: weight } },
	),
});
const SERIF = 'Literata';
const SANS = 'Instrument Sans';
const faces = Promise.all([
	face(SERIF, 'literata', 400),
	face(SERIF, 'literata', 600),
	face(SANS, 'instrument-sans', 400),
	face(SANS, 'instrument-sans', 600),
]);

/** Colours of the light theme by custom property. */
const colours = new Map(
	Array.from(tokensCss.matchAll(/--([\w-]+):\s*var\(--light, (#[0-9a-f]{3,8})\)/gi), ([, name, value]) => [
		name!,
		value!,
	]),
);
function colour(name: string): string {
	const found = colours.get(name);
	if (!found)
		throw new Error(`src/styles/tokens.css has no colour --${name}. Known: ${[...colours.keys()].join(', ')}.`);
	return found;
}

/**
 * Overrides for a card: narrow-screen labels, which stay inside the plot; strokes in curve coordinates (0 to 100), since resvg scales them;
 * and the style of bands, which is that of their component.
 */
const CARD_CSS = `
	.when-wide, .every-other { display: none }
	.axis-y text { text-anchor: end; transform: translate(-6px, 4px) }
	.curve { stroke-width: 0.8 }
	.curve.dashed { stroke-dasharray: 2 1.5 }
	.curve.dotted { stroke-dasharray: 0.5 1.5 }
	.curve.dash-dotted { stroke-dasharray: 2.5 1.2 0.5 1.2 }
	.curve.ghost { stroke-width: 0.4; stroke-dasharray: 0.6 1.2 }
	.dots path { stroke-width: 1.1 }
	.range-band { fill: currentColor; opacity: 0.13 }
`;

/** Returns the figures' style sheet for resvg, which does not support custom properties: `--tone` becomes currentColor. */
const chartCss = () =>
	[
		...[...colours.keys()]
			.filter((name) => name.startsWith('q-'))
			.map((name) => `.tone-${name.slice('q-'.length)} { color: ${colour(name)} }`),
		`svg { color: ${colour('ink-2')} }`,
		`${figureCss}${packCss}`
			.replaceAll('var(--tone)', 'currentColor')
			.replace(/var\(--([\w-]+)\)/g, (_, name) => colours.get(name) ?? 'inherit'),
		CARD_CSS,
	].join('\n');

/** Returns the first chart with curves, the map, or tiles, in rendered HTML; undefined if there is none. */
export function chartIn(html: string): string | undefined {
	const isChart = (element: HtmlElement) =>
		element.tagName === 'svg' &&
		attribute(element, 'role') === 'img' &&
		[CURVE, MAP, TILES].some((mark) => hasMark(serialize(element), mark));
	const location = [...elements(html)].find(isChart)?.sourceCodeLocation;
	return location ? html.slice(location.startOffset, location.endOffset) : undefined;
}

/** Returns the left side of a card as satori elements. */
const words = ({ kicker, title, claim }: Card) => {
	const block = (style: object, children: unknown) => ({
		type: 'div',
		props: { style: { display: 'flex', ...style }, children },
	});
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
				block({ fontFamily: SANS, fontSize: 22, color: colour('ink-2'), marginBottom: 22 }, kicker),
				block(
					{
						fontFamily: SERIF,
						fontWeight: 600,
						fontSize: title.length > 26 ? 50 : 60,
						lineHeight: 1.12,
						marginBottom: 26,
					},
					title,
				),
				block({ fontFamily: SERIF, fontSize: claim.length > 170 ? 25 : 28, lineHeight: 1.38 }, claim),
			]),
			block({ fontFamily: SANS, fontSize: 22, justifyContent: 'space-between' }, [
				block({ fontWeight: 600 }, site.title),
				block({ color: colour('ink-2') }, 'An explorable essay on AI progress'),
			]),
		],
	);
};

/** Renders a share card as PNG: kicker, title and claim on the left, the chart on the right. */
export async function cardPicture(card: Card): Promise<Uint8Array<ArrayBuffer>> {
	const fonts = await faces;
	// satori is typed for React elements only, but accepts plain objects of the same shape.
	const set = await satori(words(card) as Parameters<typeof satori>[0], { width: WIDTH, height: HEIGHT, fonts });
	const isOf = (mark: string) => card.chart !== undefined && hasMark(card.chart, mark);
	const { x, y, width, height, zoom } = isOf(MAP) ? MAP_PLOT : isOf(TILES) ? TILES_PLOT : PLOT;
	const viewBox = card.chart?.match(/^<svg[^>]*( viewBox="[^"]*")/)?.[1] ?? '';
	// The fonts have no superscript digits.
	const superscripts = new RegExp(`${SUPERSCRIPT_CLASS}+`, 'g');
	const raised = (text: string) =>
		`<tspan font-size="75%" dy="-0.4em">${fromSuperscript(text).replace('-', '−')}</tspan>`;
	const chart = card.chart
		?.replace(superscripts, raised)
		.replace(/^<svg[^>]*>/, `<svg width="${width}" height="${height}"${viewBox} overflow="visible">`);
	const svg = set.replace(
		/<\/svg>\s*$/,
		`<style><![CDATA[${chartCss()}]]></style><g font-family="${SANS}" transform="translate(${x} ${y}) scale(${zoom})">${chart ?? ''}</g></svg>`,
	);
	const folder = await mkdtemp(join(tmpdir(), 'card-'));
	try {
		const fontFiles = await Promise.all(
			fonts.map(async ({ name, weight, data }) => {
				const file = join(folder, `${name}-${weight}.ttf`);
				await writeFile(file, data);
				return file;
			}),
		);
		return new Uint8Array(
			new Resvg(svg, { font: { fontFiles, loadSystemFonts: false, defaultFontFamily: SANS } }).render().asPng(),
		);
	} finally {
		await rm(folder, { recursive: true });
	}
}

/** Id of the figure whose chart is on the card of the essay. */
const ESSAY_CHART = 'impressive-useful';

/** Returns the cards of the essay and of each section, with the id in their URL. */
export async function cards(): Promise<readonly { readonly id: string; readonly card: Card }[]> {
	const sections = await outline();
	const figures = new Map((await getCollection('figures')).map(({ id, data }) => [id, data]));
	const chartOf = async (ids: readonly string[]): Promise<string | undefined> => {
		for (const id of ids) {
			const props = await figureProps(id, figures.get(id)!);
			const ofModel = hasKind(shortKinds, props.kind) ? FigureIsland : SectionFigureIsland;
			const ofExperiment = hasKind(shortExperiments, props.kind) ? ExperimentIsland : SectionExperimentIsland;
			const { body } = render('experiment' in props ? ofExperiment : ofModel, { props });
			const chart = chartIn(body);
			if (chart) return chart;
		}
		return undefined;
	};
	return [
		{
			id: 'essay',
			card: {
				kicker: `After ${site.post.author}’s “${site.post.short}”`,
				title: site.title,
				claim: site.description(sections.length),
				chart: await chartOf([ESSAY_CHART]),
			},
		},
		...(await Promise.all(
			sections.map(async ({ id, number, count, entry: { data }, figures }) => ({
				id,
				card: { kicker: `${number} of ${count}`, title: data.title, claim: data.claim, chart: await chartOf(figures) },
			})),
		)),
	];
}
