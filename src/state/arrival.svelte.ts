import type { Value } from '../engine/parameter.ts';
import { parameters } from '../models/registry.ts';
import { askedRuns } from './asked-runs.svelte.ts';
import { assumptions } from './assumptions.svelte.ts';
import { comparison } from './comparison.svelte.ts';
import { EDITION } from './editions.ts';
import { leftOut } from './left-out.svelte.ts';
import { changesIn, readLink } from './link.ts';
import { savedSettings } from './saved-settings.svelte.ts';

type Values = ReadonlyMap<string, Value>;
const NOTHING: Values = new Map();
const NO_RUNS: ReadonlyMap<string, number> = new Map();

/** The reader's answer to a shared link: its settings are kept as the reader's own, or dismissed for the essay's. */
export type Answer = 'kept' | 'dismissed';

/** What an answer changes. */
interface Settings {
	readonly changes: Values;
	readonly editionDefaults: Values;
	readonly leftOut: readonly string[];
}

/** How the reader arrived: the link that was opened, what its sender changed, and what the reader answered to it. */
class Arrival {
	/** What the sender changed, by parameter id; undefined if nothing, or if the link is the reader's own. */
	senderChanges = $state.raw<Values | undefined>();
	/** Everything in which the sender's settings differ from today's defaults, defaults of an older edition among it. */
	senderSettings: Values = NOTHING;
	/** The runs of experiments in the sender's link: the seed, by experiment. */
	senderRuns = $state.raw(NO_RUNS);
	answer = $state<Answer | undefined>();
	/** One notice for each thing in the link that was not taken exactly as written. */
	notices = $state.raw<readonly string[]>([]);
	/** The edition that the link was made with. */
	edition = $state(EDITION);
	#editionDefaults = $state.raw(NOTHING);
	/** What `undoAnswer` goes back to. */
	#beforeAnswer: Settings = { changes: NOTHING, editionDefaults: NOTHING, leftOut: [] };

	/** Records the edition of the opened link, and the defaults of that edition that now stand where the link is silent. */
	openLink(edition: number, editionDefaults: Values): void {
		this.edition = edition;
		this.#editionDefaults = editionDefaults;
	}
	/** Defaults of the link's edition that differ from today's, where the link is silent. */
	get editionDefaults(): Values {
		return this.#editionDefaults;
	}
	/** Keys of the edition defaults that are still in force. They are a change of neither reader. */
	get editionDefaultKeys(): readonly string[] {
		return Array.from(this.#editionDefaults)
			.filter(([key, value]) => assumptions.get(key) === value)
			.map(([key]) => key);
	}
	/** Keys of the assumptions that a reader changed, the sender or this one. */
	get changedKeys(): readonly string[] {
		const { editionDefaultKeys } = this;
		return assumptions.changedKeys.filter((key) => !editionDefaultKeys.includes(key));
	}
	/** Replaces the edition defaults in force by today's defaults: one change, which can be undone. */
	useCurrentDefaults(): void {
		assumptions.setAll(Object.fromEntries(this.editionDefaultKeys.map((key) => [key, parameters.get(key)!.default])));
	}
	/** Counts the edition defaults as the reader's own changes from now on. */
	acceptEditionDefaults(): void {
		this.#editionDefaults = NOTHING;
	}

	/** Records the settings in force, and the runs of experiments, as the sender's. */
	receive(): void {
		this.senderRuns = new Map(askedRuns.all);
		const keys = this.changedKeys;
		this.senderChanges = keys.length > 0 ? new Map(keys.map((key) => [key, assumptions.get(key)])) : undefined;
		this.answer = undefined;
		this.senderSettings = assumptions.changes;
	}
	/** Whether the sender's changes wait for an answer. */
	get isAwaitingAnswer(): boolean {
		return this.senderChanges !== undefined && this.answer === undefined;
	}

	/** Whether the settings in force are still those on arrival. */
	get isUnchanged(): boolean {
		const { changes } = assumptions;
		return (
			changes.size === this.senderSettings.size &&
			[...changes].every(([key, value]) => this.senderSettings.get(key) === value)
		);
	}
	/** Takes the runs of the sender's link for read. */
	dismissRuns(): void {
		this.senderRuns = NO_RUNS;
	}
	/** Forgets the sender: the settings in force are the reader's own from now on. */
	leave(): void {
		this.dismissRuns();
		this.senderChanges = undefined;
		this.answer = undefined;
		this.openLink(EDITION, NOTHING);
	}

	/** Brings the reader's own settings back, saved or changed since, and holds the sender's beside them. */
	compareWithMine(): void {
		const changedSince = [...assumptions.changes].filter(([key, value]) => this.senderSettings.get(key) !== value);
		const saved = changesIn(readLink(savedSettings.current, parameters), parameters);
		comparison.setOther({ name: '', values: this.senderSettings });
		this.acceptEditionDefaults();
		this.dismissRuns();
		this.senderChanges = undefined;
		assumptions.replaceAll(new Map([...saved, ...changedSince]));
		comparison.isOpen = true;
	}
	get #settings(): Settings {
		return { changes: assumptions.changes, editionDefaults: this.#editionDefaults, leftOut: leftOut.all };
	}
	/** Keeps the settings in force as the reader's own. */
	keep(): void {
		this.#beforeAnswer = this.#settings;
		this.acceptEditionDefaults();
		this.answer = 'kept';
	}
	/** Goes back to the essay's own settings: one change, which can be undone. */
	dismiss(): void {
		this.#beforeAnswer = this.#settings;
		assumptions.replaceAll(new Map());
		leftOut.leaveOnly([]);
		this.answer = 'dismissed';
	}
	/** Takes back the answer, with what it did. */
	undoAnswer(): void {
		if (this.answer === 'dismissed') {
			assumptions.replaceAll(this.#beforeAnswer.changes);
			leftOut.leaveOnly(this.#beforeAnswer.leftOut);
		}
		this.#editionDefaults = this.#beforeAnswer.editionDefaults;
		this.answer = undefined;
	}
}
export const arrival = new Arrival();
