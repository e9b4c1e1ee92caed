import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, it } from 'vitest';
import { parameters } from '../../src/models/registry.ts';
import Adjust from '../../src/prose/Adjust.svelte';
import { assumptions } from '../../src/state/assumptions.svelte.ts';

let mounted: Record<string, unknown> | undefined;
afterEach(async () => {
	if (mounted) await unmount(mounted);
	document.body.replaceChildren();
	assumptions.replaceAll(new Map());
});
const put = (key: string) => {
	mounted = mount(Adjust, { target: document.body, props: { parameter: key } });
	flushSync();
	return document.querySelector<HTMLElement>('.adjust')!;
};
/** Pointer events of one finger at a distance from where it began; jsdom has no PointerEvent. */
const pointer = (type: string, x = 0) =>
	Object.assign(new MouseEvent(type, { bubbles: true, button: 0, clientX: 100 + x }), { pointerId: 1 });
const dragged = (element: HTMLElement, ...types: readonly [string, number?][]) => {
	element.setPointerCapture = () => undefined;
	for (const [type, x] of types) element.dispatchEvent(pointer(type, x));
	flushSync();
};

it.each([...parameters.keys()].slice(0, 5))('`Adjust` sets no space before or after the number of %s', (key) => {
	put(key);
	const text = document.body.textContent;
	expect(text).toBe(text.trim());
});

it('`Adjust` takes back a drag that is cancelled, and leaves no step in the history', () => {
	const element = put('revenue');
	const undoable = assumptions.canUndo;
	dragged(element, ['pointerdown'], ['pointermove', 40]);
	expect(assumptions.isChanged('revenue')).toBe(true);
	dragged(element, ['pointercancel']);
	expect(assumptions.isChanged('revenue')).toBe(false);
	expect(assumptions.canUndo).toBe(undoable);
});

it('`Adjust` opens its field at a click, and not at the click that ends a drag', () => {
	const element = put('revenue');
	dragged(element, ['pointerdown'], ['pointermove', 40], ['pointerup', 40], ['click', 40]);
	expect(document.querySelector('input[type=text]')).toBeNull();
	dragged(element, ['pointerdown'], ['pointerup'], ['click']);
	expect(document.querySelector('input[type=text]')).not.toBeNull();
});
