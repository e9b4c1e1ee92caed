import type { Answer } from '../state/arrival.svelte.ts';
import { settingsQuery } from '../state/page-settings.ts';
import { savedSettings } from '../state/saved-settings.svelte.ts';
import { isEmbedded } from './embedded.ts';

/** Milliseconds from the last change until the address follows. */
const WRITE_AFTER = 400;
/** In `history.state`: the reader wrote this entry, so a reload shows their own settings and not a sender's. */
const OWN = 'own';

const save = () => {
	if (!isEmbedded()) savedSettings.save(settingsQuery());
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

	/** Whether the reader wrote the current entry of the history. */
	get isOwnEntry(): boolean {
		return Boolean(history.state?.[OWN]);
	}
	/** Takes the settings in force for those of the address. */
	accept(): void {
		this.#known = settingsQuery(this.foreign);
	}
	/** Takes the settings in force for changes that the address does not have yet. */
	reject(): void {
		this.#known = '';
	}
	/** Schedules a write if the settings differ from the address. Called in an effect, it follows the settings. */
	schedule(): void {
		const isNew = settingsQuery(this.foreign) !== this.#known;
		this.cancel();
		if (isNew) this.#timer = setTimeout(() => this.#write(), WRITE_AFTER);
	}
	/** Writes at once what waits to be written. */
	flush(): void {
		if (this.#timer !== undefined) this.#write();
	}
	cancel(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
	}
	/** Follows the reader's answer to a shared link. Settings that were dismissed, or wait for an answer again, are not saved. */
	answer(answer: Answer | undefined): void {
		this.accept();
		this.#replaceEntry();
		if (answer === 'kept') save();
		else if (answer === undefined) savedSettings.undo();
	}

	#write(): void {
		this.cancel();
		this.accept();
		savedSettings.offered = 0;
		save();
		this.#replaceEntry();
	}
	#replaceEntry(): void {
		try {
			history.replaceState({ ...history.state, [OWN]: true }, '', `${location.pathname}${this.#known}${location.hash}`);
		} catch {
			// Browsers limit how often an entry is replaced. The next change tries again; copying a link does not need the address.
		}
	}
}
