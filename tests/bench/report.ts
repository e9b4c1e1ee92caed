import type { Browser } from '@playwright/test';
import { serve } from '../../.config/serve.ts';
import * as measure from './measure.ts';
import { evaluations, HEADLINES, monteCarloOnce, monteCarloStep } from './models.ts';
import { framework, idyll } from './peer.ts';

const { median, quantile } = measure;

/** A link as readers send it: a section, with settings. */
const LINK = '?m=1&rl-per-inference=1.5&gpt-levels=2&revenue=300&adoption-share=0.2#diffusion';
const SECTION = 'rl-scaling/';
/** The pages that are loaded cold, each with the first slider that a reader meets. */
const COLD = [
	{ name: '/', path: '', slider: '#bake-or-learn .slider input' },
	{ name: `/${SECTION}`, path: SECTION, slider: '#compute-per-level .slider input' },
	{ name: 'a link', path: LINK, slider: '#revenue-gap .slider input' },
];
/** The page of all sections in full: every figure is awake there. */
const WHOLE = 'whole/';
const FIGURE = '#compute-per-level';
const SLIDER = `${FIGURE} .slider input`;
const PEER_SLIDER = 'input[type="range"]';
const TYPED = ['1.7', '1.8', '1.9', '2.1', '2.2', '2.3', '2.4', '1.6', '1.5'];
/** The link that shows ranges. */
const RANGES = '?seed=1';
/** Milliseconds between two frames from which one was dropped. */
const DROPPED = 25;
/** How much slower the processor is in cold loads: that of a middling phone, to which the limits apply, and of a cheap one. */
const COLD_RATES = [4, 8] as const;
/** How much slower it is while a slider moves: this machine, to which the limits apply, and a middling phone. */
const STEP_RATES = [1, 4] as const;
/** Cold loads of a page: the median of several is less noisy. */
const LOADS = 5;
const PEER_LOADS = 3;

/** Limits of a cold load in milliseconds if no peer is measured: the values of a peer when the limits were set. */
const WITHOUT_PEER = { first: 1289, largest: 1432, answers: 2278 };
/** The same limits as shares of Idyll's values in the same run. */
const SHARE_OF_PEER = { first: 0.9, largest: 1, answers: 0.8 };

const start = performance.now();
const log = (what: string) => console.error(`… ${Math.round((performance.now() - start) / 1000)} s: ${what}`);
const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error)).split('\n')[0]!;

async function coldLoads(
	browser: Browser,
	url: string,
	slider: string,
	rate: number,
	times: number,
): Promise<measure.ColdLoad> {
	const loads: measure.ColdLoad[] = [];
	for (let i = 0; i < times; i++) loads.push(await measure.cold(browser, url, slider, rate));
	const middle = (key: 'first' | 'largest' | 'blocked' | 'answers') => median(loads.map((load) => load[key]));
	return {
		first: middle('first'),
		largest: middle('largest'),
		blocked: middle('blocked'),
		answers: middle('answers'),
		shift: Math.max(...loads.map(({ shift }) => shift)),
		moved: [...new Set(loads.flatMap(({ moved }) => moved))],
	};
}

type Step = Readonly<Record<'settled' | 'settled95' | 'shown95' | 'task' | 'dropped', number>>;
async function sliderSteps(browser: Browser, url: string, slider: string, rate: number): Promise<Step> {
	const { settled, shown, task } = await measure.keys(browser, url, slider, rate);
	const gaps = await measure.drag(browser, url, slider, rate);
	return {
		settled: median(settled),
		settled95: quantile(settled, 0.95),
		shown95: quantile(shown, 0.95),
		task,
		dropped: gaps.filter((gap) => gap > DROPPED).length,
	};
}

interface Peer {
	readonly name: string;
	/** By how much slower the processor is. */
	readonly cold: Readonly<Record<(typeof COLD_RATES)[number], measure.ColdLoad>>;
	readonly step: Readonly<Record<(typeof STEP_RATES)[number], Step>>;
	readonly load: measure.Weight;
}

interface Row<Measured> {
	readonly name: string;
	readonly unit: string;
	readonly limit: number | undefined;
	readonly value: (measured: Measured) => number;
	/** The same of a peer. */
	readonly ofPeer: ((peer: Peer) => number) | undefined;
}
export const row = <Measured>(
	name: string,
	unit: string,
	limit: number | undefined,
	value: (measured: Measured) => number,
	ofPeer?: (peer: Peer) => number,
): Row<Measured> => ({ name, unit, limit, value, ofPeer });

const format = (value: number) =>
	Number.isFinite(value)
		? Math.abs(value) >= 100
			? value.toFixed(0)
			: String(Number(value.toFixed(value < 1 ? 4 : 1)))
		: '–';

/** Prints each row as soon as it is measured. A row that cannot be measured gives the reason. */
export class Table {
	readonly missed: string[] = [];
	readonly unmeasured: string[] = [];
	readonly peers: readonly Peer[];

	constructor(peers: readonly Peer[]) {
		this.peers = peers;
		this.#print('Metric', 'Measured', 'Limit', '', ...peers.map(({ name }) => `${name} (ratio)`));
	}

	#print(name: string, measured: string, limit: string, verdict: string, ...rest: readonly string[]): void {
		const cells = [name.padEnd(58), measured.padStart(10), limit.padStart(10), verdict.padEnd(4)];
		console.log([...cells, ...rest.map((cell) => cell.padEnd(22))].join('  ').trimEnd());
	}

	/** Measures, and prints the rows of the result. Never rejects. */
	async add<Measured>(
		what: string,
		measured: () => Promise<Measured>,
		rows: readonly Row<Measured>[],
	): Promise<Measured | undefined> {
		log(what);
		let result: Measured | undefined;
		let reason = '';
		try {
			result = await measured();
		} catch (error) {
			reason = `not measured: ${reasonOf(error)}`;
		}
		for (const { name, value, unit, limit, ofPeer } of rows) {
			const number = result === undefined ? NaN : value(result);
			const isMeasured = Number.isFinite(number);
			const verdict = limit === undefined || !isMeasured ? '' : number <= limit ? 'pass' : 'FAIL';
			if (verdict === 'FAIL') this.missed.push(name);
			if (!isMeasured) this.unmeasured.push(name);
			const peers = this.peers.map((peer) =>
				ofPeer ? `${format(ofPeer(peer))} (${format(number / ofPeer(peer))})` : '',
			);
			this.#print(
				name,
				`${format(number)} ${unit}`.trim(),
				limit === undefined ? '–' : `${format(limit)} ${unit}`.trim(),
				verdict,
				...peers,
				...(isMeasured ? [] : [reason || 'not measured: no change was seen']),
			);
		}
		return result;
	}
}

/** Measures at each rate, one after the other. */
async function atEach<Rate extends number, Measured>(
	rates: readonly Rate[],
	measured: (rate: Rate) => Promise<Measured>,
): Promise<Record<Rate, Measured>> {
	const found: Partial<Record<Rate, Measured>> = {};
	for (const rate of rates) found[rate] = await measured(rate);
	return found as Record<Rate, Measured>;
}

/** Measures a starter page of each peer; leaves out, with a message, one that cannot be measured. */
async function measurePeers(browser: Browser): Promise<readonly Peer[]> {
	const peers: Peer[] = [];
	for (const [name, build] of [
		['Idyll', idyll],
		['Framework', framework],
	] as const) {
		log(`a starter page of ${name}, from npm`);
		let site: Awaited<ReturnType<typeof serve>> | undefined;
		try {
			site = await serve(await build(), { quality: 11 });
			const { url } = site;
			const coldAt = (rate: number) => coldLoads(browser, url, PEER_SLIDER, rate, PEER_LOADS);
			const stepAt = (rate: number) => sliderSteps(browser, url, PEER_SLIDER, rate);
			peers.push({
				name,
				cold: await atEach(COLD_RATES, coldAt),
				step: await atEach(STEP_RATES, stepAt),
				load: await measure.weight(browser, site.url),
			});
		} catch (error) {
			console.log(`${name}: not measured: ${reasonOf(error)}`);
		} finally {
			await site?.close();
		}
	}
	return peers;
}

async function addColdLoads(table: Table, browser: Browser, url: string): Promise<void> {
	const peer = table.peers.find(({ name }) => name === 'Idyll');
	const limitOf = (key: keyof typeof WITHOUT_PEER) =>
		peer ? SHARE_OF_PEER[key] * peer.cold[4][key] : WITHOUT_PEER[key];
	for (const rate of COLD_RATES)
		for (const { name, path, slider } of COLD) {
			const cold = (what: string, key: Exclude<keyof measure.ColdLoad, 'moved'>, unit: string, limit: number) =>
				row<measure.ColdLoad>(
					`${name}, ${rate}×, slow 4G: ${what}`,
					unit,
					rate === 4 ? limit : undefined,
					(load) => load[key],
					(peer) => peer.cold[rate][key],
				);
			const measured = () => coldLoads(browser, new URL(path, url).href, slider, rate, LOADS);
			const load = await table.add(`${name}, cold, ${rate}×, ${LOADS} times`, measured, [
				cold('first paint', 'first', 'ms', limitOf('first')),
				cold('largest paint', 'largest', 'ms', limitOf('largest')),
				cold('blocking time', 'blocked', 'ms', 50),
				cold('layout shift, the worst', 'shift', '', 0.01),
				cold('first slider answers', 'answers', 'ms', limitOf('answers')),
			]);
			if (load && load.shift > 0.01) console.log(`  shifted: ${load.moved.slice(0, 8).join('\n  ')}`);
		}
}

async function addSteps(table: Table, browser: Browser, site: string): Promise<void> {
	const url = new URL(WHOLE, site).href;
	for (const [name, address, rate] of [
		['Step, 1×', url, 1],
		['Step, ranges, 1×', `${url}${RANGES}`, 1],
		['Step, 4×', url, 4],
	] as const) {
		const isTimed = rate === 1;
		const step = (what: string, key: keyof Step, unit: string, limit?: number) =>
			row<Step>(
				`${name}: ${what}`,
				unit,
				isTimed ? limit : undefined,
				(step) => step[key],
				(peer) => peer.step[rate][key],
			);
		await table.add(
			`${name}: keys and a drag on /whole/, hydrated`,
			() => sliderSteps(browser, address, SLIDER, rate),
			[
				step('to the settled picture, median', 'settled', 'ms', 3),
				step('the same, 95th percentile', 'settled95', 'ms', 16),
				step('to the frame that shows it, 95th percentile', 'shown95', 'ms'),
				step('main thread', 'task', 'ms', 5),
				step('frames dropped in a drag', 'dropped', '', 0),
			],
		);
		await table.add(`${name}: typed numbers`, () => measure.typed(browser, address, FIGURE, TYPED, rate), [
			row(`${name}: a typed number, settled, median`, 'ms', undefined, median),
		]);
	}
}

const addLeaks = (table: Table, browser: Browser, url: string) =>
	table.add('1,000 steps, twice', () => measure.leaks(browser, new URL(WHOLE, url).href, SLIDER), [
		row('Heap growth in 1,000 steps, after as many', 'kB', 174, ({ heap }) => heap),
		row('Heap growth in the first 1,000 steps', 'kB', undefined, ({ fromCold }) => fromCold),
		row('Nodes grown in 1,000 steps', '', 0, ({ nodes }) => nodes),
		row('Listeners grown in 1,000 steps', '', 0, ({ listeners }) => listeners),
	]);

/** Returns the addresses of the sections' pages. */
async function sectionPages(url: string): Promise<readonly string[]> {
	const base = new URL(url).pathname;
	const sitemap = await (await fetch(new URL('sitemap-0.xml', url))).text();
	return Array.from(sitemap.matchAll(/<loc>([^<]+)<\/loc>/g), ([, address]) => new URL(address!).pathname).filter(
		(path) => path !== base && !/\/(method|whole)\/$/.test(path) && !path.includes('/embed/'),
	);
}

async function addWeights(table: Table, browser: Browser, url: string): Promise<void> {
	const kB = (bytes: number) => bytes / 1000;
	await table.add('bytes of /', () => measure.weights(browser, url), [
		row('HTML of /, its style sheet in it', 'kB', 60, ({ load }) => kB(load.html)),
		row('Fonts', 'kB', 60, ({ load }) => kB(load.fonts)),
		row(
			'Scripts before any interaction',
			'kB',
			10,
			({ load }) => kB(load.scripts),
			({ load }) => kB(load.scripts),
		),
		row('Scripts once the pointer has moved', 'kB', undefined, ({ moved }) => kB(moved.scripts)),
		row(
			'First load of /, all',
			'kB',
			120,
			({ load }) => kB(load.all),
			({ load }) => kB(load.all),
		),
		row('Requests of first load', '', undefined, ({ load }) => load.requests),
		row('Scripts after scrolling to the end', 'kB', 100, ({ scrolled }) => kB(scrolled.scripts)),
		row('Requests of / to other origins', '', 0, ({ scrolled }) => scrolled.foreign),
	]);
	const sections = async () => {
		const pages: measure.Weight[] = [];
		for (const path of await sectionPages(url)) pages.push(await measure.weight(browser, new URL(path, url).href));
		return pages;
	};
	await table.add('bytes of the sections', sections, [
		row('First load of the largest page of a section', 'kB', 115, (pages) =>
			kB(Math.max(...pages.map(({ all }) => all))),
		),
		row('Requests of sections to other origins', '', 0, (pages) => Math.max(...pages.map(({ foreign }) => foreign))),
	]);
	await table.add('bytes of /whole/', () => measure.weight(browser, new URL(WHOLE, url).href), [
		row('First load of /whole/', 'kB', 195, ({ all }) => kB(all)),
	]);
	await table.add('bytes of an embed', () => measure.weight(browser, new URL('embed/revenue-gap/', url).href), [
		row('First load of an embedded figure', 'kB', 60, ({ all }) => kB(all)),
	]);
}

async function addModels(table: Table): Promise<void> {
	const times = await table.add('evaluations', evaluations, [
		row('One evaluation, slowest model', 'ms', 2, (all) => Math.max(...all.map(({ ms }) => ms))),
	]);
	for (const headline of HEADLINES)
		await table.add(`Monte Carlo steps of ${headline.id}`, () => monteCarloStep(headline), [
			row(`Monte Carlo step, 10,000 draws, ${headline.id}`, 'ms', 2, (ms) => ms),
		]);
	const slowest = times?.toSorted((a, b) => b.ms - a.ms)[0]?.id ?? 'forecast';
	await table.add('Monte Carlo, once', () => monteCarloOnce(slowest), [
		row(`10,000 draws, ${slowest}; off the main thread`, 'ms', undefined, (ms) => ms),
	]);
}

interface ReportOptions {
	readonly buildSeconds: number;
	/** Whether starter pages of other tools are measured too. */
	readonly hasPeers: boolean;
}

/** Measures everything and prints the table. */
export async function report(browser: Browser, url: string, { buildSeconds, hasPeers }: ReportOptions): Promise<void> {
	const table = new Table(hasPeers ? await measurePeers(browser) : []);
	await table.add('build', async () => buildSeconds, [row('Full build', 's', 60, (seconds) => seconds)]);
	await addColdLoads(table, browser, url);
	await addSteps(table, browser, url);
	await addLeaks(table, browser, url);
	await addWeights(table, browser, url);
	await addModels(table);
	log('done');
	const { missed, unmeasured } = table;
	console.log(missed.length > 0 ? `Missed: ${missed.join('; ')}.` : 'Nothing missed.');
	if (unmeasured.length > 0) console.log(`Not measured: ${unmeasured.join('; ')}.`);
	console.log('Times depend on the machine and its load; sizes do not.');
}
