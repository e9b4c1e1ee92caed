import { describe, expect, it } from 'vitest';
import { dateInWords, readBibliography, references } from '../../src/sources/bibliography.ts';
import { factOf, readResource, rowsOf, calendarYear, type Resource } from '../../src/sources/datasets.ts';
import { entryOf, readGlossary, usedAt } from '../../src/sources/glossary.ts';
import { typeset } from '../../src/essay/equation.ts';
import { figureProps } from '../../src/figures/frame/figure-props.ts';
import { cardOf, cards } from '../../src/models/cards.ts';
import { modelOf, models } from '../../src/models/registry.ts';
import { quantityOf } from '../../src/models/quantity.ts';

const entry = (key: string, fields = 'title = {T}, date = {2025-10-20}, url = {https://example.org}') =>
	`@misc{${key}, author = {Noone, Ann}, ${fields}}`;
const [reference] = references.keys();
const [model] = models.values();
const [output] = Object.keys(model!.outputs);

describe('a slip in references.bib stops the build and is named', () => {
	it.each([
		['an entry that does not close', '@misc{ann2025, author = {Noone, Ann}, title = {T', /references\.bib/],
		['a key used twice', `${entry('ann2025')}\n${entry('ann2025')}`, /"ann2025" stands twice/],
		['no address', entry('ann2025', 'title = {T}, date = {2025}'), /"ann2025" has no url/],
		['no title and no date', entry('ann2025', 'url = {https://example.org}'), /"ann2025" has no title, no date/],
		['no author', '@misc{ann2025, title = {T}, date = {2025}, url = {https://example.org}}', /"ann2025" has no author/],
	])('%s', (_, text, message) => expect(() => readBibliography(text)).toThrow(message));

	it('and a good entry reads as a reader would cite it', () => {
		expect(readBibliography(entry('ann2025')).get('ann2025')).toMatchObject({
			short: 'Noone 2025',
			authors: 'Ann Noone',
			title: 'T',
			date: '20 October 2025',
			year: '2025',
		});
		const by = (author: string) =>
			readBibliography(`@misc{k, author = {${author}}, title = {T}, date = {2025}, url = {https://example.org}}`).get(
				'k',
			)!;
		expect(by('Noone, Ann and Other, Bob').short).toBe('Noone & Other 2025');
		expect(by('Noone, Ann and Other, Bob and Third, Cy').short).toBe('Noone et al. 2025');
		expect(by('Noone, Ann and others')).toMatchObject({ short: 'Noone et al. 2025', authors: 'Ann Noone and others' });
		expect(by('{Epoch AI}')).toMatchObject({ short: 'Epoch AI 2025', authors: 'Epoch AI' });
	});

	it.each([
		['2025-10-20', '20 October 2025'],
		['2025-10', 'October 2025'],
		['2025', '2025'],
	])('%s is %s', (date, words) => expect(dateInWords(date)).toBe(words));
});

describe('a slip in a data file stops the build and names file, line and field', () => {
	const resource: Resource = {
		name: 'things',
		path: 'things.csv',
		title: 'Things',
		description: '',
		schema: {
			fields: [
				{ name: 'date', type: 'date', description: '', constraints: { required: true } },
				{ name: 'value', type: 'number', description: '', constraints: { required: true, minimum: 0, maximum: 10 } },
				{ name: 'source', type: 'string', description: '', constraints: { required: true } },
				{ name: 'grade', type: 'string', description: '', constraints: { enum: ['A', 'B'] } },
			],
		},
	};
	const rows = (...lines: string[]) => readResource(resource, ['date,value,source,grade', ...lines].join('\n'));

	it('reads what is right', () =>
		expect(rows(`2025-10,3.5,${reference},B`)).toEqual([
			{ date: '2025-10', value: 3.5, source: reference, grade: 'B' },
		]));

	it.each([
		[
			'a column too few',
			() => readResource(resource, 'date,value,source\n'),
			/things\.csv: columns are date, value, source; datapackage\.json says date, value, source, grade/,
		],
		['columns in another order', () => readResource(resource, 'value,date,source,grade\n'), /things\.csv: columns are/],
		[
			'a word for a number',
			() => rows(`2025,3,${reference},A`, `2025,many,${reference},A`),
			/things\.csv, line 3: value is a number, not "many"/,
		],
		['a comma in a number', () => rows(`2025,"1,000",${reference},A`), /line 2: value is a number, not "1,000"/],
		['no number', () => rows(`2025,,${reference},A`), /line 2: value must be given/],
		['a number too small', () => rows(`2025,-1,${reference},A`), /line 2: value is at least 0/],
		['a number too large', () => rows(`2025,11,${reference},A`), /line 2: value is at most 10/],
		['a month that is none', () => rows(`2025-13,1,${reference},A`), /line 2: date is a date such as .*not "2025-13"/],
		['a date the wrong way round', () => rows(`20/10/2025,1,${reference},A`), /line 2: date is a date/],
		['a day that is none', () => rows(`2025-02-30,1,${reference},A`), /line 2: date is a date/],
		['a grade that is none', () => rows(`2025,1,${reference},C`), /line 2: grade is one of A, B, not "C"/],
		[
			'a misspelt source',
			() => rows(`2025,1,${reference}x,A`),
			new RegExp(`line 2: No "${reference}x" in content/references\\.bib\\. Near: .*${reference}`),
		],
	])('%s', (_, read, message) => expect(read).toThrow(message));

	it('places a date in its year', () => {
		expect(calendarYear('2025')).toBe(2025.5);
		expect(calendarYear('2025-01-01')).toBeCloseTo(2025, 2);
		expect(calendarYear('2025-12-31')).toBeLessThan(2026);
		expect(calendarYear('2025-12')).toBeGreaterThan(calendarYear('2025-11-30'));
	});
});

describe('a slip in the glossary stops the build and is named', () => {
	const read = (...lines: string[]) => readGlossary(['id,term,says,words', ...lines].join('\n'));
	const token = 'token,Token,A piece of text.,token|tokens';

	it('reads what is right, and finds a term in any of its forms', () => {
		const entry = read(token).get('token')!;
		expect(entry).toEqual({ id: 'token', term: 'Token', says: 'A piece of text.', words: ['token', 'tokens'] });
		expect(usedAt('Many tokens', entry)).toBe(5);
		expect(usedAt('Tokens are many', entry)).toBe(0);
		expect(usedAt('A tokenizer, betokened', entry)).toBe(-1);
	});
	it.each([
		['a term explained twice', [token, token], '"token" stands twice'],
		['no sentence', ['token,Token,a piece of text,token'], '"token" is explained by a sentence'],
		['no words', ['token,Token,A piece of text.,'], 'glossary.csv, line 2: words must be given'],
		['a comma without quotes', ['token,Token,A piece, of text.,token'], '"token" is explained by a sentence'],
	])('%s', (_, lines, message) => expect(() => read(...lines)).toThrow(message));
});

describe('a misspelt name stops the build and says what was meant', () => {
	it.each([
		['a model', () => modelOf('nobody'), `No model "nobody". Known: ${[...models.keys()].join(', ')}.`],
		['a model that JavaScript knows', () => modelOf('constructor'), 'No model "constructor"'],
		['a card', () => cardOf('nobody'), `No card of a model "nobody". Known: ${[...cards.keys()].join(', ')}.`],
		[
			'a quantity',
			() => quantityOf(`${model!.id}.nothing`),
			`No "nothing" in ${model!.id}. Known: ${Object.keys(model!.parameters)[0]}`,
		],
		['a quantity that JavaScript knows', () => quantityOf(`${model!.id}.toString`), `No "toString" in ${model!.id}`],
		['a quantity without a model', () => quantityOf('years'), 'No model "years"'],
		['a data set', () => rowsOf('nothing'), 'No data set "nothing". Known: '],
		['a term', () => entryOf('tokn'), 'No "tokn" in content/glossary.csv. Near: token'],
		['a fact', () => factOf(`${rowsOf('facts')[0]!['id']}x`), `Near: ${rowsOf('facts')[0]!['id']}`],
		[
			'a symbol in an equation',
			() => typeset('\\q{nothing}', model!.id, true),
			`No "nothing" in ${model!.id}. Known: `,
		],
		['TeX that does not parse', () => typeset('\\frac{1}{', undefined, true), 'KaTeX parse error'],
	])('%s', (_, lookUp, message) => expect(lookUp).toThrow(message));

	it('and an equation names each quantity once, in its colour', () => {
		const { html, quantities } = typeset(`\\q{${output}} + \\q{${output}}`, model!.id, false);
		expect(quantities.map(({ key }) => key)).toEqual([output]);
		expect(html.match(new RegExp(`class="[^"]*tone-${quantities[0]!.tone ?? 'plain'}`, 'g'))).toHaveLength(2);
	});
});

it.each([...models.keys()])('the equation of %s typesets, and its symbols too', (id) => {
	const { equation, symbols } = cardOf(id);
	expect(typeset(equation, id, true).quantities).not.toEqual([]);
	for (const symbol of Object.values(symbols)) expect(() => typeset(symbol, id, false)).not.toThrow();
});

describe('`figureProps`', () => {
	const settings = { kind: 'Explorable', model: model!.id, controls: '', props: {} };

	it.each([
		[
			'a control that is no parameter of the model',
			{ ...settings, controls: 'nothing' },
			`Figure "fig": ${model!.id} has no parameter "nothing". Known: `,
		],
		[
			'props for a kind that takes none',
			{ ...settings, kind: 'Race', props: { x: 'time' } },
			'Figure "fig": Race takes no props. Remove x.',
		],
		['an unknown prop', { ...settings, props: { x: 'a', y: 'b', z: 'c' } }, 'Figure "fig": ✖ Unrecognized key: "z"'],
	])('rejects %s', (_, given, message) => expect(figureProps('fig', given)).rejects.toThrow(message));
});
