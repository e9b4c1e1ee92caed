import { serve } from '../../.config/serve.mjs';
import * as measure from './measure.mjs';
import { evaluations, monteCarloOnce, monteCarloSteps } from './models.mjs';
import { framework } from './peer.mjs';

/** A link as readers send it: a section with somebody's settings. */
const LINK = '?m=1&rl-per-inference=1.5&gpt-levels=2&revenue=300&adoption-share=0.2#diffusion';
const SECTION = 'rl-scaling/';
/** The pages that are loaded cold: name, address, and the slider that a reader meets first. */
const COLD = [
	['/', '', '#thesis .slider input'],
	[`/${SECTION}`, SECTION, '#compute-per-level .slider input'],
	['a link with settings', LINK, '#revenue-gap .slider input'],
];
const SLIDER = '#compute-per-level .slider input';
/** How sure are we? */
const RANGES = '?seed=1';
const { median, quantile } = measure;
const kB = (bytes) => bytes / 1000;
/** Milliseconds between two frames from which on one was dropped. */
const DROPPED = 25;
/** Cold loads of each page: times are noise and luck, and the middle of several less so. */
const LOADS = 5;

const say = (what) => console.error(`… ${what}`);

async function several(times, run) {
	const results = [];
	for (let i = 0; i < times; i++) results.push(await run());
	return results;
}

async function coldly(browser, name, url, slider) {
	say(`${name}, cold, ${LOADS} times`);
	const loads = await several(LOADS, () => measure.cold(browser, url, slider));
	const middle = (key) => median(loads.map((load) => load[key]));
	return {
		first: middle('first'),
		largest: middle('largest'),
		blocked: middle('blocked'),
		shift: Math.max(...loads.map(({ shift }) => shift)),
		answers: middle('answers'),
		moved: loads.flatMap(({ moved }) => moved),
	};
}

async function interaction(browser, url, slider, rates = [1, 4]) {
	const byRate = [];
	for (const rate of rates) {
		const steps = await measure.keys(browser, url, slider, { rate });
		const gaps = await measure.drag(browser, url, slider, rate);
		byRate.push({
			rate,
			settled: median(steps.settled),
			settled95: quantile(steps.settled, 0.95),
			shown95: quantile(steps.shown, 0.95),
			task: steps.task,
			dropped: gaps.filter((gap) => gap > DROPPED).length,
			frames: gaps.length,
		});
	}
	return byRate;
}

const number = (value) =>
	Number.isFinite(value)
		? Math.abs(value) >= 100
			? value.toFixed(0)
			: String(Number(value.toFixed(value < 1 ? 4 : 1)))
		: '–';

/** Rows of name, value, unit, limit (or none), and what a peer measured in the same run (or none). Returns the names of what is missed. */
function print(rows) {
	const cells = rows.map(([name, value, unit, limit, peer]) => [
		name,
		`${number(value)} ${unit}`.trim(),
		limit === undefined ? '–' : `${number(limit)} ${unit}`.trim(),
		peer === undefined ? '' : `${number(peer)}, ratio ${peer ? (value / peer).toFixed(2) : '–'}`,
		limit === undefined ? '' : value <= limit ? 'pass' : 'FAIL',
	]);
	const head = ['Metric', 'Measured', 'Limit', 'Peer', ''];
	const width = head.map((title, i) => Math.max(title.length, ...cells.map((row) => row[i].length)));
	const line = (row) =>
		row
			.map((cell, i) => (i === 1 || i === 2 ? cell.padStart(width[i]) : cell.padEnd(width[i])))
			.join('  ')
			.trimEnd();
	console.log([line(head), width.map((n) => '─'.repeat(n)).join('  '), ...cells.map(line)].join('\n'));
	return cells.filter((row) => row[4] === 'FAIL').map(([name]) => name);
}

/** Observable Framework's starter page, measured as ours is; undefined where it cannot be had. */
async function beside(browser) {
	say('a starter page of Observable Framework, from npm');
	const { folder, error } = await framework();
	if (error) {
		console.log(`No peer: Observable Framework could not be had here, since ${error}.`);
		return undefined;
	}
	const site = await serve(folder, { quality: 11 });
	const slider = 'input[type="range"]';
	const theirs = {
		cold: await coldly(browser, 'the peer', site.url, slider),
		steps: await interaction(browser, site.url, slider),
		leaks: await measure.leaks(browser, site.url, slider),
		bytes: await measure.bytes(browser, site.url),
	};
	await site.close();
	return theirs;
}

export async function report(browser, url, { buildSeconds, peer }) {
	say('bytes');
	const { load, moved, scrolled } = await measure.bytes(browser, url);
	const sitemap = await (await fetch(new URL('sitemap-0.xml', url))).text();
	const base = new URL(url).pathname;
	const others = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)]
		.map(([, address]) => new URL(address).pathname)
		.filter((path) => path !== base && !path.endsWith('/method/') && !path.includes('/embed/'));
	const sections = [];
	for (const path of others) sections.push({ path, ...(await measure.bytes(browser, new URL(path, url).href)) });
	const worst = sections.toSorted((a, b) => b.load.all - a.load.all)[0];
	const embed = await measure.bytes(browser, new URL('embed/revenue-gap/', url).href);

	const colds = [];
	for (const [name, path, slider] of COLD)
		colds.push({ name, ...(await coldly(browser, name, new URL(path, url).href, slider)) });
	say('keys and drags on /, everything awake');
	const plain = await interaction(browser, url, SLIDER);
	say('the same with ranges on');
	const ranged = await interaction(browser, `${url}${RANGES}`, SLIDER, [1]);
	say('heap over 1,000 steps');
	const leaks = await measure.leaks(browser, url, SLIDER);
	const theirs = peer ? await beside(browser) : undefined;
	say('models');
	const models = (await evaluations()).toSorted((a, b) => b.ms - a.ms);
	const steps = await monteCarloSteps();

	const missed = print([
		['HTML of /, its style sheet in it', kB(load.html), 'kB', 114],
		['Fonts', kB(load.fonts), 'kB', 80],
		['Scripts before any interaction', kB(load.scripts), 'kB', 40, theirs && kB(theirs.bytes.load.scripts)],
		['Scripts once the pointer has moved', kB(moved.scripts), 'kB'],
		['First load of /, all', kB(load.all), 'kB', 195, theirs && kB(theirs.bytes.load.all)],
		['Requests of first load', load.requests, ''],
		['Scripts after scrolling to the end', kB(scrolled.scripts), 'kB', 100],
		[`First load of the largest section page, all (${worst.path})`, kB(worst.load.all), 'kB', 120],
		['First load of an embedded figure, all', kB(embed.load.all), 'kB', 60],
		[
			'Requests to other origins',
			Math.max(load.foreign, scrolled.foreign, ...sections.map((page) => page.scrolled.foreign)),
			'',
			0,
		],
		...colds.flatMap(({ name, first, largest, blocked, shift, answers }) => [
			[`${name}: first paint, 4×, slow 4G`, first, 'ms', undefined, theirs?.cold.first],
			[`${name}: largest paint`, largest, 'ms', undefined, theirs?.cold.largest],
			[`${name}: blocking time`, blocked, 'ms', 50, theirs?.cold.blocked],
			[`${name}: layout shift`, shift, '', 0.01, theirs?.cold.shift],
			[`${name}: first slider answers`, answers, 'ms', undefined, theirs?.cold.answers],
		]),
		...plain.flatMap(({ rate, settled, settled95, shown95, task, dropped, frames }, i) => {
			const their = theirs?.steps[i];
			const limit = (value) => (rate === 1 ? value : undefined);
			return [
				[`Step to settled picture, ${rate}×, median`, settled, 'ms', limit(3), their?.settled],
				[`Step to settled picture, ${rate}×, 95th percentile`, settled95, 'ms', limit(16), their?.settled95],
				[`Step to the frame that shows it, ${rate}×, 95th percentile`, shown95, 'ms', undefined, their?.shown95],
				[`Main thread a step, ${rate}×`, task, 'ms', limit(5), their?.task],
				[`Frames dropped in a drag, ${rate}× (of ${frames})`, dropped, '', limit(0), their?.dropped],
			];
		}),
		...ranged.flatMap(({ settled, settled95, task, dropped, frames }) => [
			['With ranges: step to settled picture, median', settled, 'ms', 3],
			['With ranges: step to settled picture, 95th percentile', settled95, 'ms', 16],
			['With ranges: main thread a step', task, 'ms'],
			[`With ranges: frames dropped in a drag (of ${frames})`, dropped, '', 0],
		]),
		['Heap growth in 1,000 steps, after as many', leaks.heap, 'kB', 174, theirs?.leaks.heap],
		['Heap growth in the first 1,000 steps', leaks.fromCold, 'kB', undefined, theirs?.leaks.fromCold],
		['Nodes grown in 1,000 steps', leaks.nodes, '', 0],
		['Listeners grown in 1,000 steps', leaks.listeners, '', 0],
		[`One evaluation, slowest model (${models[0].id})`, models[0].ms / 10_000, 'ms', 2],
		...steps.map(({ id, ms }) => [`Monte Carlo step, 10,000 draws, ${id}`, ms, 'ms', 2]),
		[`10,000 draws, slowest model (${models[0].id}); off the main thread`, await monteCarloOnce(models[0].id), 'ms'],
		['Full build', buildSeconds, 's', 60],
	]);
	for (const { name, shift, moved: what } of colds)
		if (shift > 0.01) console.log(`What shifted, ${name}:\n  ${[...new Set(what)].slice(0, 8).join('\n  ')}`);
	console.log(missed.length > 0 ? `Missed: ${missed.join('; ')}.` : 'Nothing missed.');
	console.log('Times depend on the machine and what else it does; sizes do not.');
}
