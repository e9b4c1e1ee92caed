import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, it } from 'vitest';
import { BY_HAND, cellsByHand } from '../../../src/experiments/slides.ts';
import SortByHand from '../../../src/figures/frame/SortByHand.svelte';
import { FIRST_SEED } from '../../../src/state/first-seed.ts';
import { sortedByHand } from '../../../src/state/sorted-by-hand.svelte.ts';

const cells = cellsByHand(FIRST_SEED);
let app: Record<string, unknown>;
afterEach(() => {
	void unmount(app);
	sortedByHand.begin();
});
const show = () => {
	app = mount(SortByHand, { target: document.body });
	flushSync();
};
const asked = () => document.querySelector('.asked')!.textContent;
const answer = (isMacrophage: boolean) => {
	const buttons = document.querySelectorAll<HTMLButtonElement>('.answers button');
	buttons[isMacrophage ? 0 : 1]!.click();
	flushSync();
};

it('`SortByHand` states the rule from the fifth cell to the last of the first laboratory, and not in the second', () => {
	show();
	const hasRule = cells.map(({ label }) => {
		const has = asked().includes('bean-shaped');
		answer(label === 1);
		return has;
	});
	expect(hasRule).toEqual(cells.map((_, i) => i >= 4 && i < BY_HAND.first));
	expect(asked()).toContain('One sentence was enough for both.');
});

it('`SortByHand` counts down the cells of the second laboratory', () => {
	show();
	for (let i = 0; i < cells.length; i++) {
		if (i >= BY_HAND.first) expect(asked()).toContain(`dark and light are swapped. ${cells.length - i} more.`);
		answer(true);
	}
	expect(asked()).toContain('One sentence was all that you were given.');
});
