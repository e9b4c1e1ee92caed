import { isQuery } from './link-syntax.ts';
import { tabSettings } from './tab-settings.ts';
import { migrateStorage, storageKey } from './storage.ts';

/** reader/first-paint.ts reads the key before the first paint. */
const STORAGE_KEY = storageKey('settings');

/** The record in local storage: two queries in the syntax of links, empty if there is nothing to keep. */
interface Stored {
	/** The reader's latest settings. */
	readonly now: string;
	/** The settings that these replaced. */
	readonly before: string;
}
const NOTHING: Stored = { now: '', before: '' };

/** Parses the record in local storage, which any script of the origin may have written. Anything but a query becomes empty. */
export function readStored(text: string | null): Stored {
	try {
		const { now, before } = JSON.parse(text ?? '') as Partial<Record<keyof Stored, unknown>>;
		return { now: isQuery(now) ? now : '', before: isQuery(before) ? before : '' };
	} catch {
		return NOTHING;
	}
}

/** The reader's settings in local storage. They never leave the device. If the browser refuses storage, nothing is saved. */
class SavedSettings {
	/** What this page last saved or adopted: tells its own settings from those that another page saved since. */
	#own = '';
	#stored = $state.raw(NOTHING);
	/** The record before this page last saved. */
	#beforeSave: Stored | undefined;
	/** Whether the browser refuses storage. */
	isRefused = $state(false);
	/** How many saved settings the greeting offers to restore. */
	offered = $state(0);

	/** The latest settings, as the query of a link. */
	get current(): string {
		return this.#stored.now;
	}
	/** The settings that the latest ones replaced, likewise. */
	get previous(): string {
		return this.#stored.before;
	}
	/** Reads local storage. Until then, `current` and `previous` are empty. */
	load(): void {
		try {
			migrateStorage(localStorage);
			this.#stored = readStored(localStorage.getItem(STORAGE_KEY));
		} catch {
			this.isRefused = true;
		}
	}
	/** Marks settings as this page's own: saving over them later does not make them the previous ones. */
	adopt(query: string): void {
		this.#own = query;
	}
	/** Saves the reader's settings. Settings that another page or an earlier visit saved become the previous ones. */
	save(query: string): void {
		this.load();
		const { now, before } = this.#stored;
		if (query === now) return this.adopt(query);
		this.#beforeSave = this.#stored;
		this.#write({ now: query, before: now !== '' && now !== this.#own ? now : before });
		this.adopt(query);
	}
	/** Undoes this page's last `save`. */
	undo(): void {
		if (this.#beforeSave) this.#write(this.#beforeSave);
		this.#beforeSave = undefined;
	}
	/** Removes the current and the previous settings, and those of this tab. */
	forget(): void {
		tabSettings.forget();
		this.adopt('');
		this.offered = 0;
		this.#write(NOTHING);
	}
	#write(stored: Stored): void {
		this.#stored = stored;
		try {
			if (stored.now === '' && stored.before === '') localStorage.removeItem(STORAGE_KEY);
			else localStorage.setItem(STORAGE_KEY, JSON.stringify(stored));
		} catch {
			this.isRefused = true;
		}
	}
}
export const savedSettings = new SavedSettings();
