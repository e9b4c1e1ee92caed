// @vitest-environment jsdom
import type { ClientDirective } from 'astro';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** Observers that the directive made, in order, so that a test can bring an island near the viewport. */
let observers: {
	readonly callback: IntersectionObserverCallback;
	readonly margin: string | undefined;
	readonly targets: Element[];
}[];
beforeEach(() => {
	observers = [];
	vi.useFakeTimers();
	vi.resetModules();
	vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
	vi.stubGlobal(
		'IntersectionObserver',
		class {
			readonly targets: Element[] = [];
			readonly margin: string | undefined;
			constructor(
				readonly callback: IntersectionObserverCallback,
				options?: IntersectionObserverInit,
			) {
				this.margin = options?.rootMargin;
				observers.push(this);
			}
			observe(element: Element) {
				this.targets.push(element);
			}
			disconnect() {
				this.targets.length = 0;
			}
		},
	);
});
afterEach(async () => {
	// Islands that still wait for an interaction would meet it in a later file, which has no observers.
	touch();
	await settle();
	document.documentElement.removeAttribute('data-changed');
	document.documentElement.className = '';
	document.body.replaceChildren();
	document.head.replaceChildren();
	history.replaceState(null, '', '/');
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

const settle = () => vi.advanceTimersByTimeAsync(0);
const touch = () => dispatchEvent(new Event('pointermove'));
/** Reports that an island is in the viewport, or below it at `top`. */
const approach = (island: Element, top = 0) => {
	const found = observers.find(({ targets }) => targets.some((target) => island.contains(target)))!;
	const entry = { isIntersecting: true, boundingClientRect: { top, bottom: top + 10 } };
	found.callback([entry as IntersectionObserverEntry], found as never);
};

/** Puts an island into the page and applies the directive to it. */
async function islandOf(value: string | boolean, log: string[] = [], name = 'island') {
	const { default: near } = (await import('../../src/hydration/directive.ts')) as { default: ClientDirective };
	const island = document.createElement('astro-island');
	island.innerHTML = '<div><button>Press</button></div>';
	island.setAttribute('component-url', '/islands.js');
	island.setAttribute('renderer-url', '/client.js');
	document.body.append(island);
	const load = async () => {
		log.push(`${name} loads`);
		return async () => void log.push(`${name} hydrates`);
	};
	void near(load, { name, value: value as string }, island);
	await settle();
	return { island, log };
}

describe('`client:near`', () => {
	it('loads nothing before the first interaction', async () => {
		const { log } = await islandOf(true);
		await vi.advanceTimersByTimeAsync(60_000);
		expect(log).toEqual([]);
	});

	it('hydrates an island that is near after the first interaction', async () => {
		const { island, log } = await islandOf(true);
		touch();
		await settle();
		expect(log).toEqual([]);
		approach(island);
		await settle();
		expect(log).toEqual(['island loads', 'island hydrates']);
	});

	it('hydrates at once if the address brings settings', async () => {
		history.replaceState(null, '', '/?m=2&revenue=105');
		const { log } = await islandOf('anywhere');
		expect(log).toEqual(['island loads', 'island hydrates']);
	});

	it('leaves islands below the screen to the first interaction if the address brings settings, and a scroll is none', async () => {
		history.replaceState(null, '', '/?m=2&revenue=105');
		const { island, log } = await islandOf(true);
		expect(observers.at(-1)!.margin).toBe('0% 0%');
		dispatchEvent(new Event('scroll'));
		await settle();
		expect(observers).toHaveLength(1);
		touch();
		await settle();
		expect(observers.at(-1)!.margin).toBe('100% 0%');
		approach(island, 5000);
		await settle();
		expect(log).toEqual(['island loads', 'island hydrates']);
	});

	it('hydrates an island with the value "anywhere" wherever it is', async () => {
		const { log } = await islandOf('anywhere');
		touch();
		await settle();
		expect(log).toEqual(['island loads', 'island hydrates']);
	});

	it('hydrates islands on the screen before those below it', async () => {
		const log: string[] = [];
		const first = await islandOf(true, log, 'first');
		const below = await islandOf(true, log, 'below');
		const seen = await islandOf(true, log, 'seen');
		touch();
		await settle();
		approach(first.island);
		approach(below.island, 5000);
		approach(seen.island);
		await vi.advanceTimersByTimeAsync(200);
		expect(log.filter((line) => line.endsWith('hydrates'))).toEqual([
			'first hydrates',
			'seen hydrates',
			'below hydrates',
		]);
	});

	it('hydrates an island at once when the reader uses it', async () => {
		const { island, log } = await islandOf(true);
		island.querySelector('button')!.dispatchEvent(new Event('pointerdown', { bubbles: true }));
		await settle();
		expect(log).toEqual(['island loads', 'island hydrates']);
	});

	it('presses a button again, once, that was pressed before its script arrived', async () => {
		const { island } = await islandOf(true);
		const button = island.querySelector('button')!;
		button.click();
		const presses = vi.fn();
		button.addEventListener('click', presses);
		touch();
		await settle();
		approach(island);
		await settle();
		expect(presses).toHaveBeenCalledTimes(1);
		button.click();
		await settle();
		expect(presses).toHaveBeenCalledTimes(2);
	});

	it.each([
		['a button that opens a popover', '<button popovertarget="contents">Contents</button>', 'button', 'click', 0],
		['a button that copies a link', '<button data-copy-link>Copy</button>', 'button', 'click', 0],
		['a number in a sentence', '<span class="adjust"><input type="range"></span>', '.adjust', 'click', 1],
		['a number at which Enter was pressed', '<span class="adjust"><input type="range"></span>', '.adjust', 'Enter', 1],
		[
			'a number at which another key was pressed',
			'<span class="adjust"><input type="range"></span>',
			'.adjust',
			'ArrowUp',
			0,
		],
		['a button that is pressed by Enter, which is a click already', '<button>Press</button>', 'button', 'Enter', 0],
	])('replays the early press of %s as often as it must', async (_, html, selector, how, replays) => {
		const { island } = await islandOf(true);
		island.innerHTML = `<div>${html}</div>`;
		const element = island.querySelector<HTMLElement>(selector)!;
		if (how === 'click') element.click();
		else
			(element.querySelector('input') ?? element).dispatchEvent(
				new KeyboardEvent('keydown', { key: how, bubbles: true }),
			);
		const presses = vi.fn();
		element.addEventListener('click', presses);
		(element.querySelector('input') ?? element).dispatchEvent(new Event('pointerdown', { bubbles: true }));
		await settle();
		expect(presses).toHaveBeenCalledTimes(replays);
	});

	it('marks a copy button that is pressed outside islands', async () => {
		await islandOf(true);
		const button = document.createElement('button');
		button.dataset['copyLink'] = '';
		document.body.append(button);
		button.click();
		expect(button.dataset['pressed']).toBe('');
	});

	it('hydrates a far island after a change, while the reader is inactive', async () => {
		const { log } = await islandOf(true);
		touch();
		await settle();
		document.documentElement.toggleAttribute('data-changed', true);
		await settle();
		expect(log).toEqual(['island loads']);
		await vi.advanceTimersByTimeAsync(6000);
		expect(log).toEqual(['island loads', 'island hydrates']);
	});

	it('hydrates a far island before a print', async () => {
		const { log } = await islandOf(true);
		touch();
		await settle();
		document.documentElement.toggleAttribute('data-changed', true);
		await settle();
		dispatchEvent(new Event('beforeprint'));
		await settle();
		expect(log).toEqual(['island loads', 'island hydrates']);
	});

	it('preloads the entry scripts at once, while the page is still loading', async () => {
		await islandOf(true);
		// Modules of earlier tests still listen to the same window, so links may repeat.
		const links = Array.from(document.querySelectorAll('link'), (link) => `${link.rel} ${link.getAttribute('href')}`);
		expect([...new Set(links)]).toEqual(['modulepreload /islands.js', 'modulepreload /client.js']);
	});
});
