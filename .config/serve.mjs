// A static server for the built site: what a good host does and no more. `npm start`, the browser tests and the bench use it.
import { existsSync, readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TYPES = {
	'.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8',
	'.json': 'application/json', '.webmanifest': 'application/manifest+json', '.xml': 'application/xml', '.txt': 'text/plain; charset=utf-8',
	'.csv': 'text/csv; charset=utf-8', '.bib': 'text/plain; charset=utf-8', '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg',
	'.webp': 'image/webp', '.avif': 'image/avif', '.ico': 'image/x-icon', '.woff2': 'font/woff2', '.wasm': 'application/wasm', '.pdf': 'application/pdf',
};
const COMPRESSIBLE = /^(text\/|application\/(json|manifest|xml)|image\/svg)/;

/** The rules of a `_headers` file: for each path pattern, headers to set and, after `!`, to drop. */
function headerRules(folder) {
	if (!existsSync(join(folder, '_headers'))) return [];
	const text = readFileSync(join(folder, '_headers'), 'utf8');
	const rules = [];
	for (const line of text.split(/\r?\n/).filter((line) => line.trim() && !line.startsWith('#'))) {
		if (!/^\s/.test(line)) {
			const pattern = line.trim().replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
			rules.push({ pattern: new RegExp(`^${pattern}$`), headers: [] });
			continue;
		}
		const [, drop, name, value] = line.match(/^\s+(!\s*)?([\w-]+)(?::\s*(.*))?$/) ?? [];
		if (name) rules.at(-1)?.headers.push(drop ? [name] : [name, value.trim()]);
	}
	return rules;
}

/**
 * Serves a folder under a base path, from `port` or the next free one (0: any). Reads each file anew, so that a build is
 * seen at once; keeps compressed bodies for as long as a file stays as it was.
 */
export function serve(folder, { base = '/', port = 0, quality = 5, host } = {}) {
	const root = resolve(folder);
	const prefix = `/${base.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
	const compressed = new Map();
	const encode = {
		br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
		gzip: (body) => promisify(gzip)(body),
	};

	const find = async (path) => {
		const file = resolve(root, `.${path}`);
		if (path.includes('\0') || (file !== root && !file.startsWith(root + sep))) return undefined;
		const info = await stat(file).catch(() => undefined);
		if (info?.isFile() && !path.endsWith('/')) return { file, info };
		if (!info?.isDirectory()) return undefined;
		const index = join(file, 'index.html');
		const indexInfo = await stat(index).catch(() => undefined);
		return indexInfo && (path.endsWith('/') ? { file: index, info: indexInfo } : { redirect: true });
	};

	const answer = async (request, response) => {
		if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405, { Allow: 'GET, HEAD' }).end();
		const [raw, ...query] = request.url.split('?');
		let path;
		try {
			path = decodeURIComponent(raw);
		} catch {
			return void response.writeHead(400).end();
		}
		const search = query.length > 0 ? `?${query.join('?')}` : '';
		const redirect = (to) => void response.writeHead(301, { Location: `${to}${search}` }).end();
		if (prefix !== '/' && (path === '/' || `${path}/` === prefix)) return redirect(prefix);

		const hit = path.startsWith(prefix) && path !== `${prefix}_headers` ? await find(path.slice(prefix.length - 1)) : undefined;
		// A path that starts with two slashes would be taken for another host.
		if (hit?.redirect) return redirect(`${raw.replace(/^\/{2,}/, '/')}/`);
		const file = hit?.file ?? join(root, '404.html');
		let body = await readFile(file).catch(() => Buffer.from('Not found'));
		const type = TYPES[extname(file)] ?? 'application/octet-stream';
		const headers = new Map([['content-type', type], ['vary', 'Accept-Encoding']]);
		for (const rule of headerRules(root))
			for (const [name, value] of rule.pattern.test(path) ? rule.headers : [])
				if (value === undefined) headers.delete(name.toLowerCase());
				else headers.set(name.toLowerCase(), value);
		if (!hit) headers.set('cache-control', 'no-store');

		const accepted = (request.headers['accept-encoding'] ?? '').split(',').map((part) => part.trim().split(';')[0]);
		const coding = COMPRESSIBLE.test(type) && body.length > 256 ? ['br', 'gzip'].find((name) => accepted.includes(name)) : undefined;
		if (coding) {
			const key = `${coding} ${file} ${hit?.info.mtimeMs ?? 0} ${body.length}`;
			if (!compressed.has(key)) compressed.set(key, encode[coding](body));
			body = await compressed.get(key);
			headers.set('content-encoding', coding);
		}
		headers.set('content-length', String(body.length));
		response.writeHead(hit ? 200 : 404, Object.fromEntries(headers));
		response.end(request.method === 'HEAD' ? undefined : body);
	};

	const server = createServer((request, response) => {
		answer(request, response).catch((error) => {
			console.error(error);
			response.destroy();
		});
	});
	return new Promise((done, fail) => {
		let next = port;
		server.on('error', (error) => {
			if (error.code !== 'EADDRINUSE' || next >= port + 100) return fail(error);
			server.listen(++next, host);
		});
		server.on('listening', () => {
			const { port: open } = server.address();
			done({ port: open, url: `http://localhost:${open}${prefix}`, close: () => new Promise((closed) => (server.close(closed), server.closeAllConnections())) });
		});
		server.listen(next, host);
	});
}
