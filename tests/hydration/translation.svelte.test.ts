import { flushSync, mount, unmount } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { followTranslation, unwrapTranslation } from '../../src/hydration/translation.ts';
import Translated from './Translated.svelte';

/** Texts of the page, each replaced in the ways that translators do. */
const WAYS: Readonly<Record<string, (text: Text, font: Element) => void>> = {
	'replaced at once': (text, font) => text.replaceWith(font),
	'inserted before, then removed': (text, font) => {
		text.parentNode!.insertBefore(font, text);
		text.remove();
	},
	'inserted after, then removed': (text, font) => {
		text.parentNode!.insertBefore(font, text.nextSibling);
		text.remove();
	},
	wrapped: (text, font) => {
		text.replaceWith(font);
		font.firstElementChild!.replaceChildren(text);
	},
};
function translate(way: (text: Text, font: Element) => void) {
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	const texts: Text[] = [];
	while (walker.nextNode()) texts.push(walker.currentNode as Text);
	for (const text of texts.filter(({ data }) => data.trim() !== '')) {
		const font = document.createElement('font');
		font.innerHTML = '<font></font>';
		font.firstElementChild!.textContent = text.data.toUpperCase();
		way(text, font);
	}
}
const settled = () => new Promise((resolve) => setTimeout(resolve));
const shown = () => document.body.textContent!.replace(/\s+/g, '').toLowerCase();

afterEach(() => document.body.replaceChildren());

describe.each(Object.entries(WAYS))('`followTranslation`, with texts %s', (_, way) => {
	let stop: () => void;
	let app: Record<string, unknown>;
	afterEach(() => {
		stop();
		void unmount(app);
	});
	const open = async () => {
		stop = followTranslation();
		const props = $state({ price: '$4', unit: 'bn', isKnown: true });
		app = mount(Translated, { target: document.body, props });
		flushSync();
		translate(way);
		await settled();
		return props;
	};
	it('shows each new text once, and again after a second translation', async () => {
		const props = await open();
		expect(shown()).toBe('thebillis$4bnayear.$4knowntobn!$4bn');
		for (const [price, unit] of [
			['$7', 'bn'],
			['$7', 'tn'],
			['$9', 'mn'],
		] as const) {
			[props.price, props.unit] = [price, unit];
			flushSync();
			await settled();
			expect(shown()).toBe(`thebillis${price}${unit}ayear.${price}knownto${unit}!${price}${unit}`);
			translate(way);
			await settled();
		}
	});
	it('removes and adds translated parts', async () => {
		const props = await open();
		for (const isKnown of [false, true, false]) {
			props.isKnown = isKnown;
			flushSync();
			await settled();
			expect(shown()).toBe(`thebillis$4bnayear.$4${isKnown ? 'knowntobn' : ''}!$4bn`);
			translate(way);
			await settled();
		}
	});
});

describe.each(Object.entries(WAYS))('`unwrapTranslation`, with texts %s', (_, way) => {
	it('gives back one text for each text that was there', () => {
		document.body.innerHTML = '<p>It costs <b>$4</b> a year.</p><!----> <p>Known</p>';
		translate(way);
		unwrapTranslation(document.body);
		expect(document.body.innerHTML.toLowerCase()).toBe('<p>it costs <b>$4</b> a year.</p><!----> <p>known</p>');
		expect(document.querySelector('p')!.childNodes).toHaveLength(3);
	});
});
