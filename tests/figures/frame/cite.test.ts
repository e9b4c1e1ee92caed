import { parse } from '@retorquere/bibtex-parser';
import { describe, expect, it } from 'vitest';
import { citation, type Cited, type CitationKind } from '../../../src/figures/frame/cite.ts';

const cited: Cited = {
	title: 'Half & half: 50% of $1',
	link: 'https://example.org/a/?m=2&x=1#b',
	day: new Date(2026, 10, 5),
};
const KINDS: readonly CitationKind[] = ['sentence', 'bibtex', 'ris', 'csl'];
const HARD = String.raw`{50%} of $1_000 & #2: ~x^2 \ “é” 日本`;

/** Returns the fields of a RIS file. Throws if a line breaks the grammar "two letters, two spaces, hyphen, space, value". */
function parseRis(text: string): ReadonlyMap<string, string> {
	const lines = text.replace(/\n$/, '').split('\n');
	return new Map(
		lines.map((line) => {
			const [, tag, value] = /^([A-Z][A-Z0-9]) {2}-(?: (.+))?$/.exec(line) ?? [];
			if (!tag) throw new Error(`RIS: “${line}” is no field.`);
			return [tag, value ?? ''] as const;
		}),
	);
}

describe('`citation`', () => {
	it.each(['bibtex', 'ris', 'csl'] as const)(
		'has a key of its own for each figure, page and set of settings in %s',
		(kind) => {
			const links = [
				'',
				'rl/',
				'rl/?m=2&price=7',
				'rl/?m=2&price=8',
				'rl/#ladder',
				'rl/?m=2&price=7#ladder',
				'rl/?m=2&price=8#ladder',
			];
			const keys = links.map(
				(link) =>
					/(?:@misc\{|^ID {2}- |"id": ")([\w-]+)/m.exec(
						citation(kind, { ...cited, link: `https://example.org/${link}` }),
					)![1],
			);
			expect(new Set(keys).size).toBe(links.length);
		},
	);

	it('writes a sentence, BibTeX, RIS and CSL-JSON', () => {
		expect(KINDS.map((kind) => citation(kind, cited)).join('\n')).toMatchInlineSnapshot(`
			"Contributors to The Missing Learner. (2026, November). Half & half: 50% of $1 (edition 3). https://example.org/a/?m=2&x=1#b
			@misc{missing-learner-b-1hbx0n2,
				author = {{Contributors to The Missing Learner}},
				edition = {3},
				year = {2026},
				month = {11},
				note = {Edition 3; after Thoughts on AI progress (Dec 2025) by Dwarkesh Patel},
				title = {Half \\& half: 50\\% of \\$1},
				url = {https://example.org/a/?m=2&x=1#b},
			}
			TY  - ELEC
			AU  - Contributors to The Missing Learner
			DA  - 2026/11//
			PY  - 2026
			ET  - 3
			ID  - missing-learner-b-1hbx0n2
			M1  - 2026/11/05/
			N1  - Edition 3; after Thoughts on AI progress (Dec 2025) by Dwarkesh Patel
			TI  - Half & half: 50% of $1
			UR  - https://example.org/a/?m=2&x=1#b
			ER  -

			[
			  {
			    "id": "missing-learner-b-1hbx0n2",
			    "type": "webpage",
			    "title": "Half & half: 50% of $1",
			    "author": [
			      {
			        "literal": "Contributors to The Missing Learner"
			      }
			    ],
			    "issued": {
			      "date-parts": [
			        [
			          2026,
			          11
			        ]
			      ]
			    },
			    "accessed": {
			      "date-parts": [
			        [
			          2026,
			          11,
			          5
			        ]
			      ]
			    },
			    "URL": "https://example.org/a/?m=2&x=1#b",
			    "edition": "3",
			    "note": "Edition 3; after Thoughts on AI progress (Dec 2025) by Dwarkesh Patel"
			  }
			]"
		`);
	});

	it.each(['Half & half: 50% of $1', HARD])('writes BibTeX that a parser reads back: %s', (title) => {
		const { entries, errors } = parse(citation('bibtex', { ...cited, title }), { sentenceCase: false });
		expect(errors).toEqual([]);
		expect(entries).toHaveLength(1);
		expect(entries[0]).toMatchObject({
			type: 'misc',
			key: 'missing-learner-b-1hbx0n2',
			fields: { title, url: cited.link, author: [{ name: 'Contributors to The Missing Learner' }], year: '2026' },
		});
	});

	it('encodes braces in the URL of BibTeX', () =>
		expect(citation('bibtex', { ...cited, link: 'https://example.org/?their-name={a}' })).toContain(
			'url = {https://example.org/?their-name=%7Ba%7D}',
		));

	it.each(['Half & half', HARD, 'two\nlines'])('writes RIS with one field a line: %s', (title) => {
		const text = citation('ris', { ...cited, title });
		expect([...parseRis(text).keys()]).toEqual(['TY', 'AU', 'DA', 'PY', 'ET', 'ID', 'M1', 'N1', 'TI', 'UR', 'ER']);
		expect(Object.fromEntries(parseRis(text))).toMatchObject({
			TY: 'ELEC',
			DA: expect.stringMatching(/^\d{4}\/\d{2}\/\/$/),
			M1: '2026/11/05/',
			TI: title.replace('\n', ' '),
			UR: cited.link,
			ER: '',
		});
	});

	it('writes CSL-JSON with the title and the day of access', () =>
		expect(JSON.parse(citation('csl', { ...cited, title: HARD }))).toMatchObject([
			{ title: HARD, URL: cited.link, accessed: { 'date-parts': [[2026, 11, 5]] } },
		]));

	it('ends the key in the hash, or in the page where the link has no hash', () => {
		const keyOf = (link: string) => JSON.parse(citation('csl', { ...cited, link }))[0].id as string;
		expect(keyOf('https://example.org/a/#b')).toBe('missing-learner-b');
		expect(keyOf('https://example.org/a/')).toBe('missing-learner-a');
		expect(keyOf('https://example.org/')).toBe('missing-learner');
	});
});
