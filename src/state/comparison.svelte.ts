import type { Value } from '../engine/parameter.ts';
import { parameters } from '../models/registry.ts';
import { positions, type Position } from '../positions/positions.ts';
import { OTHER, valuesOf } from './held-values.ts';
import { safeName, type OtherReader } from './other-reader.ts';

/** The most named positions that are compared with at once. */
export const MOST_COMPARED = 2;

/** Whose numbers stand beside the reader's own. */
export interface Compared {
	readonly id: string;
	readonly title: string;
	/** Every parameter. */
	readonly values: ReadonlyMap<string, Value>;
	/** The named position that it is, if it is one. */
	readonly position?: Position;
}

/**
 * What the reader has asked to see beside their own: named positions, two at the most, the later ones pushing the earliest out,
 * and one other reader, whose link it was.
 */
class Comparison {
	#ids = $state.raw<readonly string[]>([]);
	#other = $state.raw<OtherReader | undefined>();
	/** Whether the place where the two are held against one another is open. */
	isOpen = $state(false);

	/** Ids of the named positions. */
	get ids(): readonly string[] {
		return this.#ids;
	}
	/** The other reader. */
	get other(): OtherReader | undefined {
		return this.#other;
	}
	readonly positions: readonly Position[] = $derived(
		this.#ids.map((id) => positions.find((position) => position.id === id)!),
	);
	/** The other reader, as they stand beside the named positions. */
	readonly theirs: Compared | undefined = $derived(
		this.#other && { id: OTHER, title: this.#other.name || 'Theirs', values: this.#valuesOf(this.#other) },
	);
	/** The other reader first, then the named positions. */
	readonly all: readonly Compared[] = $derived([
		...(this.theirs ? [this.theirs] : []),
		...this.positions.map((position) => ({
			id: position.id,
			title: position.title,
			values: valuesOf(position.id),
			position,
		})),
	]);
	#valuesOf({ values }: OtherReader): ReadonlyMap<string, Value> {
		return new Map(Array.from(parameters, ([key, parameter]) => [key, values.get(key) ?? parameter.default]));
	}
	has(id: string): boolean {
		return this.#ids.includes(id);
	}
	toggle(id: string): void {
		this.show(this.has(id) ? this.#ids.filter((other) => other !== id) : [...this.#ids, id].slice(-MOST_COMPARED));
	}
	/** Unknown ids are left out. */
	show(ids: readonly string[]): void {
		this.#ids = ids.filter((id) => positions.some((position) => position.id === id));
	}
	/** Holds somebody's assumptions beside the reader's own, instead of whoever's were there; nobody's, where none are given. */
	hold(other: OtherReader | undefined): void {
		this.#other = other;
	}
	/** Calls the other by a name. */
	name(name: string): void {
		if (this.#other) this.#other = { ...this.#other, name: safeName(name) };
	}
}
export const comparison = new Comparison();
