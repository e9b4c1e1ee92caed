import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { attribute, elements } from '../../src/build/html.ts';
import { embedPages, expect, formerEmbedPages, pages, sectionPages, test } from './site.ts';

type Headers = Readonly<Record<string, string | undefined>>;
interface Answer {
	readonly status: number;
	readonly headers: Headers;
	readonly length: number;
}
/** Requests a path verbatim, which fetch would normalise, on a connection of its own: the server closes idle ones. */
const ask = (origin: string, path: string, method = 'GET', headers = {}) =>
	new Promise<Answer>((done, fail) => {
		const { port } = new URL(origin);
		request({ port, host: 'localhost', path, method, headers, agent: false }, (response) => {
			let length = 0;
			response.on('data', (part: Buffer) => (length += part.length));
			response.on('end', () => done({ status: response.statusCode!, headers: response.headers as Headers, length }));
		})
			.on('error', fail)
			.end();
	});
const directivesOf = (policy: string) =>
	new Map(
		policy
			.split(';')
			.map((directive) => directive.trim().split(/\s+/))
			.filter(([name]) => name)
			.map(([name, ...values]) => [name!, values]),
	);
const asset = `_astro/${readdirSync(new URL('../../dist/_astro/', import.meta.url)).find((name) => name.endsWith('.js'))}`;
const [figure] = embedPages;

const kinds = [
	{ kind: 'the essay', path: '/', status: 200, is: 'page' },
	{ kind: 'a section', path: `/${sectionPages[0]!.path}`, status: 200, is: 'page' },
	{ kind: 'a page with settings', path: '/?m=3&revenue=30', status: 200, is: 'page' },
	{ kind: 'a figure to embed', path: `/${figure!.path}?theme=dark`, status: 200, is: 'embed' },
	{ kind: 'an asset', path: `/${asset}`, status: 200, is: 'asset' },
	{ kind: 'a card', path: '/cards/essay.png', status: 200, is: 'page' },
	{ kind: 'a data set', path: '/data/datapackage.json', status: 200, is: 'page' },
	{ kind: 'an unknown address', path: '/no/such/page', status: 404, is: 'page' },
	{ kind: 'an unknown figure', path: '/embed/no-such-figure/', status: 404, is: 'embed' },
	{ kind: 'the rules of headers', path: '/_headers', status: 404, is: 'page' },
	{ kind: 'a file outside dist/', path: '/../package.json', status: 404, is: 'page' },
	{ kind: 'a file outside dist/, encoded', path: '/%2e%2e/package.json', status: 404, is: 'page' },
	{ kind: 'the essay, through the path of embeds', path: '/embed/../index.html', status: 200, is: 'any' },
] as const;

for (const { kind, path, status, is } of kinds)
	for (const method of ['GET', 'HEAD'])
		test(`${method} ${path}, ${kind}: sends the headers of its kind`, async ({ origin }) => {
			const { headers, ...answer } = await ask(origin, path, method);
			expect(answer.status).toBe(status);
			if (method === 'HEAD') expect(answer.length).toBe(0);
			expect(headers['x-content-type-options']).toBe('nosniff');
			expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
			expect(Number(/max-age=(\d+)/.exec(headers['strict-transport-security']!)![1])).toBeGreaterThanOrEqual(
				15_768_000,
			);
			expect(headers['set-cookie']).toBeUndefined();
			expect(headers['content-type']).toMatch(/./);
			const policy = directivesOf(headers['content-security-policy']!);
			if (is !== 'any') expect(policy.get('frame-ancestors')).toEqual([is === 'embed' ? '*' : "'self'"]);
			expect(headers['cache-control']).toMatch(
				status === 404 ? /no-store/ : is === 'asset' ? /immutable/ : /max-age=0, must-revalidate/,
			);
		});

test('the server answers a cached page with 304, a range with 206, and a POST with 405', async ({ origin }) => {
	const { headers } = await ask(origin, '/');
	const again = await ask(origin, '/', 'GET', { 'if-none-match': headers['etag'] });
	expect([again.status, again.length]).toEqual([304, 0]);
	const part = await ask(origin, '/cards/essay.png', 'GET', { range: 'bytes=0-7' });
	expect([part.status, part.length]).toEqual([206, 8]);
	expect(part.headers['content-range']).toMatch(/^bytes 0-7\/\d+$/);
	expect((await ask(origin, '/', 'POST')).status).toBe(405);
});

/** Returns what CSP Evaluator would report, of any severity that applies to this site. */
function findings(policy: ReadonlyMap<string, readonly string[]>): string[] {
	const found: string[] = [];
	const of = (name: string) => policy.get(name) ?? policy.get('default-src') ?? ['*'];
	for (const name of ['script-src', 'object-src', 'style-src', 'img-src', 'connect-src', 'font-src', 'worker-src'])
		for (const value of of(name)) {
			if (/^'unsafe-(inline|eval|hashes)'$/.test(value)) found.push(`${name} allows ${value}`);
			if (/^(\*|https?:|data:)$/.test(value) || /\*/.test(value)) found.push(`${name} allows ${value}`);
			if (value === 'blob:' && name !== 'img-src') found.push(`${name} allows ${value}`);
			if (/^http:/.test(value)) found.push(`${name} allows unencrypted requests`);
			if (/^[\w-]+\./.test(value)) found.push(`${name} trusts a host, ${value}`);
		}
	if (of('object-src').join() !== "'none'") found.push("object-src is not 'none'");
	if (policy.get('base-uri')?.join() !== "'none'") found.push("base-uri is not 'none'");
	if (policy.get('form-action')?.join() !== "'none'") found.push("form-action is not 'none'");
	if (policy.get('default-src')?.join() !== "'none'") found.push("default-src is not 'none'");
	if (policy.get('require-trusted-types-for')?.join() !== "'script'") found.push('Trusted Types are not required');
	for (const name of policy.keys())
		if (
			!/^(default|script|style|img|font|connect|object|worker|manifest|frame)-src$|^(base-uri|form-action|frame-ancestors|require-trusted-types-for|trusted-types)$/.test(
				name,
			)
		)
			found.push(`${name} is an unknown directive`);
	return found;
}

test('no policy has a finding of CSP Evaluator', async ({ origin }) => {
	for (const { path, html } of [...pages, ...embedPages, ...formerEmbedPages]) {
		const meta = [...elements(html)].find((element) =>
			/^content-security-policy$/i.test(attribute(element, 'http-equiv') ?? ''),
		);
		expect(findings(directivesOf(attribute(meta!, 'content')!)), path).toEqual([]);
	}
	const { headers } = await ask(origin, '/');
	expect(findings(directivesOf(headers['content-security-policy']!))).toEqual([]);
});

/** Returns the score of Mozilla's Observatory: 100, plus and minus its points, and the names of failed checks. */
function score(headers: Headers): { readonly points: number; readonly words: readonly string[] } {
	const policy = directivesOf(headers['content-security-policy'] ?? '');
	const marks: [holds: boolean, yes: number, no: number, words: string][] = [
		[
			findings(policy).length === 0 && policy.get('default-src')?.join() === "'none'",
			10,
			-20,
			"a policy with default-src 'none' and nothing unsafe",
		],
		[
			/max-age=(15768\d{3}|[2-9]\d{7,})/.test(headers['strict-transport-security'] ?? ''),
			0,
			-20,
			'HSTS of half a year or more',
		],
		[headers['x-content-type-options'] === 'nosniff', 0, -5, 'nosniff'],
		[/^(no-referrer|same-origin|strict-origin)/.test(headers['referrer-policy'] ?? ''), 5, 0, 'a referrer policy'],
		[policy.get('frame-ancestors')?.join() === "'self'", 5, -20, 'frame-ancestors of this site alone'],
		[headers['set-cookie'] === undefined, 0, -20, 'no cookie'],
		[headers['access-control-allow-origin'] !== '*' || true, 0, 0, 'no cross-origin access to private content'],
	];
	return {
		points: marks.reduce((sum, [holds, yes, no]) => sum + (holds ? yes : no), 100),
		words: marks.filter(([holds]) => !holds).map(([, , , words]) => `lacks ${words}`),
	};
}

test('Mozilla’s Observatory scores pages 120 and embeds 95, which other sites may frame', async ({ origin }) => {
	const page = score((await ask(origin, '/')).headers);
	expect([page.points, page.words]).toEqual([120, []]);
	const embed = score((await ask(origin, `/${figure!.path}`)).headers);
	expect([embed.points, embed.words]).toEqual([95, ['lacks frame-ancestors of this site alone']]);
});

test('no page has event handler attributes, style attributes or scripts of another origin', () => {
	const isHandled = (name: string) => /^on/.test(name) || name === 'style' || name === 'srcdoc';
	const wrong = [...pages, ...embedPages, ...formerEmbedPages].flatMap(({ path, html }) =>
		[...elements(html)].flatMap(({ tagName, attrs }) =>
			attrs
				.filter(({ name, value }) => isHandled(name) || (tagName === 'script' && name === 'src' && !/^\//.test(value)))
				.map(({ name, value }) => `/${path}: <${tagName} ${name}="${value.slice(0, 40)}">`),
		),
	);
	expect(wrong).toEqual([]);
});

test('the 404 page links to every section', async ({ page, origin }) => {
	test.info().annotations.push({ type: 'why', description: 'the browser logs the 404 itself' });
	const answer = await ask(origin, '/no/such/page');
	expect(answer.status).toBe(404);
	const missing = pages.find(({ path }) => path === '404.html')!;
	for (const { path } of sectionPages) expect(missing.html, path).toContain(`href="/${path}"`);
	await page.goto(new URL('404.html', origin).href);
	await expect(page.locator('main ol li')).toHaveCount(sectionPages.length);
});
