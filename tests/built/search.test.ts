import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DOCUMENTS, KINDS, type SearchDocument } from '../../src/search/document.ts';
import { finder } from '../../src/search/find.ts';
import { figures } from '../essay/content-text.ts';

const dist = join(import.meta.dirname, '../../dist');
const documents = JSON.parse(readFileSync(join(dist, DOCUMENTS), 'utf8')) as readonly SearchDocument[];
const find = finder(documents);

describe('the documents of the search', () => {
	it('are of every kind, each with a title and a text', () => {
		expect(new Set(documents.map(({ kind }) => kind))).toEqual(new Set(KINDS));
		expect(documents.filter(({ title, text }) => title === '' || text === '')).toEqual([]);
	});
	it('lead to elements of the built pages', () => {
		const pages = new Map<string, string>();
		const missing = documents.filter(({ path }) => {
			const [page = '', id] = path.split('#');
			if (!pages.has(page)) pages.set(page, readFileSync(join(dist, page, 'index.html'), 'utf8'));
			return !pages.get(page)!.includes(`id="${id}"`);
		});
		expect(missing.map(({ path }) => path)).toEqual([]);
	});
	it('hold no value that a reader should not see', () => {
		expect(documents.filter(({ text, title }) => /NaN|Infinity|undefined|\[object/.test(text + title))).toEqual([]);
	});
	it.each(figures.map(({ id }) => id))('find the figure %s by its id', (id) => {
		const found = find(id.replaceAll('-', ' ')).filter(({ kind }) => kind === 'figure');
		expect(found.map(({ path }) => path.split('#')[1])).toContain(id);
	});
});
