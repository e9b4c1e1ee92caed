import { flushSync, mount, unmount } from 'svelte';
import { expect, it } from 'vitest';
import { laboratories, slides, UNSEEN_CELLS } from '../../../src/experiments/slides.ts';
import JudgeCells from '../../../src/figures/Mistakes/parts/JudgeCells.svelte';
import { JUDGED } from '../../../src/figures/Mistakes/words.ts';

it('`JudgeCells` says after each answer what the cell was and what the networks make of it, and counts at the end', () => {
	const cells = slides(1, UNSEEN_CELLS, 100, laboratories(1, 1, 'half'));
	const app = mount(JudgeCells, { target: document.body });
	flushSync();
	const text = (select: string) => document.querySelector(select)!.textContent.replace(/\s+/g, ' ').trim();
	for (const { cell, isHard } of JUDGED) {
		const isMacrophage = cells[cell]!.label === 1;
		document.querySelectorAll<HTMLButtonElement>('.answers button')[isMacrophage ? 0 : 1]!.click();
		flushSync();
		expect(text('.said')).toContain(`Right: that was ${isMacrophage ? 'a macrophage' : 'a look-alike'}.`);
		expect(text('.said')).toContain(isHard ? 'networks get it wrong' : 'networks get it right');
	}
	expect(text('.asked')).toContain('you judged three rightly; of three that they all get right, three.');
	void unmount(app);
});
