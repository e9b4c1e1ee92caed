import { describe, expect, it } from 'vitest';
import { citations } from '../../../src/essay/citation.ts';
import { filled } from '../../../src/figures/frame/cite.ts';

describe('`filled`', () => {
	const day = new Date(2026, 10, 5);
	const cite = (kind: 'sentence' | 'bibtex' | 'ris' | 'csl') =>
		filled(kind, citations()[kind], 'Half & half: 50% of $1', 'https://example.org/a/?m=2&x=1#b', day);

	it('fills in title, link, edition and day, and leaves no placeholder', () => {
		for (const kind of ['sentence', 'bibtex', 'ris', 'csl'] as const) {
			expect(cite(kind)).toContain('https://example.org/a/?m=2&x=1#b');
			expect(cite(kind)).not.toMatch(/TITLE|link\.invalid|2001/);
		}
		expect(cite('sentence')).toMatch(/Half & half: 50% of \$1 \(edition \d+\)/);
	});
	it('escapes the special characters of BibTeX', () =>
		expect(cite('bibtex')).toContain('title = {Half \\& half: 50\\% of \\$1}'));
	it('gives CSL-JSON with the date of access', () =>
		expect(JSON.parse(cite('csl'))[0]).toMatchObject({ accessed: { 'date-parts': [[2026, 11, 5]] } }));
	it('gives RIS with the date of access in its own format', () =>
		expect(cite('ris')).toMatch(/M1 {2}- 2026\/11\/05\//));
});
