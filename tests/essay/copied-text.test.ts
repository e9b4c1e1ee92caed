// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { copiedPart } from '../../src/essay/copied-text.ts';
import { typeset } from '../../src/essay/equation.ts';
import { SET_OFF } from '../../src/essay/set-off.ts';

const { html } = typeset('\\q{headStart} = \\frac{1}{x}', 'lead', true);
afterEach(() => document.body.replaceChildren());
function select(content: string, from = 'body', to = from) {
	document.body.innerHTML = content;
	const selection = getSelection()!;
	selection.removeAllRanges();
	const range = document.createRange();
	range.setStart(document.querySelector(from)!, 0);
	const end = document.querySelector(to)!;
	range.setEnd(end, end.childNodes.length);
	selection.addRange(range);
	return copiedPart(selection)?.textContent?.replace(/\s+/g, ' ').trim();
}
const SENTENCE =
	'<p>One <span class="term">rung</span><span class="note">' +
	`<span class="unseen">${SET_OFF.start}</span><strong>Rung.</strong> A tenfold.<span class="unseen">${SET_OFF.end}</span></span> costs ` +
	'<span class="adjust"><input type="range"><span class="adjust-text">$7 bn</span></span>, we hold.</p>';

describe('`copiedPart`', () => {
	it('gives the sentence as it is seen: with its numbers, without definitions', () =>
		expect(select(SENTENCE)).toBe('One rung costs $7 bn, we hold.'));
	it('leaves a selection within a note to the browser', () => expect(select(SENTENCE, '.note strong')).toBeUndefined());
	it('leaves a plain text to the browser', () => expect(select('<p>Nothing of it.</p>')).toBeUndefined());
});

describe('equations in `copiedPart`', () => {
	const equations = typeset('a_i = \\frac{1}{x}', undefined, false).html;
	it('come once, as TeX', () => expect(select(`<p>So ${equations} holds.</p>`)).toBe('So $a_i = \\frac{1}{x}$ holds.'));
	it('come whole, if a part is selected', () =>
		expect(select(`<p>${equations}</p>`, '.katex-html .mord', '.katex-html .mord')).toBe('$a_i = \\frac{1}{x}$'));
	it('lose the classes that colour their symbols', () => {
		const copied = select(`<div>${html}</div>`);
		expect(copied).toMatch(/^\$\$.+\$\$$/);
		expect(copied).not.toContain('htmlClass');
	});
});

it('a definition does not run into its word or the next, also where styles are unknown', () => {
	document.body.innerHTML = SENTENCE;
	expect(document.body.textContent!.replaceAll('\u00a0', ' ')).toContain('rung [Rung. A tenfold.]  costs');
});
