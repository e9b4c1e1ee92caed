import { untrack } from 'svelte';
import forecast from '../models/forecast.model.ts';
import { assumptions } from '../state/assumptions.svelte.ts';
import { uncertainty } from '../state/uncertainty.svelte.ts';
import type { Odds } from './queries.ts';

/** Milliseconds without a change after which the next one starts a new trail. */
const REST = 1500;

/** The reader's place on the map of odds, and where it was before the last change. One for all maps of a page. */
class ReaderOdds {
	#counted = $state.raw<Odds>();
	#dragged = $state.raw<Odds>();
	#before = $state.raw<{ readonly odds: Odds | undefined }>();
	#isDragging = false;
	#isFollowing = false;
	#changedAt = -Infinity;

	/** Whether the odds differ from those that were computed at build. */
	readonly isOwn = $derived(
		uncertainty.isOn || Object.keys(forecast.parameters).some((key) => assumptions.isChanged(key)),
	);
	/** The reader's odds; undefined if they are the essay's, or not yet known. */
	get now(): Odds | undefined {
		return this.#dragged ?? (this.isOwn ? this.#counted : undefined);
	}
	/** The place before the last change (`odds` is undefined for the essay's); undefined before any change. */
	get before(): { readonly odds: Odds | undefined } | undefined {
		return this.#before;
	}

	/** Takes the newest answer of the runs; undefined if they cannot start. */
	count(odds: Odds | undefined): void {
		this.#counted = odds;
		if (!this.#isDragging) this.#dragged = undefined;
	}
	/** Starts a drag: the trail begins where the reader is now. */
	startDrag(): void {
		this.#before = { odds: this.now };
		this.#isDragging = true;
	}
	/** Places the reader while the dot is dragged; the runs confirm the place after the drag. */
	drag(odds: Odds): void {
		this.#dragged = odds;
	}
	/** Ends a drag; after one that is taken back the place is that of the runs again. */
	endDrag(isTakenBack: boolean): void {
		this.#isDragging = false;
		this.#changedAt = performance.now();
		if (isTakenBack || !this.isOwn) this.#dragged = undefined;
		if (isTakenBack) this.#before = undefined;
	}

	/** Remembers from now on where each change started. For use in an effect. */
	follow(): void {
		if (this.#isFollowing) return;
		this.#isFollowing = true;
		let isFirst = true;
		$effect.root(() => {
			$effect(() => {
				assumptions.inputsOf(forecast);
				void [uncertainty.isOn, uncertainty.isGiven, uncertainty.pinned, uncertainty.seed];
				// The runs answer later: the place is still the one before the change.
				untrack(() => this.#change(isFirst));
				isFirst = false;
			});
		});
	}
	#change(isFirst: boolean): void {
		const at = performance.now();
		const isNew = !isFirst && !this.#isDragging && at - this.#changedAt > REST;
		this.#changedAt = isFirst ? -Infinity : at;
		// The reader may have changed something before any map hydrated. Of what came before, only the essay's place is known.
		if (isFirst && assumptions.changesBeforeHistory?.size === 0) this.#before = { odds: undefined };
		if (isNew) this.#before = { odds: this.now ?? this.#counted };
		if (!this.isOwn) this.#counted = undefined;
	}
}
export const readerOdds = new ReaderOdds();
