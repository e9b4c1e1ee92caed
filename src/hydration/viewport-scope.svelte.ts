import { DeferredQueue } from './deferred-queue.ts';

/** Updates that parts of the page far from the viewport have skipped. */
const skipped = new DeferredQueue();

/** Distance from the viewport, as a root margin, within which a part of the page is near it: what is costly to draw earlier than text. */
const NEAR = { figure: '50% 0%', text: '10% 0%' } as const;
type Part = keyof typeof NEAR;
const observers: Partial<Record<Part, IntersectionObserver>> = {};
const scopeOf = new WeakMap<Element, ViewportScope>();
const createObserver = (part: Part): IntersectionObserver =>
	new IntersectionObserver(
		(entries) => {
			for (const { target, isIntersecting } of entries) scopeOf.get(target)!.isNear = isIntersecting;
		},
		{ rootMargin: NEAR[part] },
	);

/**
 * What one part of the page reads of the assumptions. Near the viewport its reads are live. Further away they keep
 * their last values until the part comes near, the reader is inactive, or the page is printed, copied or searched. So
 * the cost of a slider step depends on what is on the screen and not on the length of the page.
 */
export class ViewportScope {
	readonly #part: Part;
	#isNear = true;
	/** Incremented to invalidate what was read before. */
	#version = $state(0);

	constructor(part: Part) {
		this.#part = part;
	}

	/** Whether the part is near the viewport. Not reactive. */
	get isNear(): boolean {
		return this.#isNear;
	}
	set isNear(isNear: boolean) {
		this.#isNear = isNear;
		if (isNear && skipped.has(this.#update)) this.#update();
	}
	readonly #update = (): void => {
		skipped.delete(this.#update);
		this.#version++;
	};

	/** Wraps a reactive read so that it is repeated only while the part is near. Call it once for each read, and the result often. */
	throttled<T>(read: () => T): () => T {
		let last: { readonly version: number; readonly value: T } | undefined;
		return () => {
			const version = this.#version;
			if (last && last.version === version && !this.#isNear && !skipped.isPrinting) skipped.add(this.#update);
			else last = { version, value: read() };
			return last.value;
		};
	}

	/** Attachment for the element whose distance from the viewport counts. */
	readonly watch = (element: Element): (() => void) | undefined => {
		// Without IntersectionObserver every part stays live.
		if (!('IntersectionObserver' in globalThis)) return undefined;
		const observer = (observers[this.#part] ??= createObserver(this.#part));
		scopeOf.set(element, this);
		observer.observe(element);
		return () => {
			observer.unobserve(element);
			skipped.delete(this.#update);
		};
	};
}
