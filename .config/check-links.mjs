// npm run check:links: asks every outside address that the built pages name, and lists what each answers. It needs a network, so
// it is no test; a site that turns robots away (401, 403, 429, 999) is listed and not counted as gone.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { attribute, builtFiles, elements } from '../src/build/html.ts';
import { root } from './tools.mjs';

const AT_ONCE = 8;
const PATIENCE = 20_000;
const TURNED_AWAY = [401, 403, 405, 406, 429, 503, 999];

const pages = await builtFiles(pathToFileURL(join(root, 'dist/')), /\.html$/);
if (pages.length === 0) {
	console.error('There is no built site to read. First: npm run build');
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

/** What an address answers: its status, or why there was none. */
async function ask(address) {
	try {
		const { status } = await fetch(address, {
			headers: { 'User-Agent': 'Mozilla/5.0 (link check)' },
			signal: AbortSignal.timeout(PATIENCE),
		});
		return status;
	} catch (error) {
		return error.cause?.code ?? error.name;
	}
}

const waiting = [...addresses];
let gone = 0;
await Promise.all(
	Array.from({ length: AT_ONCE }, async () => {
		for (let address = waiting.shift(); address; address = waiting.shift()) {
			const answer = await ask(address);
			const isGone = !(answer < 400) && !TURNED_AWAY.includes(answer);
			if (isGone) gone += 1;
			console.log(`${isGone ? 'GONE' : answer < 400 ? 'ok  ' : 'shut'} ${answer} ${address}`);
		}
	}),
);
console.log(`${addresses.length} addresses, ${gone} gone`);
process.exitCode = gone > 0 ? 1 : 0;
