// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { onActivity } from '../../src/hydration/activity.ts';

const heard = vi.fn();
/** A move of the pointer by so many pixels, which jsdom does not record. */
const move = (movementX: number, movementY: number) =>
	Object.defineProperties(new MouseEvent('pointermove'), {
		movementX: { value: movementX },
		movementY: { value: movementY },
	});
let stop = (): void => undefined;
afterEach(() => {
	stop();
	heard.mockClear();
});

describe('`onActivity`', () => {
	it('hears a press, a key and a pointer that moves, until it is stopped', () => {
		stop = onActivity(heard);
		const resting = Object.defineProperties(move(0, 0), { clientX: { value: 9 } });
		for (const event of [new Event('pointerdown'), new Event('keydown'), move(1, 0), move(0, -1), resting])
			dispatchEvent(event);
		expect(heard).toHaveBeenCalledTimes(5);
		stop();
		dispatchEvent(new Event('pointerdown'));
		expect(heard).toHaveBeenCalledTimes(5);
	});
	it('ignores the move that a browser reports after a layout of a pointer that was never on the page', () => {
		stop = onActivity(heard);
		dispatchEvent(move(0, 0));
		expect(heard).not.toHaveBeenCalled();
	});
});
