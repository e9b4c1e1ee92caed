import { readFileSync } from 'node:fs';
import type { MdastNode } from 'satteri';
import { describe, expect, it } from 'vitest';
import bib from '../../content/references.bib?raw';
import bruteForce from '../posterior/brute-force.json';
import { isNumber } from '../../src/engine/parameter.ts';
import { readBibliography } from '../../src/sources/bibliography.ts';
import { calendarYear, factOf, resources, rowsOf } from '../../src/sources/datasets.ts';
import { entryOf, glossary, usedAt } from '../../src/sources/glossary.ts';
import { childrenOf, componentOf } from '../../src/sources/mdx.ts';
import { findingOf } from '../../src/sources/since-december.ts';
import { wordCount } from '../../src/essay/reading-time.ts';
import { cardOf } from '../../src/models/cards.ts';
import { experimentOf, experiments } from '../../src/experiments/registry.ts';
import { modelOf, models, parameters } from '../../src/models/registry.ts';
import { quantityOf } from '../../src/models/quantity.ts';
import { essayAnswer } from '../../src/runs/essay-runs.ts';
import { positions } from '../../src/positions/positions.ts';
import {
	figures,
	frontMatter,
	literal,
	paragraphsOf,
	runningText,
	sections,
	shorts,
	tagsIn,
	withoutTags,
	wordsOf,
	type Tag,
} from './content-text.ts';

/** Digits allowed in prose; every other number comes from a model or a fact. */
export const allowedDigits: readonly { readonly pattern: RegExp; readonly because: string }[] = [
	{
		pattern: /\b\d{1,2} (?=(January|February|March|April|May|June|July|August|September|October|November|December)\b)/g,
		because: 'a day is part of a date, not a quantity',
	},
	{ pattern: /\b(19|20)\d\d\b/g, because: 'a year is a date, not a quantity' },
	{ pattern: /\bGPT-\d(\.\d)?\b/g, because: 'the name of an AI model' },
	{ pattern: /\bo[13]\b/g, because: 'the name of an AI model' },
	{ pattern: /\bR1\b/g, because: 'the name of an AI model' },
	{ pattern: /\b(Opus|Fable) \d(\.\d)?\b/g, because: 'the name of an AI model' },
];

const sources = import.meta.glob<string>('../../src/**/*.{css,svelte,astro,ts,mjs}', {
	query: '?raw',
	import: 'default',
	eager: true,
});
const references = readBibliography(bib);
const kinds = Object.keys(import.meta.glob('../../src/figures/[A-Z]*/[A-Z]*.svelte')).map(
	(path) => path.match(/(\w+)\/[^/]+$/)![1]!,
);
const tags = [...sections, ...shorts].flatMap(({ tags }) => tags);
const named = (name: string, list: readonly Tag[] = tags) => list.filter((tag) => tag.name === name);
const given = (attribute: string, list: readonly Tag[] = tags) =>
	list.flatMap(({ attributes }) => (attribute in attributes ? [attributes[attribute]!] : []));
const missing = (wanted: Iterable<string>, present: Iterable<string>) => {
	const all = new Set(present);
	return [...new Set(wanted)].filter((name) => !all.has(name));
};
/** Returns the paragraphs outside figures and notes. */
const proseOf = (node: MdastNode): readonly MdastNode[] =>
	paragraphsOf(withoutTags(node, new Set(['Figure', 'Cite', 'Note'])));
/** Returns the errors of the names whose look-up fails. */
const failing = (names: readonly string[], lookUp: (name: string) => unknown) =>
	names.flatMap((name) => {
		try {
			lookUp(name);
			return [];
		} catch (error) {
			return [(error as Error).message];
		}
	});

describe('names in the text exist', () => {
	it('sections and components are found', () => {
		expect(sections.length).toBeGreaterThan(0);
		expect(tags.length).toBeGreaterThan(sections.length);
	});
	it('`of` names a quantity of a model, in <Swept> an output of an experiment, and in <Setting> a parameter', () => {
		const [swept, settings] = [given('of', named('Swept')), given('of', named('Setting'))];
		expect(failing(missing(given('of'), [...swept, ...settings]), quantityOf)).toEqual([]);
		const keys = [...experiments.values()].flatMap(({ id, parameters }) =>
			Object.keys(parameters).map((key) => `${id}.${key}`),
		);
		expect(missing(settings, keys)).toEqual([]);
		const outputs = [...experiments.values()].flatMap(({ id, outputs }) =>
			Object.keys(outputs).map((key) => `${id}.${key}`),
		);
		expect(missing(swept, outputs)).toEqual([]);
	});
	it('`model` names a model, and `experiment` an experiment: a figure has one of them', () => {
		expect(failing([...given('model'), ...figures.flatMap(({ model }) => model || [])], modelOf)).toEqual([]);
		expect(
			failing(
				figures.flatMap(({ experiment }) => experiment || []),
				experimentOf,
			),
		).toEqual([]);
		expect(figures.filter(({ model, experiment }) => !model === !experiment)).toEqual([]);
	});
	it('`parameter` names a number parameter', () =>
		expect(given('parameter').filter((key) => !parameters.has(key) || !isNumber(parameters.get(key)!))).toEqual([]));
	it('<Cite> names entries of references.bib', () =>
		expect(
			missing(
				given('keys', named('Cite')).flatMap((keys) => keys.split(/\s+/)),
				references.keys(),
			),
		).toEqual([]));
	it('<Term> names entries of glossary.csv', () => expect(failing(given('id', named('Term')), entryOf)).toEqual([]));
	it('<Fact> names rows of facts.csv', () => expect(failing(given('id', named('Fact')), factOf)).toEqual([]));
	it('`controls` of figures name parameters', () =>
		expect(
			missing(
				figures.flatMap(({ controls }) => controls.split(/[\s|]+/).filter(Boolean)),
				parameters.keys(),
			),
		).toEqual([]));
	it('components are exported for authors', () =>
		expect(
			missing(
				tags.map(({ name }) => name),
				[
					'Fragment',
					'Words',
					...Object.keys(import.meta.glob('../../src/essay/*.astro')).map((path) => /(\w+)\.astro$/.exec(path)![1]!),
				],
			),
		).toEqual([]));
	it('`given` of <Value> names parameters of its model', () => {
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

describe('definitions are used', () => {
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
	it('every model is used in a section', () => expect(missing(models.keys(), usedModels)).toEqual([]));
	it('every entry of references.bib is cited', () => expect(missing(references.keys(), cited)).toEqual([]));
	it('every fact is used', () =>
		expect(
			missing(
				rowsOf('facts').map((row) => String(row['id'])),
				given('id', named('Fact')),
			),
		).toEqual([]));
	it('every term is used', () => expect(missing(glossary.keys(), given('id', named('Term')))).toEqual([]));
	it('every kind of figure is used, or draws any model for authors (.github/guides/ADD_AN_EXPLORABLE.md)', () =>
		expect(
			missing(
				kinds.filter((kind) => kind !== 'Explorable'),
				figures.map(({ kind }) => kind),
			),
		).toEqual([]));
	it('every class in a style sheet is used: in the figure’s folder, or in src/ for shared sheets', () => {
		const all = Object.entries(sources);
		const classesOf = (css: string) => [
			...new Set(
				Array.from(css.replace(/\/\*.*?\*\//gs, '').matchAll(/\.([a-z][\w-]*)(?=[^{}]*\{)/g), ([, name]) => name!),
			),
		];
		const unused = all
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
		expect(unused).toEqual([]);
	});
	it('ids of figures and facts are unique', () => {
		const figureIds = given(
			'id',
			named(
				'Figure',
				sections.flatMap(({ tags: own }) => own),
			),
		);
		const facts = rowsOf('facts').map((row) => row['id']);
		expect(new Set(figureIds).size).toBe(figureIds.length);
		expect(new Set(facts).size).toBe(facts.length);
	});
});

/** Returns how a text fails to explain each term at its first use, and there only. */
const termFaults = (text: MdastNode): readonly string[] => {
	const pieces = runningText(text);
	return [...glossary.values()].flatMap((entry) => {
		const first = pieces.find(({ words }) => usedAt(words, entry) >= 0);
		const explained = pieces.filter(({ term }) => term === entry.id);
		const at = first && first.words.slice(usedAt(first.words, entry)).slice(0, 50);
		if (explained.length > 1) return [`<Term id="${entry.id}"> is used ${explained.length} times; keep the first`];
		if (first && first.term !== entry.id) return [`“${at}…” comes before <Term id="${entry.id}">`];
		return explained.length > 0 && !first ? [`<Term id="${entry.id}"> contains no form of the term`] : [];
	});
};
const strayDigits = (words: string): readonly string[] =>
	allowedDigits
		.reduce((rest, { pattern }) => rest.replace(pattern, ''), words)
		.match(/.{0,30}[\p{Nd}\p{No}].{0,10}/gu) ?? [];
/** Returns the paragraphs with more than three numbers. */
const crowded = (text: MdastNode) =>
	proseOf(text)
		.map((paragraph) => ({
			paragraph: wordsOf(paragraph).slice(0, 60),
			numbers: tagsIn(paragraph).filter(({ name }) => ['Fact', 'Value', 'Adjust', 'Median'].includes(name)).length,
		}))
		.filter(({ numbers }) => numbers > 3);

describe('the first page', () => {
	it('has a text for each section, of the same file name', () =>
		expect(shorts.map(({ file }) => file)).toEqual(sections.map(({ file }) => file)));

	it('explains each term at its first use only', () =>
		expect(termFaults({ type: 'root', children: shorts.map(({ text }) => text) } as MdastNode)).toEqual([]));

	describe.each(shorts)('$file', ({ file, frontMatter: head, text, tags: own }) => {
		const whole = sections.find((section) => section.file === file)!;

		it('has at most 150 words of prose, and 200 where it sums up the year', () => {
			const source = readFileSync(new URL(`../../content/short/${file}`, import.meta.url), 'utf8');
			expect(wordCount(source)).toBeLessThanOrEqual(file === shorts.at(-1)!.file ? 200 : 150);
		});

		it('has one act: a figure of the whole argument', () => {
			const acts = given('id', named('Figure', own));
			expect(acts).toHaveLength(1);
			expect(missing(acts, given('id', named('Figure', whole.tags)))).toEqual([]);
		});

		it('has one strongest answer, which names its source', () => {
			expect(named('Answer', own)).toHaveLength(1);
			const answer = text && childrenOf(text).find((node) => componentOf(node) === 'Answer')!;
			expect(given('keys', named('Cite', tagsIn(answer))).length).toBeGreaterThan(0);
		});

		it('shows one or two findings that bear on the section', () => {
			const ids = /^since: \[(.*)\]$/m.exec(head)![1]!.split(/,\s*/);
			expect(ids.length).toBeGreaterThan(0);
			expect(ids.length).toBeLessThanOrEqual(2);
			for (const id of ids) expect(`${findingOf(id).section}.mdx`, id).toBe(file.replace(/^\d+-/, ''));
		});

		it('has no digits beyond the allowed ones', () => expect(strayDigits(wordsOf(text))).toEqual([]));

		it('has at most three numbers in a paragraph', () => expect(crowded(text)).toEqual([]));
	});
});

describe.each(sections)('$file', ({ file, frontMatter: head, text, tags: own }) => {
	it('has a file name, a title and a claim in the right form', () => {
		expect(file).toMatch(/^\d{3}-[a-z][a-z-]*\.mdx$/);
		expect(frontMatter(head, 'title')).not.toBe('');
		expect(frontMatter(head, 'claim')).toMatch(/\.$/);
	});

	it('makes each point of `argues` once', () => {
		const promised = frontMatter(head, 'argues').match(/[A-Z]\d+/g) ?? [];
		expect(given('id', named('Point', own)).sort()).toEqual([...promised].sort());
	});

	it('has no digits beyond the allowed ones', () => {
		expect(strayDigits(wordsOf(text))).toEqual([]);
		expect(
			allowedDigits
				.reduce((text, { pattern }) => text.replace(pattern, ''), head.replace(/^argues:.*$/m, ''))
				.match(/.*\d.*/g) ?? [],
		).toEqual([]);
	});

	it('explains each term at its first use only', () => expect(termFaults(text)).toEqual([]));

	it('uses no glossary term in title and claim', () =>
		expect(
			[...glossary.values()]
				.filter((entry) => usedAt(`${frontMatter(head, 'title')} ${frontMatter(head, 'claim')}`, entry) >= 0)
				.map(({ id }) => id),
		).toEqual([]));

	it('has at most three numbers in a paragraph', () => expect(crowded(text)).toEqual([]));

	it('uses “reported” at most once per paragraph', () =>
		expect(
			proseOf(text)
				.map(wordsOf)
				.filter((words) => (words.match(/\breported\b/gi) ?? []).length > 1),
		).toEqual([]));
});

describe('a median in the forecast section', () => {
	const medians = sections
		.find(({ file }) => file.includes('your-forecast'))!
		.tags.filter(({ name }) => name === 'Median')
		.map(({ attributes }) => ({
			of: attributes['of']!.split('.')[1]!,
			isGiven: 'isGiven' in attributes,
			modelError: attributes['modelError'] === undefined ? undefined : Number(literal(attributes['modelError'])),
		}));
	const essay = bruteForce[0]!;

	it('is stated before and after the record, and for both pinned errors', () =>
		expect(
			medians.filter(({ of }) => of === 'agiYear').map(({ isGiven, modelError }) => [isGiven, modelError]),
		).toEqual([
			[false, undefined],
			[true, undefined],
			[true, 4],
			[true, 1.5],
		]));

	it.each(medians)(
		'of $of is what brute force computes, with a model error of $modelError',
		({ of, isGiven, modelError }) => {
			if (of !== 'agiYear' && of !== 'humanLevelYear' && of !== 'modelError') return;
			const found = !isGiven ? essay.prior : essay[`${(modelError as 1.5 | 2 | 4 | undefined) ?? 'drawn'}`];
			const expected = of === 'agiYear' ? found.agiYear[2]! : found[of];
			const changed = modelError === undefined ? {} : { values: { modelError }, pinned: ['modelError'] };
			const forecastYear = () => essayAnswer({ kind: 'evidenceSteps' }, changed).at(isGiven ? -1 : 0)!.agiYear.p50;
			const parameterValue = () => {
				const shift = essayAnswer({ kind: 'shifts' }, changed).find(({ key }) => key === of)!;
				return (isGiven ? shift.after : shift.before).p50;
			};
			expect(Math.abs((of === 'agiYear' ? forecastYear() : parameterValue()) - expected)).toBeLessThan(0.25);
		},
	);
});

describe('dates of sourced figures', () => {
	const dated = resources.flatMap(({ name }) =>
		rowsOf(name).flatMap((row) => (row['date'] && row['source'] ? [{ name, ...row }] : [])),
	) as { name: string; date: string; source: string; id?: string; series?: string }[];

	it('no figure is dated after its source was published', () => {
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
