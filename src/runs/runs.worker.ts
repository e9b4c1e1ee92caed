import { RUNS, type Query, type Reply, type Request } from './queries.ts';
import { STARTED } from './start-worker.ts';
import { answerNow, cacheKeyOf, Sampler } from './sampler.ts';

/** Runs of a first answer: enough for a band while a slider moves. */
const FIRST = 200;
/** Of a first answer of odds: rare ones would jump about. */
const FIRST_ODDS = 1000;
/** Milliseconds without a newer request before all runs are made, which leaves the processor to a moving slider. */
const SETTLED = 150;
/** Milliseconds of work between two checks for a newer request. */
const SLICE = 25;

const sampler = new Sampler();
/** For each query answered from all runs, the cache key of its answer. */
const done = new Map<string, string>();
let newest: Request | undefined;
let isWorking = false;

const post = (reply: Reply) => postMessage(reply);
/** Returns to the event loop, so that messages arrive. */
const yieldToMessages = (milliseconds = 0) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Answers one query from all runs; returns undefined once a newer request has arrived. */
async function runAll(query: Query, request: Request) {
	const work = sampler.answer(query, request.settings, RUNS);
	let until = performance.now() + SLICE;
	for (;;) {
		const { done: isDone, value } = work.next();
		if (isDone) return value;
		if (performance.now() < until) continue;
		await yieldToMessages();
		if (newest !== request) return undefined;
		until = performance.now() + SLICE;
	}
}

/** Posts a first answer to every query of the request; returns the milliseconds that each took. */
function runFirst(queries: readonly (readonly [string, Query])[], { settings }: Request): Map<string, number> {
	const took = new Map<string, number>();
	for (const [name, query] of queries) {
		const started = performance.now();
		const answer = answerNow(sampler, query, settings, query.kind === 'odds' ? FIRST_ODDS : FIRST);
		took.set(name, performance.now() - started);
		post({ query: name, answer });
	}
	return took;
}

/**
 * Handles requests until none is left. First answers are always completed, or a slider that keeps moving would never
 * show one; full answers, the fastest queries first, are abandoned for a newer request.
 */
async function work() {
	isWorking = true;
	for (let request = newest; request; request = newest === request ? undefined : newest) {
		const { settings } = request;
		const open = request.queries
			.map((name) => [name, JSON.parse(name) as Query] as const)
			.filter(([name, query]) => done.get(name) !== cacheKeyOf(query, settings));
		const took = runFirst(open, request);
		post('ready');
		await yieldToMessages(SETTLED);
		for (const [name, query] of open.toSorted(([a], [b]) => took.get(a)! - took.get(b)!)) {
			const answer = newest === request ? await runAll(query, request) : undefined;
			if (!answer) break;
			done.set(name, cacheKeyOf(query, settings));
			post({ query: name, answer });
		}
	}
	post('counted');
	isWorking = false;
}

addEventListener('message', ({ data }: MessageEvent<Request>) => {
	newest = data;
	if (!isWorking) void work();
});
postMessage(STARTED);
