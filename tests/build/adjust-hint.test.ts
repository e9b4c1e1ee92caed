import { describe, expect, it } from 'vitest';
import { withAdjustHint } from '../../src/build/adjust-hint.ts';

const page = (main: string, id = 'essay') =>
	`<!doctype html><html><head></head><body><main id="${id}">${main}</main></body></html>`;
const number = '<astro-island><span class="adjust tone-gap">5</span></astro-island>';

describe('`withAdjustHint`', () => {
	it('adds one hint, below the paragraph with the first number', () => {
		const html = withAdjustHint(page(`<p>None.</p><p>First ${number}.</p><p>Second ${number}.</p>`));
		expect(html.match(/adjust-hint/g)).toHaveLength(1);
		expect(html).toContain(`First ${number}.</p><p class="adjust-hint`);
	});
	it('leaves a page without such a number as it is', () => {
		const html = page('<p>Nothing to drag.</p>');
		expect(withAdjustHint(html)).toBe(html);
	});
	it('leaves an embedded figure as it is', () => {
		const html = page(`<p>${number}</p>`, 'figure');
		expect(withAdjustHint(html)).toBe(html);
	});
});
