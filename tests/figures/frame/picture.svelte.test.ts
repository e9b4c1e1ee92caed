import { afterEach, describe, expect, it } from 'vitest';
import { withoutLayers } from '../../../src/figures/frame/opacity.ts';
import { PaintServers } from '../../../src/figures/frame/paint-servers.ts';
import { isAlike, isOneColour } from '../../../src/figures/frame/png.ts';
import { textRuns } from '../../../src/figures/frame/text-runs.ts';

afterEach(() => document.body.replaceChildren());
const draw = (content: string) => {
	document.body.innerHTML = `<svg xmlns="http://www.w3.org/2000/svg">${content}</svg>`;
	return (selector: string) => document.querySelector(selector)!;
};
const idsIn = (text: string) => Array.from(text.matchAll(/ id="([^"]+)"/g), ([, id]) => id);
const referredIn = (text: string) =>
	Array.from(text.matchAll(/url\(#([^)]+)\)|href="#([^"]+)"/g), ([, url, href]) => url ?? href);

describe('`PaintServers`', () => {
	const KINDS = {
		fill: '<linearGradient id="sea"><stop style="stop-color: rgb(1, 2, 3)" offset="1"/></linearGradient>',
		stroke: '<pattern id="sea" width="4" height="4"><line class="stripe" x2="3"/></pattern>',
		'clip-path': '<clipPath id="sea"><circle r="4"/></clipPath>',
		mask: '<mask id="sea"><rect width="5" height="5"/></mask>',
		filter: '<filter id="sea"><feGaussianBlur stdDeviation="2"/></filter>',
		'marker-end': '<marker id="sea"><path d="M0,0L1,1"/></marker>',
	} as const;
	it.each(Object.entries(KINDS))('copies what %s refers to, wherever in the page it stands', (name, definition) => {
		const find = draw(`<g><circle r="3"/></g><defs>${definition}</defs>`);
		const servers = new PaintServers('two-costs-x');
		const circle = find('circle');
		const references = servers.referencesOf(circle, {
			getPropertyValue: (key: string) => (key === name ? 'url("#sea") none' : ''),
		} as CSSStyleDeclaration);
		expect(references).toEqual({ [name]: 'url(#two-costs-x-1) none' });
		const [copy] = servers.defs.children;
		expect(copy!.id).toBe('two-costs-x-1');
		expect(copy!.tagName).toBe(find('#sea').tagName);
		expect(copy!.innerHTML).not.toContain('class=');
	});

	it('writes computed colours into a copy, and copies it once', () => {
		draw('<pattern id="a"><rect style="fill: rgb(9, 8, 7)"/></pattern>');
		const servers = new PaintServers('f');
		expect(servers.replaced('url(#a)', document)).toBe('url(#f-1)');
		expect(servers.replaced("url('#a')", document)).toBe('url(#f-1)');
		expect(servers.defs.children).toHaveLength(1);
		expect(servers.defs.querySelector('rect')!.getAttribute('fill')).toBe('rgb(9, 8, 7)');
	});

	it('copies what a definition refers to in its turn, also in a circle', () => {
		draw(
			'<linearGradient id="base"/><linearGradient id="a" href="#base"/><pattern id="b" href="#c"/><pattern id="c" href="#b"><rect style="fill: url(#a)"/></pattern>',
		);
		const servers = new PaintServers('f');
		servers.replaced('url(#b)', document);
		const text = servers.defs.outerHTML;
		expect(idsIn(text)).toHaveLength(4);
		expect(new Set(idsIn(text)).size).toBe(4);
		expect(idsIn(text)).toEqual(expect.arrayContaining(referredIn(text)));
		for (const id of referredIn(text)) expect(id).toMatch(/^f-\d$/);
	});

	it('leaves out a reference to nothing', () => {
		draw('');
		expect(new PaintServers('f').replaced('url(#gone)', document)).toBeUndefined();
		expect(new PaintServers('f').replaced('rgb(1, 2, 3)', document)).toBeUndefined();
	});
});

describe('`textRuns`', () => {
	const runs = (content: string) => {
		const find = draw(`<text>${content}</text>`);
		return textRuns(find('text')).map(({ text, start, owner }) => [owner.tagName, start, text]);
	};
	it('gives each part to the element that styles it', () =>
		expect(runs('<tspan class="a">80 right</tspan> · <tspan>3 <tspan>wrong</tspan></tspan>.')).toEqual([
			['tspan', 0, '80 right'],
			['text', 8, ' · '],
			['tspan', 11, '3 '],
			['tspan', 13, 'wrong'],
			['text', 18, '.'],
		]));
	it('counts characters as the browser lays them out: white space collapses across elements', () =>
		expect(runs('\n\t<tspan>a\n b </tspan> <tspan> c</tspan>')).toEqual([
			['tspan', 0, 'a b '],
			['tspan', 4, 'c'],
		]));
	it('leaves out what is not displayed', () =>
		expect(runs('<tspan style="display: none">attempt </tspan>2')).toEqual([['text', 0, '2']]));
});

describe('`withoutLayers`', () => {
	const flattened = (content: string) => {
		const find = draw(content);
		withoutLayers(find('svg'));
		return find('svg').innerHTML;
	};
	it('moves a group’s opacity to the one paint of its one shape, through groups that only clip', () => {
		expect(flattened('<g opacity="0.5"><path fill="red"></path></g>')).toBe(
			'<path fill="red" fill-opacity="0.5"></path>',
		);
		expect(
			flattened(
				'<g opacity="0.5"><g clip-path="url(#a)"><g opacity="0.5"><line fill="none" stroke="red" stroke-opacity="0.4"></line></g></g></g>',
			),
		).toBe('<g clip-path="url(#a)"><line fill="none" stroke="red" stroke-opacity="0.1"></line></g>');
	});
	it.each([
		'<g opacity="0.5"><path fill="red" stroke="blue"></path></g>',
		'<g opacity="0.5"><path fill="red"></path><path fill="red"></path></g>',
		'<g opacity="0.5"><g mask="url(#a)"><path fill="red"></path></g></g>',
		'<g opacity="0.5"><image></image></g>',
	])('leaves %s, where that would look different', (content) => expect(flattened(content)).toBe(content));
});

describe('`isAlike`', () => {
	it('accepts noise of a few steps, and rejects other pixels and none', () => {
		expect(isAlike([10, 20, 30, 255], [12, 19, 30, 255])).toBe(true);
		expect(isAlike([10, 20, 30, 255], [10, 20, 90, 255])).toBe(false);
		expect(isAlike([10, 20, 30, 255], [10, 20, 30])).toBe(false);
		expect(isAlike([], [])).toBe(false);
	});
});

describe('`isOneColour`', () => {
	const [paper, ink] = [
		[251, 249, 244, 255],
		[20, 30, 40, 255],
	] as const;
	it('accepts the colour with the noise of a few steps', () =>
		expect(isOneColour([...paper, 250, 250, 243, 255, 251, 248, 245, 254], paper)).toBe(true));
	it('rejects stripes, noise, white and nothing', () => {
		expect(isOneColour([...paper, ...ink, ...paper], paper)).toBe(false);
		expect(isOneColour([...paper, ...Array.from({ length: 64 }, (_, i) => (i * 97) % 256)], paper)).toBe(false);
		expect(isOneColour([255, 255, 255, 255], ink)).toBe(false);
		expect(isOneColour([0, 0, 0, 0], ink)).toBe(false);
		expect(isOneColour([], ink)).toBe(false);
	});
});
