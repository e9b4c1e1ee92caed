import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { followFigures, readingPlace } from '../../src/reader/reading-place.ts';

/** Puts a figure from one height of the screen to another, in shares of its height. */
function place(id: string, from: number, to: number): void {
	const rect = { top: from * innerHeight, bottom: to * innerHeight };
	document.getElementById(id)!.getBoundingClientRect = () => rect as DOMRect;
}
const input = (id: string) => document.querySelector<HTMLInputElement>(`#${id} input`)!;

describe('`readingPlace`', () => {
	let stop: () => void;
	beforeEach(() => {
		document.body.innerHTML =
			'<button>Copy link</button>' +
			['one', 'two'].map((id) => `<figure class="figure" id="${id}"><input type="range"></figure>`).join('');
		document.documentElement.dataset['reading'] = 'schlep';
		place('one', -3, -2);
		place('two', 2, 3);
		stop = followFigures();
	});
	afterEach(() => {
		stop();
		delete document.documentElement.dataset['reading'];
	});

	it('returns the section if no figure is read', () => expect(readingPlace()).toBe('schlep'));
	it('returns the figure at the height at which readers read', () => {
		place('one', 0.2, 0.8);
		place('two', 0.85, 1.5);
		expect(readingPlace()).toBe('one');
	});
	it.each([
		['focused', () => input('two').focus()],
		['changed', () => input('two').dispatchEvent(new Event('input', { bubbles: true }))],
	])('returns the figure that was %s last while it is on the screen, also after the button was pressed', (_, use) => {
		use();
		place('one', 0.2, 0.8);
		place('two', 0.85, 1.5);
		document.querySelector('button')!.focus();
		expect(readingPlace()).toBe('two');
		place('two', 1.2, 2);
		expect(readingPlace()).toBe('one');
	});
});
