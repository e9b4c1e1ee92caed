import { untrack } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';
import { fetchAgain } from './fetch-again.ts';

/** A view that needs a part. */
interface Need {
	/** Whether the view shows the states of the part itself. */
	readonly isShown: boolean;
}

/** Parts that are needed and have not arrived. */
const missing = new SvelteSet<LaterPart<unknown>>();

/**
 * A part of the page that is fetched when it is needed: one for all views that need it, so that one press fetches it again for all.
 * `Later.svelte` shows its states in place; `LaterNotice.svelte` shows the failure of a part that no view shows.
 */
export class LaterPart<Part> {
	/** What messages call the part, with its article. */
	readonly name: string;
	readonly #load: () => Promise<{ readonly default: Part }>;
	#attempts = 0;
	#pending: Promise<Part | undefined> | undefined;
	#now = $state.raw<Part>();
	#hasFailed = $state(false);
	#isLoading = $state(false);
	#needs = $state.raw<readonly Need[]>([]);

	constructor(name: string, load: () => Promise<{ readonly default: Part }>) {
		this.name = name;
		this.#load = load;
	}
	/** The part; undefined until it has arrived. */
	get now(): Part | undefined {
		return this.#now;
	}
	/** Whether an attempt has failed, until the part arrives. */
	get hasFailed(): boolean {
		return this.#hasFailed;
	}
	get isLoading(): boolean {
		return this.#isLoading;
	}
	/** The first view that shows the states of the part. */
	get firstShown(): Need | undefined {
		return this.#needs.find(({ isShown }) => isShown);
	}

	/** Fetches the part for a view, and says what becomes of it until the returned function is called. For use in an effect. */
	need(need: Need = { isShown: false }): () => void {
		untrack(() => {
			this.#needs = [...this.#needs, need];
			if (this.#now !== undefined) return;
			missing.add(this);
			void this.fetch();
		});
		return () => {
			this.#needs = this.#needs.filter((other) => other !== need);
			if (this.#needs.length === 0) missing.delete(this);
		};
	}
	/**
	 * Fetches the part without a view: in advance, or for an action. Resolves to undefined if that fails, which an action has to say;
	 * the next call fetches the part again.
	 */
	fetch(): Promise<Part | undefined> {
		return untrack(() => {
			this.#isLoading = this.#now === undefined;
			return (this.#pending ??= this.#attempt());
		});
	}
	async #attempt(): Promise<Part | undefined> {
		try {
			const { default: part } = await (this.#attempts++ === 0 ? this.#load() : fetchAgain(this.#load));
			this.#now = part;
			this.#hasFailed = false;
			missing.delete(this);
		} catch {
			this.#hasFailed = true;
			this.#pending = undefined;
			addEventListener('online', fetchMissing);
		}
		this.#isLoading = false;
		return this.#now;
	}
}

/** Declares a part of the page that is fetched when it is needed. The one place for `import()` (.config/eslint.config.js). */
export const later = <Part>(name: string, load: () => Promise<{ readonly default: Part }>): LaterPart<Part> =>
	new LaterPart(name, load);

/** Returns the needed parts that have failed and that no view shows. Reactive. */
export const failedUnseen = (): readonly LaterPart<unknown>[] =>
	[...missing].filter((part) => part.hasFailed && !part.firstShown);

/** Fetches all needed parts that have failed again: what failed for one of them has mostly failed for all. */
export function fetchMissing(): void {
	for (const part of untrack(() => [...missing])) void part.fetch();
}
