import { flushSync, mount, unmount } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import Address from '../../src/reader/Address.svelte';
import { assumptions } from '../../src/state/assumptions.svelte.ts';
import { EDITION } from '../../src/state/editions.ts';
import { arrival } from '../../src/state/arrival.svelte.ts';

// The runs behind a comparison are made elsewhere, and are no part of this.
vi.stubGlobal(
	'Worker',
	class {
		postMessage = vi.fn();
		addEventListener = vi.fn();
		terminate = vi.fn();
	},
);

let island: Record<string, unknown> | undefined;
/** Opens the essay at an address, as a reader who was sent it, and waits for the greeting, if there is to be one. */
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
	it('is shown as it was then, and the page says which assumptions that is', async () => {
		const { textContent } = await open('?m=1&learner-year=2030');
		expect([assumptions.get('adoptionShare'), assumptions.get('afterLearner')]).toEqual([0.17, 0]);
		expect(textContent).toMatch(
			/edition 1.*set up to buy AI: 17% \(today 32%\).*after the learner: 0\sabilities \(today 1/,
		);
		expect(document.querySelector('a')!.getAttribute('href')).toMatch(/\/method\/#editions$/);
	});

	it('has for the sender’s changes only what the sender changed', async () => {
		await open('?m=1&learner-year=2030');
		expect([...arrival.senderChanges!.keys()]).toEqual(['learnerYear']);
		expect([...arrival.editionDefaultKeys].sort()).toEqual(['adoptionShare', 'afterLearner']);
	});

	it('with nothing moved is nobody’s change', async () => {
		await open('?m=1');
		expect(arrival.senderChanges).toBeUndefined();
		expect(assumptions.get('afterLearner')).toBe(0);
	});

	it('gives way to today’s defaults, which can be taken back', async () => {
		await open('?m=1&learner-year=2030');
		button('Use today’s instead').click();
		flushSync();
		expect([assumptions.get('adoptionShare'), assumptions.get('afterLearner')]).toEqual([0.32, 1]);
		expect(assumptions.get('learnerYear')).toBe(2030);
		expect([arrival.editionDefaultKeys, document.querySelector('.notice')]).toEqual([[], null]);
		assumptions.undo();
		flushSync();
		expect(assumptions.get('afterLearner')).toBe(0);
		expect(arrival.editionDefaultKeys).toHaveLength(2);
	});

	it('says no more of an assumption that the reader has moved since', async () => {
		await open('?m=1');
		assumptions.set('afterLearner', 3);
		expect(arrival.editionDefaultKeys).toEqual(['adoptionShare']);
	});

	it('can be kept as it is', async () => {
		await open('?m=1');
		button('Keep').click();
		flushSync();
		expect(document.querySelector('.notice')).toBeNull();
		expect(assumptions.get('afterLearner')).toBe(0);
	});
});

it('a link of today says nothing of editions', async () => {
	for (const query of [`?m=${EDITION}&learner-year=2030`, '?learner-year=2030']) {
		expect((await open(query)).querySelector('.notice')).toBeNull();
		expect([arrival.editionDefaultKeys, [...arrival.senderChanges!]]).toEqual([[], [['learnerYear', 2030]]]);
	}
});
