import type { Value } from '../engine/parameter.ts';
import { parameters } from '../models/registry.ts';
import { positions, type Position } from '../positions/positions.ts';
import { OTHER_READER, positionValues } from './position-values.ts';
import { safeName, type OtherReader } from './other-reader.ts';

/** The most named positions that are compared with at once. */
export const MOST_COMPARED = 2;

/** A position, or another reader, that is drawn beside the reader's own settings. */
export interface Compared {
	/** The position's id, or `OTHER_READER` for the other reader. */
	readonly id: string;
	readonly title: string;
	/** A value for every parameter. */
	readonly values: ReadonlyMap<string, Value>;
	/** The named position; undefined for the other reader. */
	readonly position?: Position;
}

/** What the reader compares with: named positions, of which one too many replaces the earliest, and one other reader. */
class Comparison {
	#ids = $state.raw<readonly string[]>([]);
	#other = $state.raw<OtherReader | undefined>();
	/** Whether the drawer that attributes the difference between two readers is open. */
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
	/** The other reader in the form of a position. */
	readonly theirs: Compared | undefined = $derived(
		this.#other && { id: OTHER_READER, title: this.#other.name || 'Theirs', values: this.#valuesOf(this.#other) },
	);
	/** The other reader, if there is one, and then the named positions. */
	readonly compared: readonly Compared[] = $derived([
		...(this.theirs ? [this.theirs] : []),
		...this.positions.map((position) => ({
			id: position.id,
			title: position.title,
			values: positionValues(position.id),
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
		this.showPositions(
			this.has(id) ? this.#ids.filter((other) => other !== id) : [...this.#ids, id].slice(-MOST_COMPARED),
		);
	}
	/** Compares with these positions alone. Unknown ids are ignored. */
	showPositions(ids: readonly string[]): void {
		this.#ids = ids.filter((id) => positions.some((position) => position.id === id));
	}
	/** Replaces the other reader, or removes them if undefined. */
	setOther(other: OtherReader | undefined): void {
		this.#other = other;
	}
	/** Names the other reader. */
	renameOther(name: string): void {
		if (this.#other) this.#other = { ...this.#other, name: safeName(name) };
	}
}
export const comparison = new Comparison();
