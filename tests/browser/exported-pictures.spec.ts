import { Resvg } from '@resvg/resvg-js';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { JSDOM } from 'jsdom';
import { atLength, embedPages, expect, exportMenu, test, openFold } from './site.ts';

// Exported pictures as other programs read them: an XML parser, and a renderer that knows no style sheet and no font.

/** Ranges, another reader and two named positions, one of which is conditioned on the record. */
const EVERYTHING = 'm=3&seed=1&their-m=3&their-name=Ann&their-human-level-year=2040&with=essay-2025.year-on-2026';

/** Elements that an exported picture has; slide programs draw each of them. */
const DRAWN = [
	'svg',
	'title',
	'desc',
	'g',
	'path',
	'line',
	'rect',
	'circle',
	'ellipse',
	'polygon',
	'polyline',
	'image',
];
const DEFINED = ['defs', 'clipPath', 'pattern', 'linearGradient', 'radialGradient', 'stop', 'mask', 'filter', 'marker'];

/** Parses a file as XML. Throws if it is not well-formed. */
const parse = (svg: string) => new JSDOM(svg, { contentType: 'image/svg+xml' }).window.document;

/** Checks what a program needs that has nothing but the file. Returns its ids. */
function checkFile(svg: string, figure: string): string[] {
	const all = [...parse(svg).querySelectorAll('*')];
	const ids = all.flatMap(({ id }) => (id ? [id] : []));
	expect(new Set(ids).size, 'ids are unique').toBe(ids.length);
	for (const id of ids) expect(id).toMatch(new RegExp(`^${figure}-[a-z0-9]+-\\d+$`));
	for (const element of all) {
		expect([...DRAWN, ...DEFINED]).toContain(element.tagName);
		for (const { name, value } of element.attributes) {
			expect(`${name}="${value}"`).not.toMatch(/NaN|undefined|var\(|^(class|style|on\w+)=/);
			const references = Array.from(value.matchAll(/url\(#([^)]+)\)/g), ([, id]) => id!);
			if (/^(xlink:)?href$/.test(name) && !value.startsWith('data:')) references.push(value.replace(/^#/, ''));
			for (const id of references) expect(ids, `<${element.tagName} ${name}="${value}">`).toContain(id);
		}
	}
	expect(all.filter(({ tagName }) => tagName === 'svg')).toHaveLength(1);
	return ids;
}

/** Side of the squares whose mean colours are compared, in pixels: letters drawn as outlines differ less than that from those of a font. */
const SQUARE = 8;
/** Largest accepted difference of a mean colour channel, of 255. */
const ALIKE = 20;

/**
 * Returns the largest difference of a colour channel, from 0 to 255, between the mean colours of the squares of two pictures, and
 * where. Each is given as an address, with the place of the compared part; it may be shifted by a pixel, since pages are laid out in
 * fractions.
 */
const difference = (
	blank: Page,
	[a, b]: readonly [Picture, Picture],
	size: { readonly width: number; readonly height: number },
) =>
	blank.evaluate(
		async ([pictures, { width, height }, square]) => {
			const [one, other] = await Promise.all(
				pictures.map(async ({ address, x, y }) => {
					const image = new Image();
					image.src = address;
					await image.decode();
					const canvas = Object.assign(document.createElement('canvas'), { width, height });
					const context = canvas.getContext('2d')!;
					context.drawImage(image, -x, -y);
					return context.getImageData(0, 0, width, height).data;
				}),
			);
			const mean = (data: Uint8ClampedArray, left: number, top: number) => {
				const sum = [0, 0, 0];
				for (let row = top; row < top + square; row++)
					for (let column = left; column < left + square; column++)
						for (let channel = 0; channel < 3; channel++) sum[channel]! += data[4 * (row * width + column) + channel]!;
				return sum.map((total) => total / square ** 2);
			};
			let worst = { by: 0, at: [0, 0] };
			for (let top = 1; top + square < height; top += square)
				for (let left = 1; left + square < width; left += square) {
					const wanted = mean(one!, left, top);
					let least = Infinity;
					for (const down of [0, -1, 1])
						for (const right of [0, -1, 1]) {
							const found = mean(other!, left + right, top + down);
							least = Math.min(least, Math.max(...found.map((value, i) => Math.abs(value - wanted[i]!))));
						}
					if (least > worst.by) worst = { by: least, at: [left, top] };
				}
			return worst;
		},
		[[a, b], size, SQUARE] as const,
	);
interface Picture {
	readonly address: string;
	readonly x: number;
	readonly y: number;
}
const dataAddress = (type: string, bytes: Buffer | string) =>
	`data:${type};base64,${Buffer.from(bytes).toString('base64')}`;

/** Returns where an exported picture differs from the page, or is drawn otherwise by a program that is no browser. */
async function unlike(context: BrowserContext, picture: Locator, svg: string): Promise<string[]> {
	// Marks show that they can be dragged while the pointer is over the picture; an export does not.
	await picture.page().mouse.move(1, 1);
	const { width, height } = (await picture.boundingBox())!;
	const shot = await picture.screenshot({ animations: 'disabled' });
	const drawn = [...parse(svg).documentElement.children].at(-1)!;
	const [, x, y] = /^translate\((\S+) (\S+)\)$/.exec(drawn.getAttribute('transform')!)!.map(Number) as [
		number,
		number,
		number,
	];
	const onPage = { address: dataAddress('image/png', shot), x: 0, y: 0 };
	const exported = { address: dataAddress('image/svg+xml', svg), x, y };
	const elsewhere = new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
	const blank = await context.newPage();
	const size = { width: Math.floor(width), height: Math.floor(height) };
	const found = {
		'the page': await difference(blank, [onPage, exported], size),
		resvg: await difference(blank, [exported, { address: dataAddress('image/png', elsewhere), x, y }], size),
	};
	await blank.close();
	if (process.env['SHOW']) console.log(JSON.stringify(found));
	return Object.entries(found).flatMap(([what, { by, at }]) =>
		by < ALIKE ? [] : [`${what} differs by ${by.toFixed(1)} of 255 at ${at.join(', ')}`],
	);
}

for (const [i, { path, html }] of embedPages.entries()) {
	const figure = path.split('/')[1]!;
	// Kinds of marks that an export has lost before are tested always.
	const isTelling = /<pattern|<tspan|pathLength/.test(html);
	const theme = i % 2 === 0 ? 'light' : 'dark';
	test(
		`the SVG of ${figure} is complete in itself, and drawn alike by the page, the browser and another program, in the ${theme} theme`,
		isTelling ? {} : atLength,
		async ({ page, context, open }) => {
			test.slow();
			await open(`${path}?${EVERYTHING}&theme=${theme}`);
			const element = page.locator(`#${figure}`);
			// Other values than the essay's, so that its own are drawn too.
			for (const slider of await element.locator('.controls:not(.more-controls) .slider input').all())
				for (let step = 0; step < 4; step++) await slider.press('ArrowLeft');
			await expect(page.locator('html:not([data-counting])')).toHaveCount(1, { timeout: 60_000 });
			await page.mouse.move(1, 1);
			const picture = element.locator('.picture').first();
			// The page draws arrows in a font of the system.
			await picture.evaluate((drawn) => {
				const texts = document.createTreeWalker(drawn, NodeFilter.SHOW_TEXT);
				for (let text = texts.nextNode(); text; text = texts.nextNode())
					if (/[←→↑↓]/.test(text.nodeValue!)) text.nodeValue = text.nodeValue!.replaceAll(/[←→↑↓]/g, '–');
			});
			const save = await exportMenu(page, element);
			await element.locator('.export-menu').getByLabel(theme, { exact: true }).check();
			await page.evaluate(() => (document.activeElement as HTMLElement).blur());
			let svg = '';
			// Again if the runs of a late part change the page in between.
			await expect(async () => {
				svg = (await save('SVG')).toString();
				expect(await unlike(context, picture, svg)).toEqual([]);
			}).toPass({ timeout: 60_000 });
			const ids = checkFile(svg, figure);
			expect(
				checkFile((await save('SVG')).toString(), figure).filter((id) => ids.includes(id)),
				'a second export in the same page shares no id',
			).toEqual([]);
			for (const colour of await picture
				.locator('tspan')
				.evaluateAll((parts) => [...new Set(parts.map((part) => getComputedStyle(part).fill))]))
				expect(svg).toContain(`fill="${colour}"`);
		},
	);
}

/** Element name, attributes, and children. */
type Markup = readonly [name: string, attributes: Readonly<Record<string, string | number>>, ...Markup[]];
const RED = 'rgb(200, 30, 40)';
const ADDED: readonly (readonly [what: string, markup: readonly Markup[], drawn: RegExp])[] = [
	[
		'a copied group',
		[
			['defs', {}, ['g', { id: 'added' }, ['circle', { r: 20, fill: RED }]]],
			['use', { href: '#added', x: 60, y: 60 }],
		],
		/<circle [^>]*fill="rgb\(200, 30, 40\)"/,
	],
	[
		'a symbol',
		[
			['symbol', { id: 'added', viewBox: '0 0 10 10' }, ['rect', { width: 10, height: 10, fill: RED }]],
			['use', { href: '#added', x: 40, y: 40, width: 40, height: 40 }],
		],
		/<rect [^>]*fill="rgb\(200, 30, 40\)"/,
	],
	[
		'a link',
		[['a', { href: '#bottlenecks' }, ['rect', { x: 40, y: 40, width: 40, height: 40, fill: RED }]]],
		/<rect [^>]*fill="rgb\(200, 30, 40\)"/,
	],
	[
		'an image',
		[['image', { href: '/favicon.svg', x: 40, y: 40, width: 40, height: 40 }]],
		/<image [^>]*href="data:image\/svg\+xml/,
	],
	[
		'dashes in parts of their path',
		[
			[
				'circle',
				{
					cx: 60,
					cy: 60,
					r: 20,
					fill: 'none',
					stroke: RED,
					'stroke-width': 8,
					pathLength: 100,
					'stroke-dasharray': '25 75',
				},
			],
		],
		/stroke-dasharray="31\.\d+ 9[34]\.\d+"/,
	],
];
for (const [what, markup, drawn] of ADDED)
	test(`an exported picture has ${what} of a drawing`, async ({ page, context, open }) => {
		await open('embed/revenue-gap/?theme=light');
		const figure = page.locator('#revenue-gap');
		await figure
			.locator('.plot-area > svg')
			.first()
			.evaluate((svg, text) => {
				const make = ([name, attributes, ...content]: Markup): Element => {
					const element = document.createElementNS('http://www.w3.org/2000/svg', name);
					for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
					element.append(...content.map(make));
					return element;
				};
				svg.append(...(JSON.parse(text) as Markup[]).map(make));
			}, JSON.stringify(markup));
		const save = await exportMenu(page, figure);
		const svg = (await save('SVG')).toString();
		checkFile(svg, 'revenue-gap');
		expect(svg).toMatch(drawn);
		expect(await unlike(context, figure.locator('.picture').first(), svg)).toEqual([]);
		if (what === 'an image') {
			await figure.locator('.export-menu').getByRole('button', { name: 'PNG', exact: true }).click();
			await expect(figure.locator('.said')).toContainText('leaves the image out of a PNG. Take the SVG.');
		} else expect((await save('PNG')).subarray(1, 4).toString()).toBe('PNG');
		await expect(page.locator('#added')).toHaveCount(/added/.test(JSON.stringify(markup)) ? 1 : 0);
	});

for (const [what, spoil, said] of [
	[
		'the saved file has other pixels than the canvas',
		() => {
			const original = HTMLCanvasElement.prototype.toBlob;
			HTMLCanvasElement.prototype.toBlob = function (...given) {
				const { width, height } = this;
				const stripes = Object.assign(document.createElement('canvas'), { width, height });
				const context = stripes.getContext('2d')!;
				context.drawImage(this, 0, 0);
				for (let x = 0; x < width; x += 8) context.fillRect(x, 0, 4, height);
				original.apply(stripes, given);
			};
		},
		'does not give out pictures as pixels',
	],
	[
		'only the background is drawn',
		() => {
			const original = CanvasRenderingContext2D.prototype.drawImage;
			CanvasRenderingContext2D.prototype.drawImage = function (...given: unknown[]) {
				(original as (...all: unknown[]) => void).apply(this, given);
				const { width, height } = this.canvas;
				const [red, green, blue] = this.getImageData(0, 0, 1, 1).data;
				this.fillStyle = `rgb(${red} ${green} ${blue})`;
				this.fillRect(0, 0, width, height);
			};
		},
		'drew an empty picture',
	],
] as const)
	test(`the export menu saves no PNG if ${what}, and says so`, async ({ page, open }) => {
		await page.addInitScript(spoil);
		await open('embed/revenue-gap/');
		const figure = page.locator('#revenue-gap');
		await openFold(figure, '.export-fold');
		await figure.locator('.export-menu').getByRole('button', { name: 'PNG', exact: true }).click();
		await expect(figure.locator('.said')).toContainText(said);
		await expect(figure.locator('.said')).toContainText('Take the SVG');
	});
