import { escapeHtml } from '../engine/html.ts';
import { parameters } from '../models/registry.ts';
import { referenceOf } from '../sources/bibliography.ts';
import { findings } from '../sources/since-december.ts';
import { steps } from '../state/editions.ts';
import { valueText } from '../engine/value-text.ts';
import { pageHref } from './outline.ts';
import { published } from './linked-data.ts';
import { site } from './site.ts';

/** Returns the moment of a date; a month or a year without a day becomes its first day. */
const momentOf = (date: string): string => `${date}${'-01'.repeat(3 - date.split('-').length)}T00:00:00Z`;

interface Entry {
	readonly title: string;
	/** Path of the page, with the target. */
	readonly path: string;
	readonly date: string;
	/** The content, an item each. */
	readonly items: readonly string[];
}

const editions: readonly Entry[] = [
	...steps.toReversed().map(({ edition, date, defaults, formulas, renamed = [], retired = [], besides }) => ({
		edition,
		date,
		items: [
			...[...formulas, ...renamed, ...retired].map(({ change }) => change),
			...defaults.map(({ key, from, to, because }) => {
				const parameter = parameters.get(key)!;
				return `${parameter.label}: ${valueText(parameter, from)} became ${valueText(parameter, to)}. ${because}`;
			}),
			...besides,
		],
	})),
	{ edition: 1, date: published(), items: ['What the first links were made with.'] },
].map(({ edition, ...entry }) => ({ ...entry, title: `Edition ${edition}`, path: `method/#edition-${edition}` }));

const since: readonly Entry[] = findings.map(({ id, date, finding, source, grade }) => ({
	title: finding,
	path: `since/#found-${id}`,
	date,
	items: [`${finding}. (${grade === 'B' ? 'Reported; ' : ''}${referenceOf(source).short})`],
}));

/** Returns an Atom feed of the editions, with what each changed, and of the findings since December 2025, newest first. */
export function feed(origin: URL): string {
	const address = (path: string) => String(new URL(pageHref(path), origin));
	const entries = [...editions, ...since]
		.map((entry) => ({ ...entry, updated: momentOf(entry.date) }))
		.sort((a, b) => b.updated.localeCompare(a.updated));
	return [
		'<?xml version="1.0" encoding="utf-8"?>',
		'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
		`<title>${escapeHtml(site.title)}</title>`,
		'<subtitle>Editions of the essay, and what has come in since December 2025</subtitle>',
		`<id>${escapeHtml(address(''))}</id>`,
		`<link rel="self" type="application/atom+xml" href="${escapeHtml(address('feed.xml'))}"/>`,
		`<link rel="alternate" type="text/html" href="${escapeHtml(address(''))}"/>`,
		`<updated>${entries[0]!.updated}</updated>`,
		`<author><name>${escapeHtml(site.author)}</name></author>`,
		'<rights>CC BY 4.0</rights>',
		...entries.map(({ title, path, updated, items }) =>
			[
				'<entry>',
				`<title>${escapeHtml(title)}</title>`,
				`<id>${escapeHtml(address(path))}</id>`,
				`<link rel="alternate" type="text/html" href="${escapeHtml(address(path))}"/>`,
				`<updated>${updated}</updated>`,
				`<content type="html">${escapeHtml(`<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`)}</content>`,
				'</entry>',
			].join('\n'),
		),
		'</feed>',
		'',
	].join('\n');
}
