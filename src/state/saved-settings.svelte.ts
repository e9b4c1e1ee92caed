import { LONGEST_QUERY } from './link.ts';

/** Where the browser keeps the reader's settings. It never leaves the device. `build/content-security.mjs` looks whether it is there. */
const NAME = 'settings';

/** Settings as the query of a link has them. Empty where there are none. */
interface Stored {
	/** The reader's own, as they last were. */
	readonly now: string;
	/** What stood here before another set replaced it. */
	readonly before: string;
}
const NOTHING: Stored = { now: '', before: '' };

const isQuery = (value: unknown): value is string =>
	typeof value === 'string' && (value === '' || value.startsWith('?')) && value.length <= LONGEST_QUERY;

/** What a browser kept, whoever wrote it: anything else than two queries is nothing. */
export function readStored(text: string | null): Stored {
	try {
		const { now, before } = JSON.parse(text ?? '') as Partial<Record<keyof Stored, unknown>>;
		return { now: isQuery(now) ? now : '', before: isQuery(before) ? before : '' };
	} catch {
		return NOTHING;
	}
}

/** The reader's own settings, kept on this device. A browser that refuses to keep them keeps nothing, and all else works. */
class SavedSettings {
	/** What this page last wrote or took up; two pages stay apart, and neither loses what the other kept. */
	#own = '';
	#stored = $state.raw(NOTHING);
	/** Whether the browser refuses. */
	isRefused = $state(false);

	get current(): string {
		return this.#stored.now;
	}
	get previous(): string {
		return this.#stored.before;
	}
	/** Looks what is kept; from then on it may be read. */
	load(): void {
		try {
			this.#stored = readStored(localStorage.getItem(NAME));
		} catch {
			this.isRefused = true;
		}
	}
	/** The settings of this page have been taken from what is kept, or are those already. */
	adopt(query: string): void {
		this.#own = query;
	}
	/** Keeps the reader's settings. What another page or an earlier visit kept is put by, not lost. */
	save(query: string): void {
		this.load();
		const { now, before } = this.#stored;
		if (query === now) return this.adopt(query);
		this.#earlier = this.#stored;
		this.#write({ now: query, before: now !== '' && now !== this.#own ? now : before });
		this.adopt(query);
	}
	/** What was kept before this page last kept anything. */
	#earlier: Stored | undefined;
	/** As if this page had not kept what it last did. */
	undo(): void {
		if (this.#earlier) this.#write(this.#earlier);
		this.#earlier = undefined;
	}
	forget(): void {
		this.adopt('');
		this.#write(NOTHING);
	}
	#write(stored: Stored): void {
		this.#stored = stored;
		try {
			if (stored.now === '' && stored.before === '') localStorage.removeItem(NAME);
			else localStorage.setItem(NAME, JSON.stringify(stored));
		} catch {
			this.isRefused = true;
		}
	}
}
export const savedSettings = new SavedSettings();
