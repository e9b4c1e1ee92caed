import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EQUATION_CHARACTERS, EQUATION_CLASS, usedEquationCss } from '../../src/build/fonts.ts';
import { attribute, elements } from '../../src/build/html.ts';

const dist = join(import.meta.dirname, '../../dist');
const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
const pages = files.filter((file) => file.endsWith('.html'));
const html = (page: string) => readFileSync(join(dist, page), 'utf8');

describe('the style sheet of equations', () => {
	const full = readFileSync(join(import.meta.dirname, '../../node_modules/katex/dist/katex.min.css'), 'utf8');

	it('keeps the rules of every class that an equation uses', () => {
		const styled = new Set(Array.from(full.matchAll(/\.([a-z][\w-]*)/g), ([, name]) => name!));
		const used = new Set<string>();
		for (const page of pages)
			for (const [, equation] of html(page).matchAll(/<tex-math[^>]*>([\s\S]*?)<\/tex-math>/g))
				for (const [, names] of equation!.matchAll(/\sclass="([^"]*)"/g))
					for (const name of names!.split(/\s+/)) if (styled.has(name)) used.add(name);
		const missing = [...used].filter((name) => !EQUATION_CLASS.test(name));
		expect(missing, 'Add these to EQUATION_CLASS in src/build/fonts.ts').toEqual([]);
		expect(used.size).toBeGreaterThan(30);
	});
	it('is less than half of the full sheet', () => expect(usedEquationCss(full).length).toBeLessThan(full.length / 2));
});

describe('fonts of the built site', () => {
	it('have every character of every equation', () => {
		const used = new Set<string>();
		for (const page of pages)
			for (const element of elements(html(page)))
				if (attribute(element, 'class')?.split(' ').includes('katex-html')) collect(element, used);
		const missing = [...used].filter((character) => !EQUATION_CHARACTERS.includes(character));
		expect(missing, 'Add these to EQUATION_CHARACTERS in src/build/fonts.ts').toEqual([]);
		expect(used.size).toBeGreaterThan(50);
	});

	it('are named by their content in every style sheet of a page', () => {
		for (const page of pages) {
			const named = Array.from(html(page).matchAll(/url\(["']?([^)"']+\.woff2)/g), ([, url]) =>
				url!.replace(/^.*\/_astro\//, '_astro/'),
			);
			expect(named.length, page).toBeGreaterThanOrEqual(3);
			expect(
				named.filter((name) => !files.includes(name)),
				page,
			).toEqual([]);
		}
	});
});

function collect(node: object, into: Set<string>): void {
	if ('value' in node && typeof node.value === 'string') for (const character of node.value) into.add(character);
	if ('childNodes' in node && Array.isArray(node.childNodes)) for (const child of node.childNodes) collect(child, into);
}
