import { untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import { parameters } from '../models/registry.ts';
import type { Answer, AnswerTo, Query, RunSettings, Reply, Request } from './queries.ts';
import { assumptions } from '../state/assumptions.svelte.ts';
import { comparison } from '../state/comparison.svelte.ts';
import workerAddress from './runs.worker.ts?worker&url';
import { FIRST_SEED, uncertainty } from '../state/uncertainty.svelte.ts';

/** Asks a browser that guards script addresses for a guarded one (the policy is named in build/content-security.mjs). */
const guarded = (address: string): string => {
	const { trustedTypes } = globalThis as {
		trustedTypes?: {
			createPolicy(
				name: string,
				rules: { createScriptURL(url: string): string },
			): { createScriptURL(url: string): string };
		};
	};
	return trustedTypes?.createPolicy('runs', { createScriptURL: (url) => url }).createScriptURL(address) ?? address;
};

/** Milliseconds between first pictures while a slider moves: the frames in between are its own. */
const REST = 50;
/** Asked even while ranges are off: what would be nothing without runs. The reader's outputs and curves are something by themselves. */
function isAlways(name: string): boolean {
	const query = JSON.parse(name) as Query;
	return !(query.kind === 'outputs' || query.kind === 'path') || query.position !== undefined;
}

/** The reader's runs, off the main thread: what was asked, and the newest answer to it. The last picture stands until the next is ready. */
class Runs {
	readonly #answers = new SvelteMap<string, Answer>();
	/** How many views want each answer. */
	readonly #wanted = new Map<string, number>();
	/** Answers that wait for the next frame. */
	readonly #arrived = new Map<string, Answer>();
	#worker: Worker | undefined;
	#isScheduled = false;
	#isWaiting = false;
	#isStale = false;
	/** Set when this browser cannot run them. */
	failed = $state(false);

	/**
	 * What the runs say to a query, kept up to date while the view that asks is there; undefined until the first answer, and
	 * while ranges are off, unless likelihoods are asked for, which are nothing without them. To be called where a component starts.
	 */
	watch<Q extends Query>(query: () => Q): { readonly now: AnswerTo<Q> | undefined } {
		const name = $derived(JSON.stringify(query()));
		$effect(() => {
			const mine = name;
			this.#wanted.set(mine, (this.#wanted.get(mine) ?? 0) + 1);
			// Untracked: else every answer to anybody would have all asked again that have none yet.
			if (!untrack(() => this.#answers.has(mine))) this.#schedule();
			return () => {
				const left = this.#wanted.get(mine)! - 1;
				if (left > 0) this.#wanted.set(mine, left);
				else this.#wanted.delete(mine);
			};
		});
		const answers = this.#answers;
		return {
			get now() {
				return uncertainty.isOn || isAlways(name) ? (answers.get(name) as AnswerTo<Q> | undefined) : undefined;
			},
		};
	}

	/** What the runs have said to a query that somebody watches; undefined where nobody does, and while ranges are off. */
	seen<Q extends Query>(query: Q): AnswerTo<Q> | undefined {
		return uncertainty.isOn ? (this.#answers.get(JSON.stringify(query)) as AnswerTo<Q> | undefined) : undefined;
	}

	#schedule = (): void => {
		if (this.#isScheduled) return;
		this.#isScheduled = true;
		queueMicrotask(() => {
			this.#isScheduled = false;
			this.#send();
		});
	};

	/** One request at a time, until its first pictures are in: a slider that moves faster than the runs skips steps, and never waits. */
	#send(): void {
		const queries = [...this.#wanted.keys()].filter((name) => uncertainty.isOn || isAlways(name));
		if (queries.length === 0 || this.failed) return;
		if (this.#isWaiting) {
			this.#isStale = true;
			return;
		}
		this.#isWaiting = true;
		this.#isStale = false;
		const request: Request = { settings: this.#settings(), queries };
		(this.#worker ??= this.#start()).postMessage(request);
		this.#mark(true);
	}
	/** Until all runs are counted, what has only runs to say (`.counted`) is set pale (styles/figure.css). */
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
		};
	}

	/** Answers that come together are drawn together, once a frame. */
	#show(query: string, answer: Answer): void {
		if (this.#arrived.size === 0)
			requestAnimationFrame(() => {
				for (const [name, newest] of this.#arrived) this.#answers.set(name, newest);
				this.#arrived.clear();
			});
		this.#arrived.set(query, answer);
	}

	#start(): Worker {
		// For as long as the page lives: whatever the runs depend on is read here, so that a change of it asks again.
		$effect.root(() => {
			$effect(() => {
				this.#settings();
				this.#schedule();
			});
		});
		const worker = new Worker(guarded(workerAddress), { type: 'module' });
		worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
			// Where another request is on its way already, it is that one which counts.
			if (data === 'counted') return this.#isWaiting ? undefined : this.#mark(false);
			if (data !== 'ready') return this.#show(data.query, data.answer);
			setTimeout(() => {
				this.#isWaiting = false;
				if (this.#isStale) this.#send();
			}, REST);
		});
		worker.addEventListener('error', () => {
			this.failed = true;
			this.#mark(false);
		});
		return worker;
	}
}
export const runs = new Runs();
