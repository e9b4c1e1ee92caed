import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { attribute, elements } from '../../src/build/html.ts';
import { serve } from '../../.config/serve.ts';
import { root, runTool } from '../../.config/tools.mjs';
import { atLength, embedPages, expect, formerEmbedPages, pages, test, wake } from './site.ts';

const hrefs = (page: Page) =>
	page.evaluate(() =>
		[...document.querySelectorAll<HTMLAnchorElement | HTMLLinkElement>('a[href], link[href]')].map((link) => link.href),
	);

test('every internal link has a target, and every id is unique on its page', async ({ origin, request }) => {
	const idsOf = new Map<string, ReadonlySet<string>>();
	const links = new Map<string, string>();
	for (const { path, html } of pages) {
		const address = new URL(path, origin).href;
		const all = [...elements(html)];
		const ids = all.flatMap((element) => attribute(element, 'id') ?? []);
		expect(
			ids.filter((id, i) => ids.indexOf(id) !== i),
			`ids of /${path}`,
		).toEqual([]);
		idsOf.set(address, new Set(ids));
		for (const element of all.filter(({ tagName }) => tagName === 'a' || tagName === 'link')) {
			const href = attribute(element, 'href');
			const target = href !== undefined && new URL(href, address).href;
			if (target && target.startsWith(origin)) links.set(target, path);
		}
	}
	const requested = new Set<string>();
	for (const [href, from] of links) {
		const [address, hash] = href.split('#') as [string, string?];
		if (!requested.has(address)) expect((await request.get(address)).status(), `${href} on /${from}`).toBe(200);
		requested.add(address);
		if (hash) expect(idsOf.get(address)?.has(decodeURIComponent(hash)), `${href} on /${from}`).toBe(true);
	}
	expect(links.size).toBeGreaterThan(pages.length);
});

test('an unknown address gets the 404 page with status 404', async ({ origin, request }) => {
	const response = await request.get(new URL('nothing/here', origin).href);
	expect(response.status()).toBe(404);
	expect(await response.text()).toContain('There is nothing at this address');
});

// That no page violates its policy is tested where every page is opened, with all that it has (access.spec.ts).
test('every page has a policy without exceptions that it may be framed by itself alone', async ({
	origin,
	request,
}) => {
	for (const { path } of pages) {
		const headers = (await request.get(new URL(path, origin).href)).headers();
		expect(headers['content-security-policy'], path).toContain("frame-ancestors 'self'");
		expect(headers['content-security-policy'], path).not.toContain('unsafe');
		expect(headers['x-content-type-options'], path).toBe('nosniff');
	}
});

test(
	'a build under a base path, in a folder with a space and an é, links only below that path',
	atLength,
	async ({ page, context }) => {
		test.slow();
		const folder = join(mkdtempSync(join(tmpdir(), 'built-')), 'missing learner é');
		for (const name of ['astro.config.mjs', 'package.json', 'tsconfig.json', 'src', 'content', 'public'])
			cpSync(join(root, name), join(folder, name), { recursive: true });
		symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
		expect(await runTool('astro', ['build'], { cwd: folder, env: { BASE: '/sub/' }, stdio: 'ignore' })).toBe(0);
		const dist = join(folder, 'dist');
		const server = await serve(dist, { base: '/sub/' });
		const missing: string[] = [];
		context.on('response', (response) => response.status() >= 400 && missing.push(response.url()));
		try {
			const ours = (readdirSync(dist, { recursive: true }) as string[]).filter((name) => name.endsWith('index.html'));
			expect(ours).toHaveLength(pages.length - 1 + embedPages.length + formerEmbedPages.length);
			for (const file of ours) {
				const outside = [
					...readFileSync(join(dist, file), 'utf8').matchAll(/\s(?:href|src|component-url|renderer-url)="(\/[^"]*)"/g),
				]
					.map(([, href]) => href!)
					.filter((href) => !href.startsWith('/sub/'));
				expect(outside, file).toEqual([]);
			}
			await page.goto(`${server.url}?rl-per-inference=1.5`);
			await wake(page);
			for (const href of await hrefs(page))
				if (href.startsWith(new URL(server.url).origin)) expect(href).toContain('/sub/');
			await expect(page.locator('.reader-bar')).toBeVisible();
			await page.locator('.section-head a').first().click();
			await expect(page).toHaveURL(/\/sub\/[\w-]+\/\?m=3&rl-per-inference=1\.5$/);
			expect(missing).toEqual([]);
		} finally {
			await server.close();
			rmSync(join(folder, '..'), { recursive: true, force: true });
		}
	},
);
