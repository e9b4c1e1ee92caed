import { flushSync, mount, unmount } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import Address from '../../src/reader/Address.svelte';
import { assumptions } from '../../src/state/assumptions.svelte.ts';
import { EDITION } from '../../src/state/editions.ts';
import { arrival } from '../../src/state/arrival.svelte.ts';

// A comparison posts queries to a worker, which is not under test.
vi.stubGlobal(
	'Worker',
	class {
		postMessage = vi.fn();
		addEventListener = vi.fn();
		terminate = vi.fn();
	},
);

let island: Record<string, unknown> | undefined;
/** Mounts Address at a query that a reader was sent, and waits for the greeting if there is one. */
async function open(query: string) {
	document.body.innerHTML = '<main></main>';
	history.replaceState(null, '', `/${query}`);
	island = mount(Address, { target: document.body });
	flushSync();
	if (arrival.senderChanges || arrival.editionDefaultKeys.length > 0)
		await vi.waitFor(() => expect(document.querySelector('main > .greeting')).not.toBeNull(), { timeout: 10_000 });
	return document.body;
}
const button = (name: string) =>
	Array.from(document.querySelectorAll('button')).find(({ textContent }) => textContent.trim() === name)!;
afterEach(async () => {
	if (island) await unmount(island);
	assumptions.load(new Map());
	arrival.openLink(EDITION, new Map());
	arrival.receive();
});

describe('a link of edition 1', () => {
	it('brings its defaults into force, and the notice lists them with today’s', async () => {
		const { textContent } = await open('?m=1&learner-year=2030');
		expect([assumptions.get('adoptionShare'), assumptions.get('afterLearner')]).toEqual([0.17, 0]);
		expect(textContent).toMatch(/edition 1.*set up to buy AI: 17% \(today 32%\)/);
		expect(textContent).toMatch(/edition 1.*after the learner: 0\sabilities \(today 2/);
		expect(document.querySelector('a')!.getAttribute('href')).toMatch(/\/method\/#editions$/);
	});

	it('counts no edition default among the sender’s changes', async () => {
		await open('?m=1&learner-year=2030');
		expect([...arrival.senderChanges!.keys()]).toEqual(['humanLevelYear']);
		expect([...arrival.editionDefaultKeys].sort()).toEqual([
			'adoptionShare',
			'afterLearner',
			'bakedGeneralisation',
			'paybackUntil',
			'slopeError',
		]);
	});

	it('without settings has no sender’s changes', async () => {
		await open('?m=1');
		expect(arrival.senderChanges).toBeUndefined();
		expect(assumptions.get('afterLearner')).toBe(0);
	});

	it('“Use today’s instead” replaces the edition defaults, and undo restores them', async () => {
		await open('?m=1&learner-year=2030');
		button('Use today’s instead').click();
		flushSync();
		expect([assumptions.get('adoptionShare'), assumptions.get('afterLearner')]).toEqual([0.32, 2]);
		expect(assumptions.get('humanLevelYear')).toBe(2032);
		expect([arrival.editionDefaultKeys, document.querySelector('.notice')]).toEqual([[], null]);
		assumptions.undo();
		flushSync();
		expect(assumptions.get('afterLearner')).toBe(0);
		expect(arrival.editionDefaultKeys).toHaveLength(5);
	});

	it('an edition default that the reader changed is no longer listed', async () => {
		await open('?m=1');
		assumptions.set('afterLearner', 3);
		expect(arrival.editionDefaultKeys).toContain('adoptionShare');
		expect(arrival.editionDefaultKeys).not.toContain('afterLearner');
	});

	it('“Keep” removes the notice and leaves the edition defaults in force', async () => {
		await open('?m=1');
		button('Keep').click();
		flushSync();
		expect(document.querySelector('.notice')).toBeNull();
		expect(assumptions.get('afterLearner')).toBe(0);
	});
});

it('a link of today’s edition, or of none, shows no notice', async () => {
	for (const query of [`?m=${EDITION}&human-level-year=2030`, '?human-level-year=2030']) {
		expect((await open(query)).querySelector('.notice')).toBeNull();
		expect([arrival.editionDefaultKeys, [...arrival.senderChanges!]]).toEqual([[], [['humanLevelYear', 2030]]]);
	}
});
