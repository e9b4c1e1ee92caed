// npm run test:engines: the built site in every engine that can be had here. Says what it left out.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { checksOf } from '../tests/engines/checks.mjs';
import { openChromium, openFirefox, openWebKit } from '../tests/engines/drivers.mjs';
import { browser, browserArgs } from './browser.mjs';
import { serve } from './serve.mjs';
import { root } from './tools.mjs';

const dist = join(root, 'dist');
const folders = (path) =>
	readdirSync(join(dist, path), { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && readdirSync(join(dist, path, entry.name)).includes('index.html'))
		.map(({ name }) => `${path}${name}/`);
const sections = folders('').filter((path) => path !== 'method/');
const checks = checksOf(sections, folders('embed/'), (path) => readFileSync(join(dist, path, 'index.html'), 'utf8'));
const only = process.argv[2];

const server = await serve(dist);
const ENGINES = [
	['chromium', async () => openChromium(await browser({ isWhole: true }), browserArgs)],
	['firefox', openFirefox],
	['webkit', openWebKit],
];
/** What the first engine answered, by check. */
const expected = new Map();
const leftOut = [];
let [passed, failed] = [0, 0];

for (const [name, start] of ENGINES) {
	const driver = await start().catch((error) => void console.error(`${name} would not start: ${error.message}`));
	if (!driver) {
		leftOut.push(`${name}: none that starts is here`);
		continue;
	}
	const face = {
		...driver,
		open: (path) => driver.open(path.startsWith('http') ? path : new URL(path.replace(/^\?/, './?'), server.url).href),
	};
	for (const check of checks.filter((one) => !only || one.name.includes(only))) {
		// Nothing is left of the check before: neither what it kept, nor what it was still fetching.
		await driver.ask(() => localStorage.clear()).catch(() => undefined);
		await driver.open('about:blank');
		driver.complaints();
		try {
			const answer = await check.run(face);
			const complaints = (driver.complaints() ?? []).filter((text) => !/404/.test(text));
			if (complaints.length > 0) throw new Error(complaints.join('; '));
			if (answer?.wrong?.length || answer?.shapes)
				throw new Error(`wrong on the page: ${JSON.stringify(answer.wrong)}`);
			if (!expected.has(check)) expected.set(check, answer);
			else if (!isDeepStrictEqual(answer, expected.get(check)))
				throw new Error(`other than in ${ENGINES[0][0]}: ${difference(expected.get(check), answer)}`);
			passed++;
			console.log(`✓ ${name}: ${check.name}`);
		} catch (error) {
			failed++;
			console.log(`✗ ${name}: ${check.name}\n  ${error.message}`);
		}
	}
	if (driver.complaints() === undefined)
		leftOut.push(`${name}: errors in the console, which its driver does not report`);
	await driver.close();
}
await server.close();

/** The first place where two answers part. */
function difference(a, b, path = '') {
	if (typeof a === 'object' && a !== null && typeof b === 'object' && b !== null) {
		for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
			const found = difference(a[key], b[key], `${path}.${key}`);
			if (found) return found;
		}
		return undefined;
	}
	return Object.is(a, b) ? undefined : `${path}: ${JSON.stringify(b)}, not ${JSON.stringify(a)}`.slice(0, 400);
}

for (const line of leftOut) console.log(`left out: ${line}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
