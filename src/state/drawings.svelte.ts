import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import { lastMonth, type DrawnPath } from '../engine/drawn-path.ts';
import { parseDrawings, serializePath, type Drawing } from './drawn-text.ts';
import { storageKey } from './storage.ts';

const STORAGE_KEY = storageKey('drawings');

/**
 * The paths that the reader drew before looking, by model. They are kept in this browser, and in a link only if the reader asks for
 * it. A path that came with a link stands beside the reader's own and is not kept.
 */
class Drawings {
	readonly #own = new SvelteMap<string, Drawing>();
	readonly #sent = new SvelteMap<string, DrawnPath>();
	readonly #inLink = new SvelteSet<string>();
	#isLoaded = false;
	/** Whether the browser refuses storage, so that a drawing lasts as long as the page. */
	isRefused = $state(false);

	/** Reads local storage, once. Until then there are no drawings. */
	load(): void {
		if (this.#isLoaded) return;
		this.#isLoaded = true;
		try {
			for (const [model, drawing] of parseDrawings(localStorage.getItem(STORAGE_KEY))) this.#own.set(model, drawing);
		} catch {
			this.isRefused = true;
		}
	}
	/** The number of the reader's drawings. */
	get count(): number {
		return this.#own.size;
	}
	/** Returns the reader's drawing of a model; undefined if there is none. */
	of(model: string): Drawing | undefined {
		return this.#own.get(model);
	}
	/** Returns the path that came with the link; undefined if it had none. */
	sentOf(model: string): DrawnPath | undefined {
		return this.#sent.get(model);
	}
	/** Keeps a drawing in place of the former one. A path without a value is removed. */
	keep(model: string, drawing: Drawing): void {
		if (lastMonth(drawing.path) === 0) this.#own.delete(model);
		else this.#own.set(model, drawing);
		this.#save();
	}
	/** Removes every drawing of the reader. */
	forget(): void {
		this.#own.clear();
		this.#inLink.clear();
		this.#save();
	}
	/** The paths that links carry. */
	get inLink(): ReadonlyMap<string, DrawnPath> {
		return new Map(
			[...this.#own].filter(([model]) => this.#inLink.has(model)).map(([model, { path }]) => [model, path]),
		);
	}
	share(model: string, isShared: boolean): void {
		if (isShared) this.#inLink.add(model);
		else this.#inLink.delete(model);
	}
	/** Takes over the paths of a link. */
	receive(sent: ReadonlyMap<string, DrawnPath>): void {
		this.#sent.clear();
		for (const [model, path] of sent) this.#sent.set(model, path);
	}
	#save(): void {
		const stored = Object.fromEntries(
			Array.from(this.#own, ([model, { path, seen }]) => [model, { path: serializePath(path), seen }]),
		);
		try {
			if (this.#own.size === 0) localStorage.removeItem(STORAGE_KEY);
			else localStorage.setItem(STORAGE_KEY, JSON.stringify(stored));
		} catch {
			this.isRefused = true;
		}
	}
}
export const drawings = new Drawings();
