import { escapeHtml } from '../engine/html.ts';
import { parameters } from '../models/registry.ts';
import { steps } from '../state/editions.ts';
import { valueText } from '../engine/value-text.ts';
import { pageHref } from './outline.ts';
import { published } from './linked-data.ts';
import { site } from './site.ts';

const momentOf = (date: string): string => `${date.length === 7 ? `${date}-01` : date}T00:00:00Z`;

/** Returns an Atom feed of the editions, newest first, with what each changed. */
export function feed(origin: URL): string {
	const address = (path: string) => String(new URL(pageHref(path), origin));
	const entries = [
		...steps.map(({ edition, date, defaults, formulas, besides }) => ({
			edition,
			updated: momentOf(date),
			changes: [
				...formulas.map(({ change }) => change),
				...defaults.map(({ key, from, to, because }) => {
					const parameter = parameters.get(key)!;
					return `${parameter.label}: ${valueText(parameter, from)} became ${valueText(parameter, to)}. ${because}`;
				}),
				...besides,
			],
		})),
		{ edition: 1, updated: momentOf(published()), changes: ['What the first links were made with.'] },
	].sort((a, b) => b.edition - a.edition);
	return [
		'<?xml version="1.0" encoding="utf-8"?>',
		'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
		`<title>${escapeHtml(site.title)}</title>`,
		'<subtitle>Editions of the essay, and what each changed</subtitle>',
		`<id>${escapeHtml(address(''))}</id>`,
		`<link rel="self" type="application/atom+xml" href="${escapeHtml(address('feed.xml'))}"/>`,
		`<link rel="alternate" type="text/html" href="${escapeHtml(address(''))}"/>`,
		`<updated>${entries[0]!.updated}</updated>`,
		`<author><name>${escapeHtml(site.title)}</name></author>`,
		'<rights>CC BY 4.0</rights>',
		...entries.map(({ edition, updated, changes }) =>
			[
				'<entry>',
				`<title>Edition ${edition}</title>`,
				`<id>${escapeHtml(address(`method/#edition-${edition}`))}</id>`,
				`<link rel="alternate" type="text/html" href="${escapeHtml(address(`method/#edition-${edition}`))}"/>`,
				`<updated>${updated}</updated>`,
				`<content type="html">${escapeHtml(`<ul>${changes.map((change) => `<li>${escapeHtml(change)}</li>`).join('')}</ul>`)}</content>`,
				'</entry>',
			].join('\n'),
		),
		'</feed>',
		'',
	].join('\n');
}
