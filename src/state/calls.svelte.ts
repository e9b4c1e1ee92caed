import { storageKey } from './storage.ts';

const STORAGE_KEY = storageKey('calls');

/** Which way a report will move the forecast. */
export const CALLS = ['earlier', 'hardly', 'later'] as const;
export type Call = (typeof CALLS)[number];

/** The longest record that is kept, so that storage which another script wrote cannot fill the page. */
const MOST = 100;

/** Parses the reader's calls from local storage, which any script of the origin may have written. What follows a malformed one is left out. */
export function parseCalls(text: string | null): readonly Call[] {
	const words = (text ?? '').split(',').slice(0, MOST);
	const calls = words.map((word) => CALLS.find((call) => call === word));
	const end = calls.indexOf(undefined);
	return calls.slice(0, end < 0 ? MOST : end).filter((call) => call !== undefined);
}

/** What the reader said before each report of the record, in order. It is kept in this browser and never in a link. */
class Calls {
	#made = $state.raw<readonly Call[]>([]);
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
