import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
	headersFile,
	withOwnHashes,
	withoutStyleAttributes,
	withStylesInHead,
} from '../../src/build/content-security.ts';

const page = (body: string, policy = "default-src 'none'; style-src 'self' 'sha256-a'; script-src 'self'") =>
	`<!DOCTYPE html><html><head><meta http-equiv="content-security-policy" content="${policy}"></head><body>${body}</body></html>`;

describe('`withoutStyleAttributes`', () => {
	it('moves equal style attributes into one class, and keeps every other byte', () => {
		const html = withoutStyleAttributes(
			page('<i style="top:1em;">a</i><b  class="x" style="top:1em">b</b><u style="left:2px">c</u>&nbsp;<br/>'),
		);
		expect(html).toContain('<i class="i1">a</i><b  class="x i1">b</b><u class="i2">c</u>&nbsp;<br/>');
		expect(html).toContain('<style>.i1.i1{top:1em}.i2.i2{left:2px}</style></head>');
	});
	it('removes an empty style attribute', () =>
		expect(withoutStyleAttributes(page('<i style="">a</i>'))).toBe(page('<i>a</i>')));
	it('returns a page without style attributes as it is', () =>
		expect(withoutStyleAttributes(page('<i>a</i>'))).toBe(page('<i>a</i>')));
	it('throws if there is no head for the style sheet', () =>
		expect(() => withoutStyleAttributes('<i style="top:0">a</i>')).toThrow('has no head'));
});

describe('`withStylesInHead`', () => {
	it('moves style sheets from the body to the end of the head, in their order', () =>
		expect(
			withStylesInHead(page('<p>a<style>b{top:0}</style>&nbsp;c</p><div><style media="print">i{top:0}</style></div>')),
		).toBe(
			page('<p>a&nbsp;c</p><div></div>').replace(
				'</head>',
				'<style>b{top:0}</style><style media="print">i{top:0}</style></head>',
			),
		));
	it('returns a page whose style sheets are in the head as it is', () => {
		const html = page('<i>a</i>').replace('</head>', '<style>b{top:0}</style></head>');
		expect(withStylesInHead(html)).toBe(html);
	});
	it('keeps the last of equal style sheets', () =>
		expect(
			withStylesInHead(
				page('<p>a<style>b{top:0}</style></p>').replace(
					'</head>',
					'<style>i{top:0}</style><style>b{top:0}</style><style>u{top:0}</style><style>i{top:0}</style></head>',
				),
			),
		).toBe(
			page('<p>a</p>').replace(
				'</head>',
				'<style>u{top:0}</style><style>i{top:0}</style><style>b{top:0}</style></head>',
			),
		));
	it('throws if there is no head to move them to', () =>
		expect(() => withStylesInHead('<p><style>b{top:0}</style></p>')).toThrow('has no head'));
});

describe('`withOwnHashes`', () => {
	const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

	it('puts the hashes of the page’s own scripts and styles in the place of others, and keeps every other byte', () => {
		const body =
			'<style>b{top:0}</style><script>a()</script><script type="module">b()</script><script src="c.js"></script>';
		expect(withOwnHashes(page(body))).toBe(
			page(
				body,
				`default-src 'none'; style-src 'self' ${hash('b{top:0}')}; script-src 'self' ${hash('a()')} ${hash('b()')}`,
			),
		);
	});
	it('hashes equal scripts once, and data not at all', () =>
		expect(
			withOwnHashes(page('<script>a()</script><script>a()</script><script type="application/ld+json">{}</script>')),
		).toContain(`script-src 'self' ${hash('a()')}">`));
	it('throws if a page has no policy', () =>
		expect(() => withOwnHashes('<html><head></head></html>')).toThrow('no content security policy'));
});

describe('`headersFile`', () => {
	const text = headersFile([page(''), page('', "default-src 'none'; style-src 'self' 'sha256-b'")], '/learner/');
	const [all = '', embeds = ''] = Array.from(
		text.matchAll(/^ {2}Content-Security-Policy: (.*)$/gm),
		([, policy]) => policy,
	);

	it('merges the hashes of every page', () => expect(all).toContain("style-src 'self' 'sha256-a' 'sha256-b'"));
	it('lets other sites frame embedded figures alone', () => {
		expect(all).toContain("frame-ancestors 'self'");
		expect(embeds).toContain('frame-ancestors *');
		expect(text).toMatch(/^\/learner\/embed\/\*$/m);
	});
	it('lets frames with an opaque origin read the files of an embedded figure', () => {
		for (const folder of ['embed', '_astro'])
			expect(text).toMatch(
				new RegExp(`^/learner/${folder}/\\*\\n(?: {2}.*\\n)* {2}Access-Control-Allow-Origin: \\*$`, 'm'),
			);
	});
	it('caches built files for a year under the base path', () =>
		expect(text).toMatch(
			/^\/learner\/_astro\/\*\n(?: {2}Access.*\n)? {2}! Cache-Control\n {2}Cache-Control: public, max-age=31536000, immutable$/m,
		));
	it('throws if a page has no policy', () =>
		expect(() => headersFile(['<html><head></head></html>'], '/')).toThrow('no content security policy'));
});
