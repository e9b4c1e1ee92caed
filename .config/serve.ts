// Serves the built site for `npm start`, the browser tests and the bench: sirv, with the rules of `_headers`, a base path and the
// 404 page.
import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import sirv from 'sirv';

interface HeaderRule {
	readonly pattern: RegExp;
	/** Headers to set; to drop, if the value is undefined. */
	readonly headers: [name: string, value: string | undefined][];
}

/** Parses a `_headers` file: path patterns, and below each the headers to set or, after `!`, to drop. */
export function headerRules(text: string): readonly HeaderRule[] {
	const rules: HeaderRule[] = [];
	for (const line of text.split(/\r?\n/).filter((line) => line.trim() && !line.startsWith('#'))) {
		const [, drop, name, value = ''] = /^\s+(!\s*)?([\w-]+)(?::\s*(.*))?$/.exec(line) ?? [];
		if (name) rules.at(-1)?.headers.push([name, drop ? undefined : value.trim()]);
		else {
			const pattern = line
				.trim()
				.replace(/[.+?^${}()|[\]\\]/g, '\\$&')
				.replaceAll('*', '.*');
			rules.push({ pattern: new RegExp(`^${pattern}$`), headers: [] });
		}
	}
	return rules;
}

/** Writes a `.br` file beside each text file, as a host would compress it. */
async function compress(folder: string, quality: number): Promise<void> {
	const names = await readdir(folder, { recursive: true });
	await Promise.all(
		names
			.filter((name) => /\.(html|css|js|xml|txt|csv|svg|json)$/.test(name))
			.map(async (name) => {
				const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
				const text = await readFile(join(folder, name));
				await writeFile(join(folder, `${name}.br`), await promisify(brotliCompress)(text, { params }));
			}),
	);
}

interface ServeOptions {
	/** Path that the site lives under. */
	readonly base?: string | undefined;
	/** The next free port is taken if this one is in use; 0 is any. */
	readonly port?: number;
	/** Brotli quality; files are sent uncompressed if there is none. */
	readonly quality?: number;
}

/** Serves a folder; resolves when the server listens. The next request after a build gets the new files. */
export async function serve(folder: string, { base = '/', port = 0, quality }: ServeOptions = {}) {
	const root = resolve(folder);
	const prefix = `/${base}/`.replace(/\/+/g, '/');
	if (quality !== undefined) await compress(root, quality);
	// Without extensions sirv serves exact file names; otherwise it would serve a page under several addresses.
	const files = sirv(root, { dev: true, etag: true, extensions: [], brotli: quality !== undefined });
	const textOf = (name: string) => {
		const file = join(root, name);
		return existsSync(file) ? readFileSync(file, 'utf8') : '';
	};

	const server = createServer((request, response) => {
		if (request.method !== 'GET' && request.method !== 'HEAD')
			return void response.writeHead(405, { Allow: 'GET, HEAD' }).end();
		const url = URL.parse(request.url ?? '/', 'http://localhost');
		if (!url) return void response.writeHead(400).end();
		const { pathname, search } = url;
		for (const [name, value] of headerRules(textOf('_headers'))
			.filter(({ pattern }) => pattern.test(pathname))
			.flatMap(({ headers }) => headers))
			if (value === undefined) response.removeHeader(name);
			else response.setHeader(name, value);

		const redirect = (path: string) => void response.writeHead(301, { Location: path + search }).end();
		const notFound = () => {
			response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
			response.end(textOf('404.html'));
		};
		if (prefix !== '/' && (pathname === '/' || `${pathname}/` === prefix)) return redirect(prefix);
		if (!pathname.startsWith(prefix) || pathname === `${prefix}_headers`) return notFound();
		const path = pathname.slice(prefix.length - 1);
		const isPage = existsSync(join(root, path, 'index.html'));
		if (isPage && !path.endsWith('/')) return redirect(`${pathname}/`);
		if (!isPage && path.endsWith('/')) return notFound();
		request.url = isPage ? `${path}index.html` : path;
		files(request, response, notFound);
	});

	return new Promise<{ port: number; url: string; close: () => Promise<void> }>((done, fail) => {
		let next = port;
		server.on('error', (error: NodeJS.ErrnoException) => {
			if (error.code === 'EADDRINUSE' && next < port + 100) server.listen(++next);
			else fail(error);
		});
		server.on('listening', () => {
			const { port: open } = server.address() as AddressInfo;
			done({
				port: open,
				url: `http://localhost:${open}${prefix}`,
				close: () =>
					new Promise((closed) => {
						server.close(() => closed());
						server.closeAllConnections();
					}),
			});
		});
		server.listen(next);
	});
}
