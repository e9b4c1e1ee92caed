import type { MdastNode } from 'satteri';
import { describe, expect, it } from 'vitest';
import bib from '../../content/references.bib?raw';
import bruteForce from '../posterior/brute-force.json';
import { isNumber } from '../../src/engine/parameter.ts';
import { readBibliography } from '../../src/sources/bibliography.ts';
import { calendarYear, factOf, resources, rowsOf } from '../../src/sources/datasets.ts';
import { entryOf, glossary, usedAt } from '../../src/sources/glossary.ts';
import { cardOf } from '../../src/models/cards.ts';
import { modelOf, models, parameters } from '../../src/models/registry.ts';
import { quantityOf } from '../../src/models/quantity.ts';
import offered from '../../src/essay/mdx-components.ts?raw';
import { positions } from '../../src/positions/positions.ts';
import {
	figures,
	frontMatter,
	literal,
	paragraphsOf,
	runningText,
	sections,
	tagsIn,
	withoutTags,
	wordsOf,
	type Tag,
} from './content-text.ts';

/** Digits that may be typed by hand in prose; every other number comes from a model or a fact. */
export const digitsThatMayStand: readonly { readonly pattern: RegExp; readonly because: string }[] = [
	{ pattern: /\b(19|20)\d\d\b/g, because: 'a year is a date, not a quantity' },
	{ pattern: /\bGPT-\d(\.\d)?\b/g, because: 'a model’s name' },
	{ pattern: /\bo[13]\b/g, because: 'a model’s name' },
	{ pattern: /\bR1\b/g, because: 'a model’s name' },
	{ pattern: /\b(Opus|Fable) \d(\.\d)?\b/g, because: 'a model’s name' },
];

const sources = import.meta.glob<string>('../../src/**/*.{css,svelte,astro,ts,mjs}', {
	query: '?raw',
	import: 'default',
	eager: true,
});
const references = readBibliography(bib);
const kinds = Object.keys(import.meta.glob('../../src/figures/[A-Z]*/[A-Z]*.svelte')).map(
	(path) => path.match(/(\w+)\.svelte$/)![1]!,
);
const tags = sections.flatMap(({ tags }) => tags);
const named = (name: string, list: readonly Tag[] = tags) => list.filter((tag) => tag.name === name);
const given = (attribute: string, list: readonly Tag[] = tags) =>
	list.flatMap(({ attributes }) => (attribute in attributes ? [attributes[attribute]!] : []));
const missing = (wanted: Iterable<string>, present: Iterable<string>) => {
	const all = new Set(present);
	return [...new Set(wanted)].filter((name) => !all.has(name));
};
/** Paragraphs outside figures and notes, which are read on their own. */
const proseOf = (node: MdastNode): readonly MdastNode[] =>
	paragraphsOf(withoutTags(node, new Set(['Figure', 'Cite', 'Note'])));
/** Names whose look-up fails, with the error that an author would see. */
const failing = (names: readonly string[], lookUp: (name: string) => unknown) =>
	names.flatMap((name) => {
		try {
			lookUp(name);
			return [];
		} catch (error) {
			return [(error as Error).message];
		}
	});

describe('every name in the text names something', () => {
	it('has text to read', () => {
		expect(sections.length).toBeGreaterThan(0);
		expect(tags.length).toBeGreaterThan(sections.length);
	});
	it('numbers and verdicts: a quantity of a model', () => expect(failing(given('of'), quantityOf)).toEqual([]));
	it('figures and equations: a model', () =>
		expect(failing([...given('model'), ...figures.map(({ model }) => model)], modelOf)).toEqual([]));
	it('adjustable numbers: a parameter that is a number', () =>
		expect(given('parameter').filter((key) => !parameters.has(key) || !isNumber(parameters.get(key)!))).toEqual([]));
	it('citations: references in references.bib', () =>
		expect(
			missing(
				given('keys', named('Cite')).flatMap((keys) => keys.split(/\s+/)),
				references.keys(),
			),
		).toEqual([]));
	it('terms: lines of glossary.csv', () => expect(failing(given('id', named('Term')), entryOf)).toEqual([]));
	it('facts: rows of facts.csv', () => expect(failing(given('id', named('Fact')), factOf)).toEqual([]));
	it('controls of figures: parameters', () =>
		expect(
			missing(
				figures.flatMap(({ controls }) => controls.split(/[\s|]+/).filter(Boolean)),
				parameters.keys(),
			),
		).toEqual([]));
	it('components: those that mdx-components.ts offers', () =>
		expect(
			missing(
				tags.map(({ name }) => name),
				['Fragment', 'Words', ...Array.from(offered.matchAll(/from '\.\/(\w+)\.astro'/g), ([, name]) => name!)],
			),
		).toEqual([]));
	it('fixed inputs of a number: parameters of its model, at values it allows', () => {
		for (const { attributes } of named('Value').filter(({ attributes }) => 'given' in attributes))
			expect(
				missing(
					Object.keys(literal(attributes['given']!) as object),
					Object.keys(quantityOf(attributes['of']!).model.parameters),
				),
				attributes['of'],
			).toEqual([]);
	});
});

describe('nothing is left over', () => {
	const usedModels = [
		...given('of').map((name) => name.split('.')[0]!),
		...figures.map(({ model }) => model),
		...given('model'),
	];
	const citing = [...models.values()].flatMap(({ id, presets = [], parameters }) =>
		[cardOf(id).source, ...presets, ...Object.values(parameters).map((parameter) => parameter.source)].flatMap(
			({ cite }) => cite,
		),
	);
	const cited = [
		...citing,
		...given('keys', named('Cite')).flatMap((keys) => keys.split(/\s+/)),
		...positions.flatMap(({ cite }) => cite),
		...resources.flatMap(({ name }) => rowsOf(name).map((row) => String(row['source']))),
	];
	it('every model serves some section', () => expect(missing(models.keys(), usedModels)).toEqual([]));
	it('every work in references.bib is cited somewhere', () => expect(missing(references.keys(), cited)).toEqual([]));
	it('every fact is told somewhere', () =>
		expect(
			missing(
				rowsOf('facts').map((row) => String(row['id'])),
				given('id', named('Fact')),
			),
		).toEqual([]));
	it('every term is explained somewhere', () =>
		expect(missing(glossary.keys(), given('id', named('Term')))).toEqual([]));
	it('every figure is drawn somewhere', () =>
		expect(
			missing(
				kinds,
				figures.map(({ kind }) => kind),
			),
		).toEqual([]));
	it('every rule of a figure’s style has something in its folder to style, and no other style sheet speaks of a figure that is gone', () => {
		const all = Object.entries(sources);
		const classesOf = (css: string) => [
			...new Set(
				Array.from(css.replace(/\/\*.*?\*\//gs, '').matchAll(/\.([a-z][\w-]*)(?=[^{}]*\{)/g), ([, name]) => name!),
			),
		];
		const idle = all
			.filter(([file]) => file.endsWith('.css'))
			.flatMap(([file, css]) => {
				const folder = file.match(/^(.*figures\/[A-Z]\w*\/)/)?.[1] ?? '../../src/';
				const words = all
					.filter(([other]) => other.startsWith(folder) && !other.endsWith('.css'))
					.map(([, text]) => text)
					.join();
				return classesOf(css)
					.filter((name) => !new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(words))
					.map((name) => `${file} .${name}`);
			});
		expect(idle).toEqual([]);
	});
	it('no two figures or facts share a name', () => {
		const figureIds = given('id', named('Figure'));
		const facts = rowsOf('facts').map((row) => row['id']);
		expect(new Set(figureIds).size).toBe(figureIds.length);
		expect(new Set(facts).size).toBe(facts.length);
	});
});

describe.each(sections)('$file', ({ file, frontMatter: head, text, tags: own }) => {
	it('has a title and argues one claim', () => {
		expect(file).toMatch(/^\d{3}-[a-z][a-z-]*\.mdx$/);
		expect(frontMatter(head, 'title')).not.toBe('');
		expect(frontMatter(head, 'claim')).toMatch(/\.$/);
	});

	it('makes each point that it promises, once', () => {
		const promised = frontMatter(head, 'argues').match(/[A-Z]\d+/g) ?? [];
		expect(given('id', named('Point', own)).sort()).toEqual([...promised].sort());
	});

	it('has no number typed by hand', () => {
		const rest = digitsThatMayStand.reduce((words, { pattern }) => words.replace(pattern, ''), wordsOf(text));
		expect(rest.match(/.{0,30}[\p{Nd}\p{No}].{0,10}/gu) ?? []).toEqual([]);
		expect(
			digitsThatMayStand
				.reduce((text, { pattern }) => text.replace(pattern, ''), head.replace(/^argues:.*$/m, ''))
				.match(/.*\d.*/g) ?? [],
		).toEqual([]);
	});

	it('explains each term of art where it is first used, and only there', () => {
		const text_ = runningText(text);
		const wrong = [...glossary.values()].flatMap((entry) => {
			const first = text_.find(({ words }) => usedAt(words, entry) >= 0);
			const explained = text_.filter(({ term }) => term === entry.id);
			const at = first && first.words.slice(usedAt(first.words, entry)).slice(0, 50);
			if (explained.length > 1) return [`<Term id="${entry.id}"> stands ${explained.length} times`];
			if (first && first.term !== entry.id) return [`“${at}…” is used before <Term id="${entry.id}">`];
			return explained.length > 0 && !first ? [`<Term id="${entry.id}"> holds none of its words`] : [];
		});
		expect(wrong).toEqual([]);
	});

	it('uses no term in its title or claim, where nothing can explain it', () =>
		expect(
			[...glossary.values()]
				.filter((entry) => usedAt(`${frontMatter(head, 'title')} ${frontMatter(head, 'claim')}`, entry) >= 0)
				.map(({ id }) => id),
		).toEqual([]));

	it('has at most three numbers in a paragraph', () =>
		expect(
			proseOf(text)
				.map((paragraph) => ({
					paragraph: wordsOf(paragraph).slice(0, 60),
					numbers: tagsIn(paragraph).filter(({ name }) => ['Fact', 'Value', 'Adjust'].includes(name)).length,
				}))
				.filter(({ numbers }) => numbers > 3),
		).toEqual([]));

	it('says “reported” once in a paragraph at the most: marks say the rest', () =>
		expect(
			proseOf(text)
				.map(wordsOf)
				.filter((words) => (words.match(/\breported\b/gi) ?? []).length > 1),
		).toEqual([]));
});

it('says of the record’s worth what brute force does', () => {
	const { text } = sections.find(({ file }) => file.includes('your-forecast'))!;
	const words = wordsOf(text).replace(/\s+/g, ' ');
	const essay = bruteForce[0]!;
	const middle = (runs: { readonly agiYear: readonly number[] }) => String(Math.floor(runs.agiYear[2]!));
	expect(words).toContain(`the middle of the forecasts was ${middle(essay.prior)} before any report counted`);
	expect(words).toContain(`With all of them it is ${middle(essay['2'])}.`);
	const [from, to] = [essay.prior, essay['2']].map(({ learnerYear }) => Math.floor(learnerYear));
	expect(words).toContain(`the date of the learner, from ${from} to ${to}.`);
	expect(words).toMatch(new RegExp(`an error of four times, and the middle comes back to ${middle(essay['4'])}:`));
	expect(words).toMatch(new RegExp(`one and a half times, and it moves to ${middle(essay['1.5'])}\\.`));
});

describe('a figure from outside is as old as it says', () => {
	const dated = resources.flatMap(({ name }) =>
		rowsOf(name).flatMap((row) => (row['date'] && row['source'] ? [{ name, ...row }] : [])),
	) as { name: string; date: string; source: string; id?: string; series?: string }[];

	it('and no younger than its source', () => {
		const tooYoung = dated.filter(({ date, source }) => {
			const { published } = references.get(source)!;
			const shared = Math.min(date.length, published.length);
			return date.slice(0, shared) > published.slice(0, shared);
		});
		expect(tooYoung).toEqual([]);
	});

	it.each(dated.flatMap(({ id }) => (id && /-(latest|now)$/.test(id) ? [id] : [])))(
		'%s is the newest of its series',
		(id) => {
			const series = id.replace(/-(latest|now)$/, '');
			const when = calendarYear(dated.find((row) => row.id === id)!.date);
			const newer = dated.filter(
				(row) => (row.series === series || row.id?.startsWith(`${series}-`)) && calendarYear(row.date) > when,
			);
			expect(newer).toEqual([]);
		},
	);
});
