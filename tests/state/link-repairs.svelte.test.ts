import { describe, expect, it } from 'vitest';
import { parameters } from '../../src/models/registry.ts';
import { EDITION } from '../../src/state/editions.ts';
import { readLink } from '../../src/state/link.ts';
import { repairs } from '../../src/state/link-repairs.ts';
import { serializeValue, toLinkKey } from '../../src/state/link-syntax.ts';

const read = (query: string) => readLink(query, parameters);
const ours = 'https://essay.example/base/?m=2&copies=5000&loss-fit=hoffmann#rl-scaling';
const encoded = encodeURIComponent(ours);
const both = { copies: 5000, lossFit: 'hoffmann' };

/** A damaged query, what it can only have meant, and the words in the notice that names the repair. */
const cases: readonly (readonly [string, Readonly<Record<string, unknown>>, RegExp])[] = [
	['?m=2&amp;copies=5000&amp;loss-fit=hoffmann', both, /“&amp;” was read as “&”/],
	['?m=2&amp;amp;copies=5000&amp;amp;loss-fit=hoffmann', both, /“&amp;”/],
	['?copies=5000&#38;loss-fit=hoffmann', both, /“&amp;”/],
	['?copies=5000&#x26;loss-fit=hoffmann', both, /“&amp;”/],
	['?copies=5000&amploss-fit=hoffmann', both, /“&amp;”/],
	['?m=2;copies=5000;loss-fit=hoffmann', both, /“;” was read as “&”/],
	['?m=3D2&copies=3D5000&loss-fit=3Dhoffmann', both, /“=3D”/],
	['?m%3D2%26copies%3D5000%26loss-fit%3Dhoffmann', both, /Encoded separators/],
	['?m%253D2%2526copies%253D5000%2526loss-fit%253Dhoffmann', both, /Encoded separators/],
	['?m=2%26copies=5000%26loss-fit=hoffmann', both, /Encoded separators/],
	['?%3Fm%3D2%26copies%3D5000%26loss-fit%3Dhoffmann', both, /Encoded separators/],
	['?m%3D2%26amp%3Bcopies%3D5000%26amp%3Bloss-fit%3Dhoffmann', both, /“&amp;”/],
	['?with=ord-reply%252Cweak-links&copies=5000', { copies: 5000 }, /twice/],
	['?M=2&COPIES=5000&LOSS-FIT=hoffmann', both, /Capital letters in the names/],
	['?M=2&COPIES=5000&LOSS-FIT=HOFFMANN', both, /Capital letters in values/],
	['?COPIES=5000).', { copies: 5000 }, /Punctuation/],
	['?copies=5000?loss-fit=hoffmann', both, /“\?” between/],
	['??m=2&copies=5000', { copies: 5000 }, /“\?” between/],
	['?copies=5000?utm_source=chat', { copies: 5000 }, /“\?” between/],
	['?copies=5000%23rl-scaling', { copies: 5000 }, /“#”/],
	...[
		')',
		'.',
		'>',
		',',
		'"',
		'”',
		'’',
		'»',
		'].',
		').',
		'>,',
		'**',
		'%3E',
		'%22',
		'%E2%80%9D',
		'`',
		';',
		'%29%2E',
		...['/', '=', '%3C', '。', '）', '，', '」', '》', '！', '؟', '।', '%E3%80%82', '👍', '™'],
	].map((mark) => [`?m=2&loss-fit=hoffmann&copies=5000${mark}`, both, /Punctuation|“;”|“=”/] as const),
	['?copies=5000).&utm_source=chat', { copies: 5000 }, /Punctuation/],
	['?loss-fit=hoffmann%E2%80%8B&copies=50%C2%AD00', both, /Invisible/],
	['?cop\u200bies=5000', { copies: 5000 }, /Invisible/],
	['?cop%0D%0Aies=5000&loss-fit=hoff%20mann', both, /Spaces and line breaks/],
	['?copies=+5000+', { copies: 5000 }, /Spaces/],
	['?loss%E2%80%91fit=hoffmann&copies=5000', both, /Dashes/],
	['?loss–fit=hoffmann', { lossFit: 'hoffmann' }, /Dashes/],
	...['url', 'q', 'u', 'target', 'redirect_to', 'x'].map(
		(name) => [`?${name}=${encoded}&sa=D&data=05%7C02%7Cx&v=1`, both, /inside a link of another site/] as const,
	),
	[`?url=${encodeURIComponent(encoded)}`, both, /inside a link/],
	[`?a=${encodeURIComponent(`https://one.example/?b=${encoded}`)}`, both, /inside a link/],
	[`?u=a1${Buffer.from(ours).toString('base64url')}&ntb=1`, both, /inside a link/],
	['?u=https-3A__essay.example_-3Fm-3D2-26copies-3D5000&d=Dw', { copies: 5000 }, /inside a link/],
	['?m=2&copies=5000__;!!Ab-9!x_y$', { copies: 5000 }, /added behind/],
	['?copies=5000&#038;loss-fit=hoffmann', both, /“&amp;”/],
	['?copies=5000&#x0026;loss-fit=hoffmann', both, /“&amp;”/],
	['?copies=5000&#38loss-fit=hoffmann', both, /“&amp;”/],
	['?copies=5000¬es=notes', { copies: 5000, notes: 'notes' }, /“¬” was read as “&not”/],
	['?copies=5000%C2%ACes=notes', { copies: 5000, notes: 'notes' }, /“¬” was read as “&not”/],
	['?m=2\\u0026copies\\u003d5000\\u0026loss-fit=hoffmann', both, /Escapes/],
	['?m=2%5Cu0026copies=5000%5Cx26loss-fit=hoffmann', both, /Escapes/],
	['?m\\=2\\&copies\\=5000\\&loss\\-fit\\=hoffmann', both, /Escapes/],
	['?m=2^&copies=5000^&loss-fit=hoffmann', both, /Punctuation/],
	['?m＝2＆copies＝５０００＆loss-fit＝hoffmann', both, /Full-width/],
	['?m%EF%BC%9D2%EF%BC%86copies%EF%BC%9D5000', { copies: 5000 }, /Full-width/],
	['?cop=\nies=50=\n00&loss-fit=hoff=\nmann', both, /“=” at the end of a line/],
	['?cop=%0D%0Aies=5000', { copies: 5000 }, /“=” at the end of a line/],
	['?cop\u2066ies=5000\u2069', { copies: 5000 }, /Invisible/],
	['?copies=5000%00%EF%B8%8F', { copies: 5000 }, /Invisible/],
];

describe('`readLink` of a damaged link', () => {
	it.each(cases)('reads %s as it was meant, and names the repair', (query, values, notice) => {
		const { notices, ...parsed } = read(query);
		expect(Object.fromEntries(parsed.values)).toEqual(values);
		expect(notices).toContainEqual(expect.stringMatching(notice));
		for (const one of notices) expect(repairs.map((repair) => repair.notice)).toContain(one);
	});

	it('has a case for every repair', () => {
		const named = new Set(cases.flatMap(([query]) => read(query).notices));
		expect(repairs.map(({ notice }) => notice).filter((notice) => !named.has(notice))).toEqual([]);
	});

	it('reads a link that was put into HTML without escaping, whichever names of characters its keys begin with', () => {
		for (const [id, parameter] of parameters) {
			const query = `?m=${EDITION}&${toLinkKey(id)}=${serializeValue(parameter.default)}`;
			const { textContent } = new DOMParser().parseFromString(query, 'text/html').body;
			expect(read(textContent).values.get(id), query).toBe(parameter.default);
		}
	});

	it('repairs the link of another reader too', () =>
		expect(read(`?m=${EDITION}&amp;their-m=${EDITION}&amp;their-copies=5000).`).other!.values).toEqual(
			new Map([['copies', 5000]]),
		));

	it.each([
		'?copies=5000...',
		'?copies=5000…',
		'?copies=5000%E2%80%A6',
		'?copies=1,000,000',
		'?rl-share=30%25',
		'?copies=5000…”',
		'?loss-fit=hoffmannn',
	])('names the value of %s and does not guess it', (query) => {
		const { values, notices } = read(query);
		expect(values.size).toBe(0);
		expect(notices).toEqual([expect.stringMatching(/\((copies|rl-share|loss-fit)\)/)]);
	});

	it.each([
		['?copies=5000&COPIES=6000', 5000],
		['?COPIES=6000&copies=5000', 5000],
		[`?copies=5000&ref=${encodeURIComponent('https://essay.example/?copies=6000&loss-fit=hoffmann')}`, 5000],
	])('leaves what can be read of %s as it is', (query, copies) => {
		const { values } = read(query);
		expect(Object.fromEntries(values)).toEqual({ copies });
	});

	it('changes no name of another reader', () => {
		const { other, values } = read('?their-name=A%26B%20%3D3D&their-m=2&amp;copies=5000');
		expect([other!.name, values.get('copies')]).toEqual(['A&B =3D', 5000]);
	});

	it.each(['?utm_source=a+b&fbclid=1', '?x=%26&y=;', '?ref=https%3A%2F%2Fother.example%2F%3Fa%3D1', '?__proto__=1'])(
		'leaves %s alone, which has nothing of the essay’s',
		(query) => {
			const { foreign, pairsRead } = read(query);
			expect([foreign.join('&'), pairsRead]).toEqual([query.slice(1), 0]);
		},
	);
});
