import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchDocument } from '../../src/search/document.ts';
import { excerpt, finder } from '../../src/search/find.ts';

const place = (changes: Partial<SearchDocument>): SearchDocument => ({
	kind: 'text',
	title: 'A title',
	text: '',
	path: `page/#${changes.title ?? changes.text}`,
	where: 'A section · the whole argument',
	ids: '',
	...changes,
});
const documents = [
	place({ title: 'The robot in the kitchen', text: 'Robots make the point easier to see. A robot folds laundry.' }),
	place({ title: 'Homes', text: 'Different homes in which a task must be shown.', kind: 'figure', ids: 'robot homes' }),
	place({ title: 'Quality that cannot be seen', text: 'Pay that few accept.', kind: 'figure', ids: 'lemons' }),
	place({ title: 'Elasticity', text: 'How strongly demand answers to price.', kind: 'term' }),
	place({ title: 'The Market for Lemons', text: 'George A. Akerlof (1970).', kind: 'source' }),
];
const find = finder(documents);
const titles = (query: string) => find(query).map(({ title }) => title);

describe('the search', () => {
	it.each([
		['robots', 'Homes'],
		['robot', 'The robot in the kitchen'],
		['lemons', 'Quality that cannot be seen'],
		['elasticty', 'Elasticity'],
		['laundry robot', 'The robot in the kitchen'],
		['Does it say anything about robots?', 'Homes'],
		['Akerlof’s', 'The Market for Lemons'],
	])('“%s” finds “%s”', (query, title) => expect(titles(query)).toContain(title));

	it('shows what has all words, and what has some of them only if there is none', () => {
		expect(titles('robot laundry')).toEqual(['The robot in the kitchen']);
		expect(titles('robot parliament').length).toBeGreaterThan(0);
		expect(titles('parliament')).toEqual([]);
	});
	it('sets a figure before a source that names the same', () => {
		expect(titles('lemons')).toEqual(['Quality that cannot be seen', 'The Market for Lemons']);
	});
	it('accepts any text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (query) => {
				expect(find(query).length).toBeLessThanOrEqual(documents.length);
			}),
		);
	});
});

describe('`excerpt`', () => {
	it('marks every second part, and the parts together are a piece of the text', () => {
		const words = fc.stringMatching(/^[a-z]{1,8}$/);
		fc.assert(
			fc.property(
				fc.array(words, { minLength: 1, maxLength: 90 }),
				fc.array(words, { maxLength: 3 }),
				(text, terms) => {
					const parts = excerpt(text.join(' '), terms);
					expect(text.join(' ')).toContain(parts.join('').replace(/^… /, '').replace(/ …$/, ''));
					for (const [i, part] of parts.entries())
						if (i % 2 === 1) expect(terms.some((term) => part.toLowerCase().startsWith(term))).toBe(true);
				},
			),
		);
	});
	it('begins near the first word that matches', () => {
		const text = `${'far '.repeat(100)}away a robot waits`;
		expect(excerpt(text, ['robot'])[1]).toBe('robot');
	});
});
