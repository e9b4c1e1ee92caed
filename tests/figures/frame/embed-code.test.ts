import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { embedFrame, embedHeightScript, type Embed } from '../../../src/figures/frame/embed-code.ts';

const embed: Embed = {
	origin: 'https://example.org',
	base: '/essay/',
	figure: 'revenue-gap',
	title: 'A "gap" of <3 & more',
	query: '?m=2&revenue=105',
	theme: 'dark',
	height: 641.2,
};
const attributesOf = (html: string) => {
	const frame = new JSDOM(html).window.document.querySelector('iframe')!;
	return { src: frame.src, title: frame.title, height: frame.getAttribute('height') };
};

describe('`embedFrame`', () => {
	it('carries the settings and the theme, and escapes the title', () => {
		expect(attributesOf(embedFrame(embed))).toEqual({
			src: 'https://example.org/essay/embed/revenue-gap/?m=2&revenue=105&theme=dark',
			title: 'A "gap" of <3 & more',
			height: '710',
		});
	});
	it('has the theme alone if there are no settings', () => {
		expect(attributesOf(embedFrame({ ...embed, query: '' })).src).toBe(
			'https://example.org/essay/embed/revenue-gap/?theme=dark',
		);
	});
});

it('`embedHeightScript` looks for frames of this origin only', () => {
	expect(embedHeightScript('https://example.org')).toContain(`iframe[src^="https://example.org"]`);
});
