import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { KEY, STAND_INS, type Citations } from '../figures/frame/cite.ts';
import { EDITION, steps } from '../state/editions.ts';
import { site } from './site.ts';

/** How anything on this site is cited, with stand-ins for its title, its link and the day on which it is seen. */
export function citations(): Citations {
	const [year, month] = steps.at(-1)!.date.split('-').map(Number);
	const cite = new Cite({
		id: KEY,
		type: 'webpage',
		title: STAND_INS.title,
		author: [{ literal: site.title }],
		issued: { 'date-parts': [[year, month]] },
		accessed: { 'date-parts': [STAND_INS.date] },
		URL: STAND_INS.link,
		edition: String(EDITION),
		note: `Edition ${EDITION}; after ${site.post.title} by ${site.post.author}`,
	});
	const format = (kind: string) => cite.format(kind).trim();
	return {
		// The style has no place for an edition of a page.
		sentence: `${cite.format('bibliography', { format: 'text', template: 'apa' }).trim().replace(STAND_INS.title, `${STAND_INS.title} (edition ${EDITION})`)}`,
		bibtex: format('bibtex')
			.replace(/^@misc\{[^,]*/, `@misc{${KEY}`)
			// The address again, bare: its signs would stop LaTeX.
			.replace(/^\s*howpublished = .*\n/m, ''),
		ris: `${format('ris')}\n`,
		csl: format('data'),
	};
}
