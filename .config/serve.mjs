// The built site as a good host serves it: sirv, and the few things that a host does and sirv leaves to whoever uses it (the
// rules of `_headers`, a base path, one address a page, the page for what is not there). `npm start`, the browser tests and the
// bench use it.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import sirv from 'sirv';

/** The rules of a `_headers` file: for each path pattern, headers to set and, after `!`, to drop. */
function headerRules(folder) {
	if (!existsSync(join(folder, '_headers'))) return [];
	const text = readFileSync(join(folder, '_headers'), 'utf8');
	const rules = [];
	for (const line of text.split(/\r?\n/).filter((line) => line.trim() && !line.startsWith('#'))) {
		if (!/^\s/.test(line)) {
			const pattern = line
				.trim()
				.replace(/[.+?^${}()|[\]\\]/g, '\\$&')
				.replaceAll('*', '.*');
			rules.push({ pattern: new RegExp(`^${pattern}$`), headers: [] });
			continue;
		}
		const [, drop, name, value] = line.match(/^\s+(!\s*)?([\w-]+)(?::\s*(.*))?$/) ?? [];
		if (name) rules.at(-1)?.headers.push(drop ? [name] : [name, value.trim()]);
	}
	return rules;
}

/** A name below a file is no folder, which older Nodes say by throwing. */
function isFolder(path) {
	try {
		return statSync(path).isDirectory();
	} catch {
		return false;
	}
}

/** Puts beside each text what a host would send of it to a browser that takes Brotli. */
async function compress(folder, quality) {
	const names = (await readdir(folder, { recursive: true })).filter((name) =>
		/\.(html|css|js|xml|txt|csv|svg|json)$/.test(name),
	);
	await Promise.all(
		names.map(async (name) => {
			const file = join(folder, name);
			const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
			await writeFile(`${file}.br`, await promisify(brotliCompress)(await readFile(file), { params }));
		}),
	);
}

/**
 * Serves a folder under a base path, from `port` or the next free one (0: any). A build is seen at once. Nothing is compressed,
 * since nobody far away reads from here, unless the bench asks for a `quality` of Brotli to weigh what a reader would get.
 *
 * @param {string} folder
 * @param {{ base?: string, port?: number, quality?: number, host?: string }} [options]
 */
export async function serve(folder, { base = '/', port = 0, quality, host } = {}) {
	const root = resolve(folder);
	const prefix = `/${base.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
	if (quality) await compress(root, quality);

	const setHeaders = (response, path) => {
		for (const rule of headerRules(root))
			for (const [name, value] of rule.pattern.test(path) ? rule.headers : [])
				if (value === undefined) response.removeHeader(name);
				else response.setHeader(name, value);
	};
	// sirv would also answer for a page under the names that a host has no page under; exact files are all that it is asked for.
	const files = sirv(root, {
		dev: true,
		etag: true,
		extensions: [],
		brotli: Boolean(quality),
		setHeaders: (response) => setHeaders(response, response.req.originalPath),
	});

	const answer = (request, response) => {
		if (request.method !== 'GET' && request.method !== 'HEAD')
			return void response.writeHead(405, { Allow: 'GET, HEAD' }).end();
		const [path, ...query] = request.url.split('?');
		let words;
		try {
			words = decodeURIComponent(path);
		} catch {
			return void response.writeHead(400).end();
		}
		const redirect = (to) => void response.writeHead(301, { Location: [to, ...query].join('?') }).end();
		if (prefix !== '/' && (path === '/' || `${path}/` === prefix)) return redirect(prefix);

		const notFound = () => {
			setHeaders(response, words);
			const page = join(root, '404.html');
			response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
			response.end(existsSync(page) ? readFileSync(page) : 'Not found');
		};
		if (!path.startsWith(prefix) || words === `${prefix}_headers` || words.includes('\0')) return notFound();
		const inside = path.slice(prefix.length - 1);
		const wanted = join(root, words.slice(prefix.length - 1));
		const isPage = (wanted + sep).startsWith(root + sep) && isFolder(wanted);
		// A path that starts with two slashes would be taken for another host.
		if (isPage && !path.endsWith('/')) return redirect(`${path.replace(/^\/{2,}/, '/')}/`);
		if (!isPage && path.endsWith('/')) return notFound();
		request.originalPath = words;
		request.url = isPage ? `${inside}index.html` : inside;
		files(request, response, notFound);
	};

	const server = createServer(answer);
	return new Promise((done, fail) => {
		let next = port;
		server.on('error', (error) => {
			if (error.code !== 'EADDRINUSE' || next >= port + 100) return fail(error);
			server.listen(++next, host);
		});
		server.on('listening', () => {
			const { port: open } = server.address();
			done({
				port: open,
				url: `http://localhost:${open}${prefix}`,
				close: () => new Promise((closed) => (server.close(closed), server.closeAllConnections())),
			});
		});
		server.listen(next, host);
	});
}
