import type { ClientDirective } from 'astro';
import { idle, onActivity } from './activity.ts';
import { DeferredQueue } from './deferred-queue.ts';
import { unwrapTranslation } from './translation.ts';
import { isFetchError, showWithoutScripts, showWithScripts } from './without-scripts.ts';

const root = document.documentElement;

/** Whether anything differs from the essay as printed: an attribute of the root element that reader/Address.svelte sets. */
const isChanged = () => root.hasAttribute('data-changed');

/** Hydration starts at the first interaction; at once if the address brings settings or saved settings are offered. */
const isImmediate = location.search !== '' || root.classList.contains('has-saved');

let isPreloaded = false;
/**
 * Preloads the entry scripts of islands: a line each, which name the chunk that holds the code. So the first interaction waits for
 * that chunk and not for a chain of two, also while the page is still loading. All islands share these entries (essay/islands.ts).
 */
function preloadEntries(island: Element): void {
	if (isPreloaded) return;
	isPreloaded = true;
	for (const name of ['component-url', 'renderer-url']) {
		const href = island.getAttribute(name);
		if (!href) continue;
		const link = Object.assign(document.createElement('link'), { rel: 'modulepreload', href });
		link.addEventListener('error', showWithoutScripts);
		document.head.append(link);
	}
}
// Astro reports here what it could not load, and then hydrates nothing.
let isAnyHydrated = false;
document.addEventListener('astro:hydration-error', (event) => {
	const { error } = (event as CustomEvent<{ readonly error?: unknown }>).detail;
	if (!isAnyHydrated && isFetchError(error)) showWithoutScripts();
});

/**
 * Resolves at the first interaction. Where hydration does not wait for it, a scroll does not count: the browser itself scrolls to the
 * target of the address.
 */
const used = new Promise<void>((resolve) => {
	const stop = onActivity(({ type }) => {
		if (isImmediate && type === 'scroll') return;
		stop();
		resolve();
	});
});
const started = isImmediate ? Promise.resolve() : used;

const changed = new Promise<void>((resolve) => {
	const check = () => {
		if (!isChanged()) return;
		observer.disconnect();
		resolve();
	};
	const observer = new MutationObserver(check);
	observer.observe(root, { attributeFilter: ['data-changed'] });
	check();
});

/** Islands far from the viewport, hydrated while the reader is inactive. */
const deferred = new DeferredQueue();

interface Waiting {
	readonly hydrate: () => Promise<void>;
	readonly isOnScreen: boolean;
}
/** Islands whose scripts have arrived. */
const waiting: Waiting[] = [];
let isHydrating = false;
/** Hydrates islands one after another, those on the screen first, with an idle period between two, so that input is answered. */
async function hydrateInTurn(island: Waiting): Promise<void> {
	waiting.push(island);
	if (isHydrating) return;
	isHydrating = true;
	for (;;) {
		const first = waiting.findIndex(({ isOnScreen }) => isOnScreen);
		const [next] = waiting.splice(Math.max(0, first), 1);
		if (!next) break;
		// An island that fails reports its own error and does not block the next.
		await next.hydrate().then(idle, idle);
	}
	isHydrating = false;
}

/** Events by which a reader starts to use an island. */
const USE = ['pointerdown', 'focusin'];

/** Events by which a reader presses something. */
const PRESS = ['click', 'keydown'];
/**
 * Selector of elements that do nothing without their script: numbers in sentences, and buttons, except those that open a popover,
 * which the browser does, and those that copy a link, which belong to the page.
 */
const PRESSABLE = 'button:not([popovertarget], [data-copy-link]), .adjust';

// Buttons that copy a link stand anywhere on the page. reader/Address.svelte answers those that were pressed before it came.
document.addEventListener(
	'click',
	({ target }) => target instanceof Element && target.closest('[data-copy-link]')?.setAttribute('data-pressed', ''),
	true,
);

const isOnScreen = ({ boundingClientRect: { top, bottom } }: IntersectionObserverEntry) =>
	bottom > 0 && top < innerHeight;

/**
 * `client:near`: an island hydrates after the first interaction, when it is within one viewport of the screen. If the address brings
 * settings, those on the screen hydrate before it, so that a page which was just opened does little. After the reader has changed an
 * assumption, islands further away hydrate too: one by one while the reader is inactive, and all of them before
 * a print, a copy or a search, since none of these should meet a figure that still shows the essay's own numbers. With the
 * value "anywhere" an island counts as near at every scroll position.
 */
const near: ClientDirective = async (load, { value }, island) => {
	preloadEntries(island);
	// What is pressed before its script arrives is pressed again after hydration. Inputs keep what was entered by themselves.
	const pressed = new Set<HTMLElement>();
	const press = (event: Event) => {
		if (event instanceof KeyboardEvent && event.key !== 'Enter') return;
		const target = event.target instanceof Element && event.target.closest<HTMLElement>(PRESSABLE);
		// Enter presses a button by itself, as a click.
		if (target && !(event instanceof KeyboardEvent && target instanceof HTMLButtonElement)) pressed.add(target);
	};
	let loaded: (() => Promise<void>) | undefined;
	let isHydrated = false;
	const hydrate = async () => {
		if (isHydrated) return;
		isHydrated = true;
		deferred.delete(hydrate);
		observer?.disconnect();
		// If the script is there, the island is hydrated when this call returns: a print waits for nothing.
		const start = loaded ?? (await load());
		unwrapTranslation(island);
		await start();
		// Astro removes the attribute from an island that it has hydrated.
		if (!island.hasAttribute('ssr')) {
			isAnyHydrated = true;
			showWithScripts();
		}
		for (const event of PRESS) island.removeEventListener(event, press);
		for (const event of USE) island.removeEventListener(event, hydrateAtOnce, true);
		for (const element of pressed) element.click();
	};
	/** Scripts load in parallel; only hydration takes turns. */
	const queue = async (isOnScreen: boolean) => {
		loaded ??= await load();
		await hydrateInTurn({ hydrate, isOnScreen });
	};
	const hydrateAtOnce = async () => {
		loaded ??= await load();
		await hydrate();
	};
	for (const event of PRESS) island.addEventListener(event, press);
	for (const event of USE) island.addEventListener(event, hydrateAtOnce, { capture: true, passive: true });

	let observer: IntersectionObserver | undefined;
	/** Hydrates the island once it is within so many viewports of the screen. */
	const observe = (viewports: 0 | 1) => {
		if (isHydrated) return;
		observer?.disconnect();
		observer = new IntersectionObserver(
			(entries) => {
				if (entries.some(({ isIntersecting }) => isIntersecting)) void queue(entries.some(isOnScreen));
			},
			{ rootMargin: `${viewports * 100}% 0%` },
		);
		// `content-visibility` gives a figure a box before its layout; its contents have one only after it.
		const figure = island.closest('.figure');
		for (const element of figure ? [figure] : island.children) observer.observe(element);
	};
	await started;
	if (value === 'anywhere') return queue(true);
	if (isImmediate) observe(0);
	void used.then(() => observe(1));
	await changed;
	if (isHydrated) return;
	deferred.add(hydrate);
	loaded ??= await load();
};
export default near;
