import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headerRules, serve } from '../.config/serve.ts';

type Site = Awaited<ReturnType<typeof serve>>;
const folder = mkdtempSync(join(tmpdir(), 'a served é '));
let atRoot: Site;
let underBase: Site;

beforeAll(async () => {
	const files = {
		'secret.txt': 'secret',
		'site/index.html': '<h1>Home</h1>',
		'site/page/index.html': `<h1>Page</h1>${'word '.repeat(500)}`,
		'site/404.html': '<h1>Nothing here</h1>',
		'site/_astro/a.js': 'let a;',
		'site/_headers':
			'# a remark\n/*\n  X-Policy: strict\n  Cache-Control: max-age=0\n/_astro/*\n  ! Cache-Control\n  Cache-Control: immutable\n',
	};
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(join(folder, path, '..'), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	atRoot = await serve(join(folder, 'site'));
	underBase = await serve(join(folder, 'site'), { base: '/sub', quality: 1 });
});
afterAll(async () => {
	await Promise.all([atRoot.close(), underBase.close()]);
	rmSync(folder, { recursive: true });
});

/** Requests a path and follows no redirect. */
async function request(site: Site, path: string, headers: Record<string, string> = { 'accept-encoding': 'identity' }) {
	const response = await fetch(`http://localhost:${site.port}${path}`, { redirect: 'manual', headers });
	return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
}

describe('`headerRules`', () => {
	it('reads patterns, headers to set, headers to drop and comments', () =>
		expect(headerRules('# remark\n/a.b/*\n  X-One: 1: 2\n  ! X-Two\n')).toEqual([
			{
				pattern: expect.any(RegExp),
				headers: [
					['X-One', '1: 2'],
					['X-Two', undefined],
				],
			},
		]));
	it('matches `*` with any text and every other character with itself', () => {
		const [rule] = headerRules('/a.b/*');
		expect(['/a.b/', '/a.b/c/d', '/axb/c', '/z/a.b/'].filter((path) => rule!.pattern.test(path))).toEqual([
			'/a.b/',
			'/a.b/c/d',
		]);
	});
});

describe('`serve`', () => {
	it('sends the headers of each pattern that matches, the last pattern last', async () => {
		expect((await request(atRoot, '/page/')).headers).toMatchObject({
			'x-policy': 'strict',
			'cache-control': 'max-age=0',
		});
		expect((await request(atRoot, '/_astro/a.js')).headers).toMatchObject({
			'x-policy': 'strict',
			'cache-control': 'immutable',
		});
	});

	it('sends the 404 page with the headers of its pattern, never to be cached', async () => {
		for (const path of ['/nothing/', '/page.html', '/page/index', '/_headers', '/%zz', '/%00', '/..%2fsecret.txt'])
			expect(await request(atRoot, path), path).toMatchObject({
				status: 404,
				body: '<h1>Nothing here</h1>',
				headers: { 'x-policy': 'strict', 'cache-control': 'no-store' },
			});
	});

	it('redirects a page to the address that ends in a slash, with its query', async () =>
		expect(await request(atRoot, '/page?a=1?b')).toMatchObject({ status: 301, headers: { location: '/page/?a=1?b' } }));

	it('serves pages below the base path and nothing beside it', async () => {
		expect((await request(underBase, '/sub/')).body).toContain('Home');
		expect((await request(underBase, '/sub/page')).headers['location']).toBe('/sub/page/');
		for (const path of ['/', '/sub']) expect((await request(underBase, path)).headers['location'], path).toBe('/sub/');
		for (const path of ['/page/', '/subpage/', '/sub/_headers'])
			expect((await request(underBase, path)).status, path).toBe(404);
	});

	it('sends Brotli if a quality is set and the browser accepts it', async () => {
		const plain = await request(underBase, '/sub/page/');
		const compressed = await request(underBase, '/sub/page/', { 'accept-encoding': 'br' });
		expect(plain.headers['content-encoding']).toBeUndefined();
		expect(compressed.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' });
		expect(Number(compressed.headers['content-length'])).toBeLessThan(Number(plain.headers['content-length']));
	});
});
