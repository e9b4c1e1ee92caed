import { serve } from '../../.config/serve.mjs';
import * as measure from './measure.mjs';
import { evaluations, monteCarloOnce, monteCarloSteps } from './models.mjs';
import { framework, idyll } from './peer.mjs';

/** A link as readers send it: a section with somebody's settings. */
const LINK = '?m=1&rl-per-inference=1.5&gpt-levels=2&revenue=300&adoption-share=0.2#diffusion';
const SECTION = 'rl-scaling/';
/** The pages that are loaded cold: name, address, and the slider that a reader meets first. */
const COLD = [
	['/', '', '#thesis .slider input'],
	[`/${SECTION}`, SECTION, '#compute-per-level .slider input'],
	['a link', LINK, '#revenue-gap .slider input'],
];
const SLIDER = '#compute-per-level .slider input';
const PEERS_SLIDER = 'input[type="range"]';
/** What is typed beside that slider. */
const TYPED = ['1.7', '1.8', '1.9', '2.1', '2.2', '2.3', '2.4', '1.6', '1.5'];
/** How sure are we? */
const RANGES = '?seed=1';
const { median, quantile } = measure;
const kB = (bytes) => bytes / 1000;
/** Milliseconds between two frames from which on one was dropped. */
const DROPPED = 25;
/** Cold loads of each page, and of a peer's: times are noise and luck, and the middle of several less so. */
const LOADS = 5;
const PEERS_LOADS = 3;

/** The limits of a cold load in milliseconds where no peer is measured: what they came to when the goals were set. */
const WITHOUT_PEER = { first: 1289, largest: 1432, answers: 2278 };
/** The same as shares of what the lighter peer needs in the same run. */
const OF_PEER = { first: 0.9, largest: 1, answers: 0.8 };

const begun = performance.now();
const say = (what) => console.error(`… ${Math.round((performance.now() - begun) / 1000)} s: ${what}`);

async function several(times, run) {
	const results = [];
	for (let i = 0; i < times; i++) results.push(await run());
	return results;
}

async function coldly(browser, name, url, slider, times = LOADS) {
	say(`${name}, cold, ${times} times`);
	const loads = await several(times, () => measure.cold(browser, url, slider));
	const middle = (key) => median(loads.map((load) => load[key]));
	return {
		first: middle('first'),
		largest: middle('largest'),
		blocked: middle('blocked'),
		shift: Math.max(...loads.map(({ shift }) => shift)),
		answers: middle('answers'),
		moved: [...new Set(loads.flatMap(({ moved }) => moved))],
	};
}

async function interaction(browser, url, slider, rate) {
	const steps = await measure.keys(browser, url, slider, { rate });
	const gaps = await measure.drag(browser, url, slider, rate);
	return {
		settled: median(steps.settled),
		settled95: quantile(steps.settled, 0.95),
		shown95: quantile(steps.shown, 0.95),
		task: steps.task,
		dropped: gaps.filter((gap) => gap > DROPPED).length,
		frames: gaps.length,
	};
}

const number = (value) =>
	Number.isFinite(value)
		? Math.abs(value) >= 100
			? value.toFixed(0)
			: String(Number(value.toFixed(value < 1 ? 4 : 1)))
		: '–';

/** Prints rows as they come, one beside the other's peers, and keeps the names of those that are missed. */
class Table {
	missed = [];

	constructor(peers) {
		this.peers = peers;
		this.line('Metric', 'Measured', 'Limit', '', ...peers.map(({ name }) => `${name} (ratio)`));
	}

	line(name, measured, limit, verdict, ...peers) {
		console.log(
			[name.padEnd(58), measured.padStart(10), limit.padStart(10), verdict.padEnd(4), ...peers.map((p) => p.padEnd(22))]
				.join('  ')
				.trimEnd(),
		);
	}

	/** `ofPeer` finds the same thing among what was measured of a peer. */
	row(name, value, unit, { limit, ofPeer } = {}) {
		const within = limit === undefined ? '' : value <= limit ? 'pass' : 'FAIL';
		if (within === 'FAIL') this.missed.push(name);
		this.line(
			name,
			`${number(value)} ${unit}`.trim(),
			limit === undefined ? '–' : `${number(limit)} ${unit}`.trim(),
			within,
			...(ofPeer ? this.peers.map((peer) => `${number(ofPeer(peer))} (${number(value / ofPeer(peer))})`) : []),
		);
	}
}

/** A starter page of each peer, measured as ours is; without those that cannot be had. */
async function measuredPeers(browser) {
	const peers = [];
	for (const [name, make] of [
		['Idyll', idyll],
		['Framework', framework],
	]) {
		say(`a starter page of ${name}, from npm`);
		const { folder, error } = await make();
		if (error) {
			console.log(`${name} could not be had here, since ${error}.`);
			continue;
		}
		const site = await serve(folder, { quality: 11 });
		peers.push({
			name,
			cold: await coldly(browser, name, site.url, PEERS_SLIDER, PEERS_LOADS),
			step: await interaction(browser, site.url, PEERS_SLIDER, 1),
			load: await measure.weight(browser, site.url),
		});
		await site.close();
	}
	return peers;
}

/** The pages of the sitemap that readers load one by one: neither the essay itself nor what stands in a frame. */
async function sectionPages(url) {
	const base = new URL(url).pathname;
	const sitemap = await (await fetch(new URL('sitemap-0.xml', url))).text();
	return [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)]
		.map(([, address]) => new URL(address).pathname)
		.filter((path) => path !== base && !path.endsWith('/method/') && !path.includes('/embed/'));
}

async function weights(browser, url, table) {
	say('bytes');
	const { load, moved, scrolled } = await measure.bytes(browser, url);
	const sections = [];
	for (const path of await sectionPages(url))
		sections.push({ path, load: await measure.weight(browser, new URL(path, url).href) });
	const worst = sections.toSorted((a, b) => b.load.all - a.load.all)[0];
	const embed = await measure.weight(browser, new URL('embed/revenue-gap/', url).href);

	table.row('HTML of /, its style sheet in it', kB(load.html), 'kB', { limit: 114 });
	table.row('Fonts', kB(load.fonts), 'kB', { limit: 80 });
	table.row('Scripts before any interaction', kB(load.scripts), 'kB', {
		limit: 40,
		ofPeer: (peer) => kB(peer.load.scripts),
	});
	table.row('Scripts once the pointer has moved', kB(moved.scripts), 'kB');
	table.row('First load of /, all', kB(load.all), 'kB', { limit: 195, ofPeer: (peer) => kB(peer.load.all) });
	table.row('Requests of first load', load.requests, '');
	table.row('Scripts after scrolling to the end', kB(scrolled.scripts), 'kB', { limit: 100 });
	table.row(`First load of the largest page of a section (${worst.path})`, kB(worst.load.all), 'kB', { limit: 120 });
	table.row('First load of an embedded figure', kB(embed.all), 'kB', { limit: 60 });
	table.row('Requests to other origins', Math.max(scrolled.foreign, ...sections.map((page) => page.load.foreign)), '', {
		limit: 0,
	});
}

async function coldLoads(browser, url, table) {
	const lightest = (key) => {
		const idyll = table.peers.find(({ name }) => name === 'Idyll');
		return idyll ? OF_PEER[key] * idyll.cold[key] : WITHOUT_PEER[key];
	};
	for (const [name, path, slider] of COLD) {
		const page = await coldly(browser, name, new URL(path, url).href, slider);
		const row = (what, key, unit, limit) =>
			table.row(`${name}: ${what}`, page[key], unit, { limit, ofPeer: ({ cold }) => cold[key] });
		row('first paint, 4×, slow 4G', 'first', 'ms', lightest('first'));
		row('largest paint', 'largest', 'ms', lightest('largest'));
		row('blocking time', 'blocked', 'ms', 50);
		row('layout shift, the worst', 'shift', '', 0.01);
		row('first slider answers', 'answers', 'ms', lightest('answers'));
		if (page.shift > 0.01) console.log(`  what shifted: ${page.moved.slice(0, 8).join('\n  ')}`);
	}
}

async function steps(browser, url, table) {
	for (const [name, address, rate] of [
		['Step, 1×', url, 1],
		['Step, ranges, 1×', `${url}${RANGES}`, 1],
		['Step, 4×', url, 4],
	]) {
		say(`${name}: keys and a drag on /, everything awake`);
		const step = await interaction(browser, address, SLIDER, rate);
		const row = (what, key, unit, limit) =>
			table.row(`${name}: ${what}`, step[key], unit, {
				limit: rate === 1 ? limit : undefined,
				ofPeer: rate === 1 ? (peer) => peer.step[key] : undefined,
			});
		row('to the settled picture, median', 'settled', 'ms', 3);
		row('the same, 95th percentile', 'settled95', 'ms', 16);
		row('to the frame that shows it, 95th percentile', 'shown95', 'ms');
		row('main thread', 'task', 'ms', 5);
		row(`frames dropped in a drag (of ${step.frames})`, 'dropped', '', 0);
		const typed = await measure.typed(browser, address, '#compute-per-level', TYPED, rate);
		table.row(`${name}: a typed number, settled, median`, median(typed), 'ms');
	}
}

async function heap(browser, url, table) {
	say('heap over 1,000 steps, twice');
	const leaks = await measure.leaks(browser, url, SLIDER);
	table.row('Heap growth in 1,000 steps, after as many', leaks.heap, 'kB', { limit: 174 });
	table.row('Heap growth in the first 1,000 steps', leaks.fromCold, 'kB');
	table.row('Nodes grown in 1,000 steps', leaks.nodes, '', { limit: 0 });
	table.row('Listeners grown in 1,000 steps', leaks.listeners, '', { limit: 0 });
}

async function modelTimes(table) {
	say('models');
	const slowest = (await evaluations()).toSorted((a, b) => b.ms - a.ms)[0];
	table.row(`One evaluation, slowest model (${slowest.id})`, slowest.ms, 'ms', { limit: 2 });
	for (const { id, ms } of await monteCarloSteps())
		table.row(`Monte Carlo step, 10,000 draws, ${id}`, ms, 'ms', { limit: 2 });
	table.row(`10,000 draws, ${slowest.id}; off the main thread`, await monteCarloOnce(slowest.id), 'ms');
}

/** Measures and prints, each row as soon as it is known. */
export async function report(browser, url, { buildSeconds, peer }) {
	const table = new Table(peer ? await measuredPeers(browser) : []);
	table.row('Full build', buildSeconds, 's', { limit: 60 });
	await coldLoads(browser, url, table);
	await steps(browser, url, table);
	await heap(browser, url, table);
	await weights(browser, url, table);
	await modelTimes(table);
	say('done');
	console.log(table.missed.length > 0 ? `Missed: ${table.missed.join('; ')}.` : 'Nothing missed.');
	console.log('Times depend on the machine and what else it does; sizes do not.');
}
