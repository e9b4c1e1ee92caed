import { serve } from '../../.config/serve.mjs';
import * as measure from './measure.mjs';
import { evaluations, monteCarloOnce, monteCarloSteps } from './models.mjs';
import { framework } from './peer.mjs';

const SLIDER = '#compute-per-level .slider input';
const SETTINGS = '?m=1&rl-per-inference=1.5&gpt-levels=2&revenue=300&adoption-share=0.2';
/** How sure are we? */
const RANGES = '?seed=1';
const { median, quantile } = measure;
const kB = (bytes) => bytes / 1000;

/** Shifts happen or do not; times are noise and luck: the middle of several. */
async function several(times, run) {
	const results = [];
	for (let i = 0; i < times; i++) results.push(await run());
	return results;
}

async function interaction(browser, url, slider) {
	const steps = await measure.keys(browser, url, slider);
	const gaps = await measure.drag(browser, url, slider);
	const blocked = await several(5, () => measure.blocking(browser, url, slider));
	return {
		settledMedian: median(steps.settled),
		settled95: quantile(steps.settled, 0.95),
		shown95: quantile(steps.shown, 0.95),
		steps: steps.settled.length,
		dropped: gaps.filter((gap) => gap > 25).length,
		frames: gaps.length,
		blocking: median(blocked.map(({ load }) => load)),
		firstChange: median(blocked.map(({ first }) => first)),
		leaks: await measure.leaks(browser, url, slider),
	};
}

function print(rows) {
	const number = (value) =>
		Number.isFinite(value)
			? Math.abs(value) >= 100
				? value.toFixed(0)
				: String(Number(value.toFixed(value < 1 ? 4 : 1)))
			: '–';
	const cells = rows.map(([name, value, unit, limit]) => [
		name,
		`${number(value)} ${unit}`.trim(),
		limit === undefined ? '–' : `${limit} ${unit}`.trim(),
		limit === undefined ? '' : value <= limit ? 'pass' : 'FAIL',
	]);
	const head = ['Metric', 'Measured', 'Limit', ''];
	const width = head.map((title, i) => Math.max(title.length, ...cells.map((row) => row[i].length)));
	const line = (row) =>
		row
			.map((cell, i) => (i === 1 || i === 2 ? cell.padStart(width[i]) : cell.padEnd(width[i])))
			.join('  ')
			.trimEnd();
	console.log([line(head), width.map((n) => '─'.repeat(n)).join('  '), ...cells.map(line)].join('\n'));
}

export async function report(browser, url, { buildSeconds, peer }) {
	const { load, moved, scrolled } = await measure.bytes(browser, url);
	const sitemap = await (await fetch(new URL('sitemap-0.xml', url))).text();
	const base = new URL(url).pathname;
	const others = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)]
		.map(([, address]) => new URL(address).pathname)
		.filter((path) => path !== base && !path.endsWith('/method/'));
	const sections = [];
	for (const path of others) sections.push({ path, ...(await measure.bytes(browser, new URL(path, url).href)) });
	const worst = sections.toSorted((a, b) => b.load.all - a.load.all)[0];
	const mine = await interaction(browser, url, SLIDER);
	const plain = await measure.shifts(browser, url);
	const linked = await measure.shifts(browser, `${url}${SETTINGS}`);
	const models = (await evaluations()).toSorted((a, b) => b.ms - a.ms);
	const steps = await monteCarloSteps();
	const ranged = `${url}${RANGES}`;
	const withRanges = {
		steps: await measure.keys(browser, ranged, SLIDER),
		gaps: await measure.drag(browser, ranged, SLIDER),
		bytes: await measure.bytes(browser, ranged),
		shifts: await measure.shifts(browser, ranged),
	};

	print([
		['HTML of /', kB(load.html), 'kB', 80],
		['CSS', kB(load.css), 'kB', 14],
		['Fonts', kB(load.fonts), 'kB', 80],
		['Scripts before any interaction', kB(load.scripts), 'kB', 40],
		['Scripts once the pointer has moved', kB(moved.scripts), 'kB'],
		['First load of /, all', kB(load.all), 'kB', 195],
		['Requests of first load', load.requests, ''],
		['Scripts after scrolling to the end', kB(scrolled.scripts), 'kB', 100],
		['Fonts after scrolling to the end', kB(scrolled.fonts), 'kB'],
		[`First load of the largest section page, all (${worst.path})`, kB(worst.load.all), 'kB', 110],
		['The same page after scrolling to the end, all', kB(worst.scrolled.all), 'kB'],
		[
			'Requests to other origins',
			Math.max(load.foreign, scrolled.foreign, ...sections.map((page) => page.scrolled.foreign)),
			'',
			0,
		],
		[`Slider step to settled picture, median of ${mine.steps}`, mine.settledMedian, 'ms', 3],
		['Slider step to settled picture, 95th percentile', mine.settled95, 'ms', 16],
		['Slider step to the frame that shows it, 95th percentile', mine.shown95, 'ms'],
		[`Frames dropped in a drag (of ${mine.frames}, gap over 25 ms)`, mine.dropped, '', 0],
		['Total blocking time of loading, CPU slowed 4×', mine.blocking, 'ms', 50],
		['Blocking time of the first change, CPU slowed 4×', mine.firstChange, 'ms'],
		['Layout shift, loaded and scrolled', plain.sum, '', 0.02],
		['Layout shift, link with settings', linked.sum, '', 0.02],
		['Heap growth in 1,000 slider steps', mine.leaks.heap, 'kB', 200],
		['Nodes grown in 1,000 steps', mine.leaks.nodes, '', 0],
		['Listeners grown in 1,000 steps', mine.leaks.listeners, '', 0],
		['Heap, everything awake', mine.leaks.total, 'MB'],
		['With ranges: slider step to settled picture, median', median(withRanges.steps.settled), 'ms', 3],
		[
			'With ranges: slider step to settled picture, 95th percentile',
			quantile(withRanges.steps.settled, 0.95),
			'ms',
			16,
		],
		[
			`With ranges: frames dropped in a drag (of ${withRanges.gaps.length})`,
			withRanges.gaps.filter((gap) => gap > 25).length,
			'',
			0,
		],
		['With ranges: layout shift, link that asks for them', withRanges.shifts.sum, '', 0.02],
		['With ranges: scripts after scrolling, the worker too', kB(withRanges.bytes.scrolled.scripts), 'kB'],
		[`One evaluation, slowest model (${models[0].id})`, models[0].ms / 10_000, 'ms', 2],
		...steps.map(({ id, ms }) => [`Monte Carlo step, 10,000 draws, ${id}`, ms, 'ms', 2]),
		[`10,000 draws, slowest model (${models[0].id}); off the main thread`, await monteCarloOnce(models[0].id), 'ms'],
		['Full build', buildSeconds, 's', 60],
	]);
	for (const { sum, moved } of [plain, linked])
		if (sum > 0.02) console.log(`What shifted:\n  ${[...new Set(moved)].slice(0, 12).join('\n  ')}`);
	console.log('Times depend on the machine and what else it does; sizes do not.');
	if (peer) await compare(browser, mine, load, plain);
}

async function compare(browser, mine, load, shifts) {
	const { folder, error } = await framework();
	if (error) return console.log(`\nNo peer: Observable Framework could not be had here, since ${error}.`);
	const site = await serve(folder, { quality: 11 });
	const slider = 'input[type="range"]';
	const theirs = {
		...(await interaction(browser, site.url, slider)),
		bytes: await measure.bytes(browser, site.url),
		shifts: await measure.shifts(browser, site.url),
	};
	await site.close();
	console.log('\nBeside a starter page of Observable Framework (two ranges, one line, one sentence), in the same run');
	const rows = [
		['All, first load', kB(load.all), kB(theirs.bytes.load.all), 'kB'],
		['Scripts, first load', kB(load.scripts), kB(theirs.bytes.load.scripts), 'kB'],
		['Slider step, median', mine.settledMedian, theirs.settledMedian, 'ms'],
		['Slider step, 95th percentile', mine.settled95, theirs.settled95, 'ms'],
		['Frames dropped', mine.dropped, theirs.dropped, ''],
		['Total blocking time, 4×', mine.blocking, theirs.blocking, 'ms'],
		['Layout shift', shifts.sum, theirs.shifts.sum, ''],
		['Heap growth, 1,000 steps', mine.leaks.heap, theirs.leaks.heap, 'kB'],
	];
	for (const [name, ours, other, unit] of rows)
		console.log(
			`${name.padEnd(30)} ours ${ours.toFixed(2).padStart(9)} ${unit}   theirs ${other.toFixed(2).padStart(9)} ` +
				`${unit}   ratio ${other ? (ours / other).toFixed(2) : '–'}`,
		);
}
