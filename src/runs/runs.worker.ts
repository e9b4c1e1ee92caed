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

interface Open {
	readonly name: string;
	readonly query: Query;
	/** Milliseconds that its first answer took. */
	took: number;
}
/** Returns the queries that are not answered from all runs under these settings. */
const openOf = (names: readonly string[], { settings }: Request): readonly Open[] =>
	names
		.map((name): Open => ({ name, query: JSON.parse(name) as Query, took: 0 }))
		.filter(({ name, query }) => done.get(name) !== cacheKeyOf(query, settings));

/** Posts a first answer to a query. */
function runFirst(open: Open, { settings }: Request): void {
	const started = performance.now();
	const answer = answerNow(sampler, open.query, settings, open.query.kind === 'odds' ? FIRST_ODDS : FIRST);
	open.took = performance.now() - started;
	post({ query: open.name, answer });
}

/**
 * Handles requests until none is left. First answers to what is near the viewport are always completed, or a slider that
 * keeps moving would never show one; those to the rest, and full answers, the fastest queries first, are abandoned for a
 * newer request.
 */
async function work() {
	isWorking = true;
	for (let request = newest; request; request = newest === request ? undefined : newest) {
		const near = openOf(request.queries, request);
		for (const open of near) runFirst(open, request);
		post('ready');
		await yieldToMessages(SETTLED);
		const far = openOf(request.far, request);
		for (const open of far) {
			if (newest !== request) break;
			runFirst(open, request);
			await yieldToMessages();
		}
		for (const { name, query } of [...near, ...far].toSorted((a, b) => a.took - b.took)) {
			const answer = newest === request ? await runAll(query, request) : undefined;
			if (!answer) break;
			done.set(name, cacheKeyOf(query, request.settings));
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
