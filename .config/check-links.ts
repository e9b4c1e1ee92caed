// npm run check:links: requests every external address of the built pages and lists the answers. It needs a network, so it is no
// test. A site that refuses robots is listed as “shut” and does not fail the run.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { attribute, builtFiles, elements } from '../src/build/html.ts';
import { root } from './tools.mjs';

const PARALLEL_REQUESTS = 8;
const TIMEOUT_MS = 20_000;
const REFUSED = [401, 403, 405, 406, 429, 503, 999];

const pages = await builtFiles(pathToFileURL(join(root, 'dist/')), /\.html$/);
if (pages.length === 0) {
	console.error('dist/ has no pages. First: npm run build');
	process.exit(1);
}
const addresses = [
	...new Set(
		pages.flatMap(({ text }) =>
			Array.from(elements(text))
				.filter(({ tagName }) => tagName === 'a')
				.map((element) => (attribute(element, 'href') ?? '').replace(/#.*$/, ''))
				.filter((href) => /^https?:/.test(href)),
		),
	),
].toSorted();

/** Returns the status of an address, or the code of the error. */
async function request(address: string): Promise<number | string> {
	try {
		const { status } = await fetch(address, {
			headers: { 'User-Agent': 'Mozilla/5.0 (link check)' },
			signal: AbortSignal.timeout(TIMEOUT_MS),
		});
		return status;
	} catch (error) {
		const { name, cause } = error as Error & { cause?: { code?: string } };
		return cause?.code ?? name;
	}
}

const waiting = [...addresses];
let gone = 0;
await Promise.all(
	Array.from({ length: PARALLEL_REQUESTS }, async () => {
		for (let address = waiting.shift(); address; address = waiting.shift()) {
			const answer = await request(address);
			const isReached = typeof answer === 'number' && answer < 400;
			const isGone = !isReached && !REFUSED.includes(Number(answer));
			if (isGone) gone += 1;
			console.log(`${isGone ? 'GONE' : isReached ? 'ok  ' : 'shut'} ${answer} ${address}`);
		}
	}),
);
console.log(`${addresses.length} addresses, ${gone} gone`);
process.exitCode = gone > 0 ? 1 : 0;
