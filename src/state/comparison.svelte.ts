import { positions, type Position } from '../positions/positions.ts';
import { MOST_COMPARED } from './link.ts';

/** The named positions that the reader has asked to see beside their own: two at the most, the later ones pushing the earliest out. */
class Comparison {
	#ids = $state.raw<readonly string[]>([]);
	get ids(): readonly string[] {
		return this.#ids;
	}
	readonly positions: readonly Position[] = $derived(
		this.#ids.map((id) => positions.find((position) => position.id === id)!),
	);
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
}
export const comparison = new Comparison();
