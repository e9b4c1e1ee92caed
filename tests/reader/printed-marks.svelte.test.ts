import { beforeEach, describe, expect, it } from 'vitest';
import { controlOf, focusControl, parameterMark, parameterMarks } from '../../src/controls/parameter-controls.ts';
import { dependencyMark, dependentElements } from '../../src/prose/dependencies.ts';
import { liveMark, liveMarks, type LiveSpec } from '../../src/prose/live-text.ts';
import { copyMark, copyPressed } from '../../src/reader/copy-link.ts';

/** Returns an element as HTML, as the build prints it. */
function printed(name: string, attributes: Readonly<Record<string, string | undefined>>, inner = ''): string {
	const element = document.createElement(name);
	for (const [key, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(key, value);
	element.innerHTML = inner;
	return element.outerHTML;
}
const page = (...parts: string[]) => {
	document.body.innerHTML = parts.join('');
	return document;
};
beforeEach(() => document.body.replaceChildren());

describe('marks in the printed page are read back', () => {
	it('`liveMarks` reads what `liveMark` wrote', () => {
		const specs: LiveSpec[] = [
			{ of: 'rl-scaling.years', digits: 2 },
			{ of: 'lead.steadyLead', cases: [{ below: 2, say: '“quoted” & <marked>' }, { say: 'more' }] },
		];
		const marked = liveMarks(page(...specs.map((spec) => printed('span', liveMark(spec), '1')), printed('span', {})));
		expect(marked.map(({ spec }) => spec)).toEqual(specs);
	});

	it('`dependentElements` reads what `dependencyMark` wrote, and finds the element for names', () => {
		const parts = dependentElements(
			page(
				printed('p', dependencyMark(['gdp', 'revenue']), '<span class="dependency-names"></span>'),
				printed('i', dependencyMark(['gdp'])),
			),
		);
		expect(parts.map(({ keys }) => keys)).toEqual([['gdp', 'revenue'], ['gdp']]);
		expect(parts.map(({ names }) => names?.className)).toEqual(['dependency-names', undefined]);
	});

	it('`parameterMarks` reads what `parameterMark` wrote, by selector', () => {
		page(
			printed('span', { class: 'adjust', ...parameterMark('gdp') }),
			printed('div', { class: 'control', ...parameterMark('revenue') }),
			printed('div', { class: 'control', ...parameterMark(undefined) }),
		);
		expect(parameterMarks(document, '.adjust').map(({ key }) => key)).toEqual(['gdp']);
		expect(parameterMarks(document, '.control').map(({ key }) => key)).toEqual(['revenue']);
	});

	it('`copyPressed` finds the copy button around a pressed element, and its section', () => {
		page(printed('button', copyMark('diffusion'), '<b>Copy</b>'), printed('button', copyMark()), printed('button', {}));
		const [first, second, other] = document.querySelectorAll('button');
		expect(copyPressed(first!.querySelector('b'))).toEqual({ button: first, section: 'diffusion' });
		expect(copyPressed(second!)?.section).toBe('');
		expect([copyPressed(other!), copyPressed(null), copyPressed(document)]).toEqual([undefined, undefined, undefined]);
	});
});

describe('the control of a parameter', () => {
	const control = (id: string) => `<div id="${id}" class="control" data-parameter="gdp"><input type="range"></div>`;
	it('`controlOf` returns the one in the figure, otherwise the first on the page', () => {
		page(`<figure id="a">${control('one')}</figure><figure id="b">${control('two')}</figure>`);
		expect(controlOf('gdp', 'b')?.id).toBe('two');
		expect(controlOf('gdp', 'elsewhere')?.id).toBe('one');
		expect(controlOf('revenue', 'a')).toBeUndefined();
	});

	it('`focusControl` opens the details around it and moves the focus to it', () => {
		page(`<details><summary>More</summary><details>${control('one')}</details></details>`);
		const one = document.getElementById('one')!;
		one.scrollIntoView = () => undefined;
		focusControl(one);
		expect(Array.from(document.querySelectorAll('details'), ({ open }) => open)).toEqual([true, true]);
		expect(document.activeElement).toBe(one.querySelector('input'));
	});
});
