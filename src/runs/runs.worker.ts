import { RUNS, type Ask, type Reply, type Request } from './asks.ts';
import { answerNow, behind, Sampler } from './sampler.ts';

/** Runs of the first picture: enough for a band while a slider moves. */
const FIRST = 200;
/** Milliseconds without a newer request after which all runs are made: while a slider moves, the processor is the picture's. */
const SETTLED = 150;
/** Milliseconds of work before looking whether the reader has moved on. */
const SLICE = 25;

const sampler = new Sampler();
/** What has been answered in full, for which beliefs: nothing is run twice. */
const done = new Map<string, string>();
let newest: Request | undefined;
let isWorking = false;

const tell = (reply: Reply) => postMessage(reply);
/** Lets messages in. */
const breathe = (milliseconds = 0) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** All runs of one ask; undefined once a newer request has come in. */
async function runAll(ask: Ask, request: Request) {
	const work = sampler.answer(ask, request.beliefs, RUNS);
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

/** A first picture for every ask of the request; returns how long each took. */
function runFirst(asks: readonly (readonly [string, Ask])[], { beliefs }: Request): Map<string, number> {
	const took = new Map<string, number>();
	for (const [name, ask] of asks) {
		const started = performance.now();
		const answer = answerNow(sampler, ask, beliefs, FIRST);
		took.set(name, performance.now() - started);
		tell({ ask: name, answer });
	}
	return took;
}

/** First pictures always come, or a slider that keeps moving would never see one; the whole is left off for a newer request, the quick asks first. */
async function work() {
	isWorking = true;
	for (let request = newest; request; request = newest === request ? undefined : newest) {
		const { beliefs } = request;
		const open = request.asks
			.map((name) => [name, JSON.parse(name) as Ask] as const)
			.filter(([name, ask]) => done.get(name) !== behind(ask, beliefs));
		const took = runFirst(open, request);
		tell('ready');
		await breathe(SETTLED);
		for (const [name, ask] of open.toSorted(([a], [b]) => took.get(a)! - took.get(b)!)) {
			const answer = newest === request ? await runAll(ask, request) : undefined;
			if (!answer) break;
			done.set(name, behind(ask, beliefs));
			tell({ ask: name, answer });
		}
	}
	tell('counted');
	isWorking = false;
}

addEventListener('message', ({ data }: MessageEvent<Request>) => {
	newest = data;
	if (!isWorking) void work();
});
