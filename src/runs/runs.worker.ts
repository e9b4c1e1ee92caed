import { RUNS, type Query, type Reply, type Request } from './queries.ts';
import { answerNow, cacheKeyOf, Sampler } from './sampler.ts';

/** Runs of the first picture: enough for a band while a slider moves. */
const FIRST = 200;
/** Milliseconds without a newer request after which all runs are made: while a slider moves, the processor is the picture's. */
const SETTLED = 150;
/** Milliseconds of work before looking whether the reader has moved on. */
const SLICE = 25;

const sampler = new Sampler();
/** What has been answered in full, for which settings: nothing is run twice. */
const done = new Map<string, string>();
let newest: Request | undefined;
let isWorking = false;

const tell = (reply: Reply) => postMessage(reply);
/** Lets messages in. */
const breathe = (milliseconds = 0) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** All runs of one query; undefined once a newer request has come in. */
async function runAll(query: Query, request: Request) {
	const work = sampler.answer(query, request.settings, RUNS);
	let until = performance.now() + SLICE;
	for (;;) {
		const { done: isDone, value } = work.next();
		if (isDone) return value;
		if (performance.now() < until) continue;
		await breathe();
		if (newest !== request) return undefined;
		until = performance.now() + SLICE;
	}
}

/** A first picture for every query of the request; returns how long each took. */
function runFirst(queries: readonly (readonly [string, Query])[], { settings }: Request): Map<string, number> {
	const took = new Map<string, number>();
	for (const [name, query] of queries) {
		const started = performance.now();
		const answer = answerNow(sampler, query, settings, FIRST);
		took.set(name, performance.now() - started);
		tell({ query: name, answer });
	}
	return took;
}

/** First pictures always come, or a slider that keeps moving would never see one; the whole is left off for a newer request, the quick queries first. */
async function work() {
	isWorking = true;
	for (let request = newest; request; request = newest === request ? undefined : newest) {
		const { settings } = request;
		const open = request.queries
			.map((name) => [name, JSON.parse(name) as Query] as const)
			.filter(([name, query]) => done.get(name) !== cacheKeyOf(query, settings));
		const took = runFirst(open, request);
		tell('ready');
		await breathe(SETTLED);
		for (const [name, query] of open.toSorted(([a], [b]) => took.get(a)! - took.get(b)!)) {
			const answer = newest === request ? await runAll(query, request) : undefined;
			if (!answer) break;
			done.set(name, cacheKeyOf(query, settings));
			tell({ query: name, answer });
		}
	}
	tell('counted');
	isWorking = false;
}

addEventListener('message', ({ data }: MessageEvent<Request>) => {
	newest = data;
	if (!isWorking) void work();
});
