import { arrival, type Answer } from '../state/arrival.svelte.ts';
import { settingsQuery } from '../state/page-settings.ts';
import { savedSettings } from '../state/saved-settings.svelte.ts';
import { storageKey } from '../state/storage.ts';
import { tabSettings } from '../state/tab-settings.ts';
import { isEmbedded } from './embedded.ts';
import { updateSharedAddress } from './shared-address.ts';

/** Milliseconds from the last change until the address follows. */
const WRITE_AFTER = 400;
/** In `history.state`: whose settings the entry has. first-paint.ts reads it too. */
const ENTRY = storageKey('entry');
/**
 * The reader's own, or carried here from another page of this tab, whose sender has no answer yet. An entry without a mark has
 * the settings of its link, and so a sender's.
 */
type Provenance = 'own' | 'carried';

/** Saves the settings in force as the reader's own. */
const save = () => {
	if (isEmbedded()) return;
	savedSettings.save(settingsQuery());
	tabSettings.write({ mine: settingsQuery() });
};

/**
 * Writes the reader's settings into the address and into local storage: never on load, and never as a new entry of the history.
 * A link that was not taken exactly as written stays in the address until the reader changes something.
 */
export class AddressSync {
	/** Pairs of the address that are not the essay's. */
	foreign: readonly string[] = [];
	/** The query that stands for what the address says already. */
	#known = '';
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** The query of the address when it was last read or written. */
	#search = '';
	/** Whether the browser refused the last write. */
	#isRefused = false;
	/** The reader's own settings in this tab before the last answer to a shared link. */
	#mineBefore = '';

	/** The mark of the entry that was last read or written, which a jump within the page takes along. */
	current: Provenance | undefined;

	/** Whose settings the current entry of the history has; undefined for a sender's, or none. */
	get provenance(): Provenance | undefined {
		const mark: unknown = history.state?.[ENTRY];
		return mark === 'own' || mark === 'carried' ? mark : undefined;
	}
	/** Whether the address has the query that was last read or written: after a jump within the page, there is nothing to read. */
	get isRead(): boolean {
		return location.search === this.#search;
	}
	/** Marks the current entry, whose address stays as it is. */
	mark(provenance: Provenance): void {
		if (this.provenance !== provenance) this.#replaceState(provenance, '');
		if (provenance === 'own') updateSharedAddress(settingsQuery());
	}
	/** Takes the settings in force for those of the address. */
	accept(): void {
		this.#known = settingsQuery(this.foreign);
		this.#search = location.search;
	}
	/** Writes the reader's own settings, which another page has saved, into the address. */
	replace(): void {
		this.accept();
		this.#replaceEntry();
	}
	/** Takes the settings in force for changes that the address does not have yet. */
	reject(): void {
		this.#known = '';
	}
	/** Schedules a write, for settings that may differ from the address. They are compared then: a slider changes them at each step. */
	schedule(): void {
		this.cancel();
		this.#timer = setTimeout(() => this.flush(), WRITE_AFTER);
	}
	/** Writes at once what waits to be written. */
	flush(): void {
		const isWaiting = this.#timer !== undefined && settingsQuery(this.foreign) !== this.#known;
		this.cancel();
		if (isWaiting || this.#isRefused) this.#write();
	}
	cancel(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
	}
	/** Follows the reader's answer to a shared link. Settings that were dismissed, or wait for an answer again, are not saved. */
	answer(answer: Answer | undefined): void {
		this.accept();
		if (answer === undefined) {
			savedSettings.undo();
			tabSettings.write({ mine: this.#mineBefore });
		} else {
			this.#mineBefore = tabSettings.read().mine ?? '';
			if (answer === 'kept') save();
			else tabSettings.write({ mine: settingsQuery() });
		}
		this.#replaceEntry();
	}

	#write(): void {
		this.accept();
		savedSettings.offered = 0;
		save();
		this.#replaceEntry();
	}
	#replaceEntry(): void {
		this.#replaceState(
			arrival.isAwaitingAnswer && arrival.isUnchanged ? undefined : 'own',
			`${location.pathname}${this.#known}${location.hash}`,
		);
		this.#search = location.search;
		if (!isEmbedded()) updateSharedAddress(settingsQuery());
	}
	#replaceState(provenance: Provenance | undefined, address: string): void {
		this.current = provenance;
		try {
			history.replaceState({ ...history.state, [ENTRY]: provenance }, '', address);
			this.#isRefused = false;
		} catch {
			// Browsers limit how often an entry is replaced. The next change or click tries again; no setting depends on the address.
			this.#isRefused = true;
		}
	}
}
