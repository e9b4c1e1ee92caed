import type { Value } from '../engine/parameter.ts';
import { parameters } from '../models/registry.ts';
import { assumptions } from './assumptions.svelte.ts';
import { comparison } from './comparison.svelte.ts';
import { EDITION } from './editions.ts';
import { savedSettings } from './saved-settings.svelte.ts';
import { partingOf, readLink } from './link.ts';

const NOTHING: ReadonlyMap<string, Value> = new Map();

/** How this reader came here: with somebody's settings in the link, with their own of an earlier day, or with none. */
class Arrival {
	/** What the link's sender changed, with the values that it brought; undefined where the link set nothing. */
	theirs = $state.raw<ReadonlyMap<string, Value> | undefined>();
	/** What the reader said to that: kept as their own, or put away. */
	answer = $state<'kept' | 'away' | undefined>();
	/** What of the link was not taken as it stands, or is nowhere on the page. */
	notices = $state.raw<readonly string[]>([]);

	/** What the link's sender holds, as far as it is not the essay's. */
	brought: ReadonlyMap<string, Value> = NOTHING;

	/** The edition that the link was made with. */
	edition = $state(EDITION);
	#editionDefaults = $state.raw(NOTHING);

	/** The page's address with the reader's settings, at the section being read; set by Address, the one island that knows addresses. */
	link: () => string = () => '';

	/** Takes up settings that were kept, as the query of a link has them: one change. Set by Address. */
	restore: ((query: string) => void) | undefined;

	/** A link was opened: what its edition held where it is silent stands in the assumptions now. */
	opened(edition: number, editionDefaults: ReadonlyMap<string, Value>): void {
		this.edition = edition;
		this.#editionDefaults = editionDefaults;
	}
	/** What the link's edition held where the link is silent, as far as today's essay holds something else. */
	get editionDefaults(): ReadonlyMap<string, Value> {
		return this.#editionDefaults;
	}
	/** Assumptions that an older edition wrote in and that still stand so: nobody's change. */
	get editionDefaultKeys(): readonly string[] {
		return Array.from(this.#editionDefaults)
			.filter(([key, value]) => assumptions.get(key) === value)
			.map(([key]) => key);
	}
	/** Today's defaults instead of what the older edition wrote in: one change, which can be taken back. */
	useCurrentDefaults(): void {
		assumptions.setAll(Object.fromEntries(this.editionDefaultKeys.map((key) => [key, parameters.get(key)!.default])));
	}
	/** The older edition's defaults are the reader's own from here on. */
	acceptEditionDefaults(): void {
		this.#editionDefaults = NOTHING;
	}

	/** What the link's sender changed is what differs, without what only the edition wrote in. */
	arrivedWith(keys: readonly string[]): void {
		const { editionDefaultKeys } = this;
		const theirs = keys.filter((key) => !editionDefaultKeys.includes(key));
		this.theirs = theirs.length > 0 ? new Map(theirs.map((key) => [key, assumptions.get(key)])) : undefined;
		this.answer = undefined;
		this.brought = assumptions.changes;
	}
	/** The reader's own again, kept from an earlier day or moved since, with the sender's beside them. */
	compareWithMine(): void {
		const moved = [...assumptions.changes].filter(([key, value]) => this.brought.get(key) !== value);
		const mine = new Map([...partingOf(readLink(savedSettings.current, parameters), parameters), ...moved]);
		comparison.hold({ name: '', values: this.brought });
		this.acceptEditionDefaults();
		this.theirs = undefined;
		assumptions.replaceAll(mine);
		comparison.isOpen = true;
	}
	/** Whether somebody's settings wait for an answer. */
	get isAsked(): boolean {
		return this.theirs !== undefined && this.answer === undefined;
	}

	#before: { readonly changes: ReadonlyMap<string, Value>; readonly editionDefaults: ReadonlyMap<string, Value> } = {
		changes: NOTHING,
		editionDefaults: NOTHING,
	};
	/** The settings are the reader's own from here on. */
	keep(): void {
		this.#before = { changes: assumptions.changes, editionDefaults: this.#editionDefaults };
		this.acceptEditionDefaults();
		this.answer = 'kept';
		this.onanswered?.('kept');
	}
	/** Back to the essay's: one change. */
	putAway(): void {
		this.#before = { changes: assumptions.changes, editionDefaults: this.#editionDefaults };
		assumptions.replaceAll(new Map());
		this.answer = 'away';
		this.onanswered?.('away');
	}
	/** Takes the answer back, whichever it was. */
	askAgain(): void {
		if (this.answer === 'away') assumptions.replaceAll(this.#before.changes);
		this.#editionDefaults = this.#before.editionDefaults;
		this.answer = undefined;
		this.onanswered?.(undefined);
	}
	/** Keeps what was answered for later visits; set by Address. */
	onanswered: ((answer: 'kept' | 'away' | undefined) => void) | undefined;
}
export const arrival = new Arrival();
