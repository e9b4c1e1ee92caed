import type { Value } from '../engine/parameter.ts';
import { parameters } from '../models/registry.ts';
import { assumptions } from './assumptions.svelte.ts';
import { comparison } from './comparison.svelte.ts';
import { EDITION } from './editions.ts';

const NOTHING: ReadonlyMap<string, Value> = new Map();

/** How this reader came here: with somebody's settings in the link, or with none. */
class Visit {
	/** Parameters that the link set away from the essay's; undefined where the link set none, and once the reader has answered for them. */
	theirs = $state.raw<readonly string[] | undefined>();

	/** What the link's sender holds, as far as it is not the essay's. */
	brought: ReadonlyMap<string, Value> = NOTHING;

	/** The edition that the link was made with. */
	edition = $state(EDITION);
	#written = $state.raw(NOTHING);

	/** The page's address with the reader's settings; set by Address, the one island that knows addresses. */
	link: () => string = () => '';

	/** A link was opened: what its edition held where it is silent stands in the assumptions now. */
	opened(edition: number, written: ReadonlyMap<string, Value>): void {
		this.edition = edition;
		this.#written = written;
	}
	/** Assumptions that an older edition wrote in and that still stand so: nobody's change. */
	get written(): readonly string[] {
		return Array.from(this.#written)
			.filter(([key, value]) => assumptions.get(key) === value)
			.map(([key]) => key);
	}
	/** Today's defaults instead of what the older edition wrote in: one change, which can be taken back. */
	takeTodays(): void {
		assumptions.setAll(Object.fromEntries(this.written.map((key) => [key, parameters.get(key)!.default])));
	}
	/** The older edition's defaults are the reader's own from here on. */
	keepWritten(): void {
		this.#written = NOTHING;
	}

	/** What the link's sender changed is what differs, without what only the edition wrote in. */
	arrivedWith(keys: readonly string[]): void {
		const { written } = this;
		const theirs = keys.filter((key) => !written.includes(key));
		this.theirs = theirs.length > 0 ? theirs : undefined;
		this.brought = assumptions.changes;
	}
	/** The reader's own again, what they moved since included, with the sender's beside them. */
	compareWithMine(): void {
		const mine = new Map([...assumptions.changes].filter(([key, value]) => this.brought.get(key) !== value));
		comparison.hold({ name: '', values: this.brought });
		assumptions.replaceAll(mine);
		comparison.isOpen = true;
		this.settle();
	}
	/** The reader keeps the settings, or goes back to the essay's: from here on they are the reader's own. */
	settle(): void {
		this.theirs = undefined;
		this.onsettled?.();
	}
	/** Notes in the history that the settings are the reader's own now; set by Address. */
	onsettled: (() => void) | undefined;
}
export const visit = new Visit();
