// @vitest-environment jsdom
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { baselineOf, type Inputs } from '../../src/engine/model.ts';
import { isUnit, type Unit } from '../../src/engine/units.ts';
import { isNumber } from '../../src/engine/parameter.ts';
import { rowsOf } from '../../src/sources/datasets.ts';
import { verdict, type LiveSpec } from '../../src/prose/live-text.ts';
import { quantityOf } from '../../src/models/quantity.ts';
import { parameters } from '../../src/models/registry.ts';
import { readNumber } from '../engine/read-number.ts';

const dist = join(import.meta.dirname, '../../dist');
const built = existsSync(join(dist, 'index.html'));
const read = (page: string) => new DOMParser().parseFromString(readFileSync(join(dist, page), 'utf8'), 'text/html');
const pages = globSync(['index.html', '*/index.html'], { cwd: dist }).sort();

/** Expects a text to be the value rounded to the digits shown, at least two. */
function expectRounded(text: string, value: number, unit: Unit) {
	if (unit === 'year') return expect(text).toBe(String(Math.floor(value + 1e-9)));
	if (text.startsWith('under ')) {
		expect(value).toBeGreaterThan(0);
		return expect(value).toBeLessThan(readNumber(text.slice('under '.length), unit).value);
	}
	const { value: read, place } = readNumber(text, unit);
	const secondDigit = 10 ** (Math.floor(Math.log10(Math.abs(value) || 1) + 1e-9) - 1);
	const rounding = text.includes('.') ? place : Math.min(place, secondDigit);
	return expect(Math.abs(read - value), `"${text}" for ${value}`).toBeLessThanOrEqual(0.500001 * rounding);
}

function expectTrue(text: string, { of, rest, cases, given = {} }: LiveSpec & { given?: Inputs }) {
	const quantity = quantityOf(of);
	const inputs = { ...baselineOf(quantity.model), ...given };
	const raw = quantity.isParameter ? inputs[quantity.key]! : quantity.model.evaluate(inputs)[quantity.key]!;
	if (cases) return expect(text).toBe(verdict(cases, Number(raw)));
	if (typeof raw === 'string') {
		const parameter = quantity.model.parameters[quantity.key]!;
		return expect(isNumber(parameter) || parameter.choices[raw]).toBe(text);
	}
	if (typeof raw === 'boolean') return expect(text).toBe(raw ? 'yes' : 'no');
	const value = rest ? 1 - raw : raw;
	if (!Number.isFinite(value)) return expect(text).toBe(quantity.never ?? 'never');
	return expectRounded(text, value, quantity.unit);
}

it('dist/ has pages (run `npm run build` first)', () => {
	expect(built).toBe(true);
	expect(pages.length).toBeGreaterThan(1);
});

describe.each(pages)('dist/%s', (page) => {
	const document = read(page);
	const each = (selector: string, check: (element: HTMLElement, text: string) => void) => {
		for (const element of document.querySelectorAll<HTMLElement>(selector)) {
			const text = element.textContent.trim();
			try {
				check(element, text);
			} catch (error) {
				const around = element.parentElement!.textContent.replace(/\s+/g, ' ');
				const at = around.indexOf(text);
				throw new Error(`“…${around.slice(Math.max(0, at - 60), at + 40)}…”: ${(error as Error).message}`, {
					cause: error,
				});
			}
		}
	};

	it('prints the values that the models compute', () => {
		each('[data-live]', ({ dataset }, text) => void expectTrue(text, JSON.parse(dataset['live']!) as LiveSpec));
		each(
			'[data-given]',
			({ dataset }, text) => void expectTrue(text, JSON.parse(dataset['given']!) as LiveSpec & { given: Inputs }),
		);
	});

	it('prints facts as in facts.csv', () => {
		each('[data-fact]', ({ dataset }, text) => {
			const { value, unit } = rowsOf('facts').find(({ id }) => id === dataset['fact'])!;
			if (!isUnit(String(unit)))
				throw new Error(`facts.csv: unknown unit "${String(unit)}". Define it in src/engine/units.ts.`);
			expectRounded(text, Number(value), unit as Unit);
		});
	});

	it('marks every fact of grade B as reported, in its paragraph', () => {
		each('[data-fact][data-grade=B]', (element) => {
			expect(element.closest('p, li, figcaption, .note')!.textContent).toMatch(/\breport/i);
			expect(element.nextElementSibling?.classList.contains('reported')).toBe(true);
		});
	});

	it('has an explanation next to each term, and unique note ids', () => {
		each('.term', (term, text) =>
			expect(term.nextElementSibling!.textContent.trim(), text).toMatch(/^\[[\p{L}\d’ -]+\. [A-Z\d].*\.\]$/u),
		);
		const ids = Array.from(document.querySelectorAll<HTMLElement>('[data-note]'), ({ dataset }) => dataset['note']);
		expect(new Set(ids).size).toBe(ids.length);
	});

	it('prints every adjustable number at its default', () => {
		each('.adjust', (element) => {
			const label = element.querySelector('input')!.getAttribute('aria-label');
			const parameter = [...parameters.values()].find((known) => known.label === label);
			if (!parameter || !isNumber(parameter)) throw new Error(`No number parameter has the label “${label}”.`);
			expectRounded(element.querySelector('.adjust-text')!.textContent, parameter.default, parameter.unit);
		});
	});

	it('has no NaN, undefined, Infinity or [object', () => {
		for (const stray of document.querySelectorAll('script, style, [data-live] > *')) stray.remove();
		expect(document.body.textContent).not.toMatch(/\b(NaN|undefined|Infinity|\[object)\b/);
		expect(document.documentElement.innerHTML.match(/="[^"]*\bNaN\b[^"]*"/g) ?? []).toEqual([]);
	});
});

it.runIf(built)('the essay has live numbers, facts, adjustable numbers, terms and notes', () => {
	const document = read('index.html');
	for (const selector of ['[data-live]', '[data-given]', '[data-fact]', '.adjust', '.term', '[data-note]'])
		expect(document.querySelectorAll(selector).length, selector).toBeGreaterThan(0);
});
