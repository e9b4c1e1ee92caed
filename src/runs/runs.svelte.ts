import { SvelteMap } from 'svelte/reactivity';
import { later } from '../hydration/later.svelte.ts';
import { parameters } from '../models/registry.ts';
import type { Answer, AnswerTo, Query, RunSettings, Reply, Request } from './queries.ts';
import { assumptions } from '../state/assumptions.svelte.ts';
import { comparison } from '../state/comparison.svelte.ts';
import workerAddress from './runs.worker.ts?worker&url';
import { startWorker, WorkerRefused } from './start-worker.ts';
import { FIRST_SEED } from '../state/first-seed.ts';
import { leftOut } from '../state/left-out.svelte.ts';
import { uncertainty } from '../state/uncertainty.svelte.ts';

/** Milliseconds between first answers while a slider moves, which leaves the processor and the frames in between to the slider. */
const REST = 100;
/**
 * Returns whether a query is sent even while ranges are off: its view shows nothing without runs, unlike the reader's
 * outputs and curves.
 */
function isAlways(name: string): boolean {
	const query = JSON.parse(name) as Query;
	return !(query.kind === 'outputs' || query.kind === 'path') || query.position !== undefined;
}

/** What shows an answer: a scope of the page (hydration/viewport-scope.svelte.ts), or something that is always seen. */
interface View {
	readonly isNear: boolean;
}
const ALWAYS_SEEN: View = { isNear: true };

/**
 * Client of the worker that runs the models: the queries in use, and the newest answer to each. An answer stays until
 * the next one arrives.
 */
class Runs {
	readonly #answers = new SvelteMap<string, Answer>();
	/** For each query, whether each of the views that watch it is near the viewport. */
	readonly #wanted = new Map<string, Set<() => boolean>>();
	/** Answers to apply in the next frame. */
	readonly #arrived = new Map<string, Answer>();
	/** The worker, once its script has run. */
	readonly worker = later('the runs', () => this.#start());
	/** Ends the need for the worker, which lasts as long as there are queries to send. */
	#release: (() => void) | undefined;
	#isFollowing = false;
	#isScheduled = false;
	#isWaiting = false;
	#isStale = false;
	/** Whether the browser refuses to start the worker, or its script throws. A script that does not come is tried again (`worker`). */
	failed = $state(false);

	/**
	 * Watches a query for as long as the calling component exists; call it during component initialisation. `now` is the
	 * newest answer; undefined before the first one and, unless `isAlways`, while ranges are off. A query whose views are all
	 * far from the viewport is answered once the settings rest.
	 */
	watch<Q extends Query>(query: () => Q, view: View = ALWAYS_SEEN): { readonly now: AnswerTo<Q> | undefined } {
		const name = $derived(JSON.stringify(query()));
		$effect(() => {
			const mine = name;
			const views = this.#wanted.get(mine);
			const isNear = () => view.isNear;
			if (views) views.add(isNear);
			else {
				this.#wanted.set(mine, new Set([isNear]));
				// Even if an answer is known: it may be of earlier settings. The worker does not repeat one that still holds.
				this.#schedule();
			}
			return () => {
				const left = this.#wanted.get(mine)!;
				left.delete(isNear);
				if (left.size === 0) this.#wanted.delete(mine);
				if (this.#release && !this.worker.now) this.#schedule();
			};
		});
		const answers = this.#answers;
		return {
			get now() {
				return uncertainty.isOn || isAlways(name) ? (answers.get(name) as AnswerTo<Q> | undefined) : undefined;
			},
		};
	}

	/** Returns the newest answer to a query that some view watches; undefined before the first one and, unless `isAlways`, while ranges are off. */
	seen<Q extends Query>(query: Q): AnswerTo<Q> | undefined {
		const name = JSON.stringify(query);
		return uncertainty.isOn || isAlways(name) ? (this.#answers.get(name) as AnswerTo<Q> | undefined) : undefined;
	}
	/** Returns whether some view watches the query. */
	isWatched(query: Query): boolean {
		return this.#wanted.has(JSON.stringify(query));
	}

	#schedule = (): void => {
		if (this.#isScheduled) return;
		this.#isScheduled = true;
		queueMicrotask(() => {
			this.#isScheduled = false;
			this.#send();
		});
	};

	/**
	 * Sends one request at a time, and the next one when the first answers have arrived: a slider that moves faster skips
	 * steps and never waits.
	 */
	#send(): void {
		const queries = [...this.#wanted.keys()].filter((name) => uncertainty.isOn || isAlways(name));
		if (queries.length === 0 || this.failed) {
			this.#release?.();
			this.#release = undefined;
			return;
		}
		this.#release ??= this.worker.need();
		this.#follow();
		const worker = this.worker.now;
		// Its arrival sends the queries again.
		if (!worker) return;
		if (this.#isWaiting) {
			this.#isStale = true;
			return;
		}
		this.#isWaiting = true;
		this.#isStale = false;
		const isNear = (name: string) => [...this.#wanted.get(name)!].some((isViewNear) => isViewNear());
		const request: Request = {
			settings: this.#settings(),
			queries: queries.filter(isNear),
			far: queries.filter((name) => !isNear(name)),
		};
		worker.postMessage(request);
		this.#mark(true);
	}
	/**
	 * While runs are being counted, elements that show only results of runs (`.counted`) are pale (styles/figure.css).
	 */
	#mark(isCounting: boolean): void {
		document.documentElement.toggleAttribute('data-counting', isCounting);
	}
	#settings(): RunSettings {
		return {
			seed: uncertainty.seed ?? FIRST_SEED,
			values: Object.fromEntries([...parameters.keys()].map((key) => [key, assumptions.get(key)])),
			other: comparison.theirs && Object.fromEntries(comparison.theirs.values),
			pinned: uncertainty.pinned,
			given: uncertainty.isGiven,
			leftOut: leftOut.all,
		};
	}

	/** Applies all answers that arrived since the last frame in one update. */
	#show(query: string, answer: Answer): void {
		if (this.#arrived.size === 0)
			requestAnimationFrame(() => {
				for (const [name, newest] of this.#arrived) this.#answers.set(name, newest);
				this.#arrived.clear();
			});
		this.#arrived.set(query, answer);
	}

	/** Sends the queries again whenever what the runs depend on changes, or the worker arrives. A root effect, for the life of the page. */
	#follow(): void {
		if (this.#isFollowing) return;
		this.#isFollowing = true;
		$effect.root(() => {
			$effect(() => {
				void this.worker.now;
				this.#settings();
				this.#schedule();
			});
		});
	}
	#receive({ data }: MessageEvent<Reply>): void {
		// If another request has been sent, its own 'counted' will follow.
		if (data === 'counted') return this.#isWaiting ? undefined : this.#mark(false);
		if (data !== 'ready') return this.#show(data.query, data.answer);
		setTimeout(() => {
			this.#isWaiting = false;
			if (this.#isStale) this.#send();
		}, REST);
	}
	#fail(): void {
		this.failed = true;
		this.#mark(false);
		this.#schedule();
	}

	/** Resolves once the script of the worker has run; rejects if it does not come, and never resolves if `failed` says why. */
	async #start(): Promise<{ readonly default: Worker }> {
		try {
			const worker = await startWorker(workerAddress, () => this.#fail());
			worker.addEventListener('message', (event: MessageEvent<Reply>) => this.#receive(event));
			return { default: worker };
		} catch (error) {
			if (!(error instanceof WorkerRefused)) throw error;
			this.#fail();
			return new Promise(() => undefined);
		}
	}
}
export const runs = new Runs();
