import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../.config/serve.mjs';

type Site = Awaited<ReturnType<typeof serve>>;
const folder = mkdtempSync(join(tmpdir(), 'a served é '));
let atRoot: Site;
let underBase: Site;

beforeAll(async () => {
	const site = join(folder, 'site');
	mkdirSync(join(site, 'page'), { recursive: true });
	mkdirSync(join(site, '_astro'));
	mkdirSync(join(folder, 'site-not'));
	writeFileSync(join(folder, 'secret.txt'), 'secret');
	writeFileSync(join(folder, 'site-not', 'secret.txt'), 'secret');
	writeFileSync(join(site, 'index.html'), '<h1>Home</h1>');
	writeFileSync(join(site, 'page', 'index.html'), `<h1>Page</h1>${'word '.repeat(500)}`);
	writeFileSync(join(site, '404.html'), '<h1>Nothing here</h1>');
	writeFileSync(join(site, '_astro', 'a.js'), 'let a;');
	writeFileSync(join(site, 'a b.txt'), 'é');
	writeFileSync(
		join(site, '_headers'),
		'# a remark\n/*\n  X-Policy: strict\n  Cache-Control: max-age=0\n/_astro/*\n  ! Cache-Control\n  Cache-Control: immutable\n',
	);
	atRoot = await serve(site);
	underBase = await serve(site, { base: '/sub', quality: 1 });
});
afterAll(async () => {
	await Promise.all([atRoot.close(), underBase.close()]);
	rmSync(folder, { recursive: true });
});

/** A path exactly as written: fetch would tidy it first. */
const ask = (site: Site, path: string, method = 'GET', headers = {}) =>
	new Promise<{ status: number; headers: Record<string, string | undefined>; body: string }>((done, fail) => {
		request({ port: site.port, path, method, headers, host: 'localhost' }, (response) => {
			const parts: Buffer[] = [];
			response.on('data', (part: Buffer) => parts.push(part));
			response.on('end', () =>
				done({
					status: response.statusCode!,
					headers: response.headers as Record<string, string>,
					body: Buffer.concat(parts).toString(),
				}),
			);
		})
			.on('error', fail)
			.end();
	});

describe('a page', () => {
	it('has one address, with a slash at its end', async () => {
		expect((await ask(atRoot, '/page/')).body).toContain('<h1>Page');
		expect(await ask(atRoot, '/page?a=1?b')).toMatchObject({ status: 301, headers: { location: '/page/?a=1?b' } });
		for (const path of ['/page/index', '/page/index.html/', '/page/index.html/more', '/page.html'])
			expect((await ask(atRoot, path)).status, path).toBe(404);
	});
	it('is not another host’s, however its address begins', async () => {
		expect((await ask(atRoot, '//page')).headers['location'] ?? '/').not.toMatch(/^\/\//);
	});
	it('comes with its length and type and without its body when only its head is asked for', async () => {
		const [whole, head] = [await ask(atRoot, '/page/'), await ask(atRoot, '/page/', 'HEAD')];
		expect(head.body).toBe('');
		expect(head.headers['content-length']).toBe(whole.headers['content-length']);
		expect(head.headers['content-type']).toMatch(/^text\/html; ?charset=utf-8$/);
	});
	it('is not sent again to a browser that has it', async () => {
		const { headers } = await ask(atRoot, '/page/');
		expect((await ask(atRoot, '/page/', 'GET', { 'if-none-match': headers['etag'] })).status).toBe(304);
	});
});

describe('a file', () => {
	it('is found by an encoded name', async () => expect((await ask(atRoot, '/a%20b.txt')).body).toBe('é'));
	it.each([
		'/../secret.txt',
		'/%2e%2e/secret.txt',
		'/..%2fsecret.txt',
		'/page/..%5c..%5c..%5csecret.txt',
		'/../site-not/secret.txt',
		'/%00',
		'/_headers',
		'/%5fheaders',
	])('%s is not given out', async (path) => {
		const { status, body } = await ask(atRoot, path);
		expect([400, 404]).toContain(status);
		expect(body).not.toContain('secret');
	});
	it('with a broken name is refused', async () => expect((await ask(atRoot, '/%zz')).status).toBe(400));
	it('cannot be written', async () =>
		expect(await ask(atRoot, '/page/', 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } }));
});

describe('_headers', () => {
	it('is obeyed for its patterns, later ones last', async () => {
		expect((await ask(atRoot, '/page/')).headers).toMatchObject({ 'x-policy': 'strict', 'cache-control': 'max-age=0' });
		expect((await ask(atRoot, '/_astro/a.js')).headers).toMatchObject({
			'x-policy': 'strict',
			'cache-control': 'immutable',
		});
	});
	it('holds for what is not there too, which is never kept', async () => {
		expect(await ask(atRoot, '/nothing/')).toMatchObject({
			status: 404,
			body: '<h1>Nothing here</h1>',
			headers: { 'x-policy': 'strict', 'cache-control': 'no-store' },
		});
	});
});

describe('under a base path', () => {
	it('pages are below it and nothing is beside it', async () => {
		expect((await ask(underBase, '/sub/')).body).toContain('Home');
		expect((await ask(underBase, '/sub/page')).headers['location']).toBe('/sub/page/');
		for (const path of ['/', '/sub']) expect((await ask(underBase, path)).headers['location'], path).toBe('/sub/');
		for (const path of ['/page/', '/subpage/', '/sub/_headers'])
			expect((await ask(underBase, path)).status, path).toBe(404);
	});
	it('a page is compressed for who takes it, where that was asked for', async () => {
		const plain = await ask(underBase, '/sub/page/');
		const small = await ask(underBase, '/sub/page/', 'GET', { 'accept-encoding': 'br' });
		expect(plain.headers['content-encoding']).toBeUndefined();
		expect(small.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' });
		expect(Number(small.headers['content-length'])).toBeLessThan(Number(plain.headers['content-length']));
	});
});
