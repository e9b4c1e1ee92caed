import { storageKey } from './storage.ts';

const STORAGE_KEY = storageKey('calls');

/** Which way a report will move the forecast. */
export const CALLS = ['earlier', 'hardly', 'later'] as const;
export type Call = (typeof CALLS)[number];

/** The most calls that are read, so that a link or storage which another script wrote cannot fill the page. */
export const MOST_CALLS = 100;

/** Parses calls from a link or from local storage, which others may have written. What follows a malformed one is left out. */
export function parseCalls(text: string | null): readonly Call[] {
	const words = (text ?? '').split(',').slice(0, MOST_CALLS);
	const calls = words.map((word) => CALLS.find((call) => call === word));
	const end = calls.indexOf(undefined);
	return calls.slice(0, end < 0 ? MOST_CALLS : end).filter((call) => call !== undefined);
}

/**
 * What the reader said before each report of the record, in order. It is kept in this browser, and in a link only if the reader asks
 * for it. Calls that came with a link stand beside the reader's own and are not kept.
 */
class Calls {
	#made = $state.raw<readonly Call[]>([]);
	/** The calls that came with the link, in order; empty if it had none. */
	sent = $state.raw<readonly Call[]>([]);
	/** Whether links carry the calls; only at the reader's request. */
	isShared = $state(false);
	#isLoaded = false;

	/** Reads local storage, once. */
	load(): void {
		if (this.#isLoaded) return;
		this.#isLoaded = true;
		try {
			this.#made = parseCalls(localStorage.getItem(STORAGE_KEY));
		} catch {
			// Refused: the calls last as long as the page.
		}
	}
	get made(): readonly Call[] {
		return this.#made;
	}
	make(call: Call): void {
		this.#keep([...this.#made, call]);
	}
	forget(): void {
		this.isShared = false;
		this.#keep([]);
	}
	#keep(made: readonly Call[]): void {
		this.#made = made;
		try {
			if (made.length === 0) localStorage.removeItem(STORAGE_KEY);
			else localStorage.setItem(STORAGE_KEY, made.join());
		} catch {
			// Refused likewise.
		}
	}
}
export const calls = new Calls();
