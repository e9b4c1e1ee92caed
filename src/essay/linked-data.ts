import { EDITION, steps } from '../state/editions.ts';
import { site } from './site.ts';

/** A month as a day, for those who ask for one. */
const dayOf = (date: string): string => (date.length === 7 ? `${date}-01` : date);
/** When the first edition and when today's came out. */
export const published = (): string => dayOf(site.since);
export const modified = (): string => dayOf(steps.at(-1)?.date ?? site.since);

interface Page {
	readonly title: string;
	readonly description: string;
	readonly url: string;
	readonly image: string;
	/** Address of the whole, for a part of it. */
	readonly essay: string | undefined;
}

/** A page as schema.org describes it, in JSON that may stand in HTML. */
export function articleOf({ title, description, url, image, essay }: Page): string {
	const data = {
		'@context': 'https://schema.org',
		'@type': 'Article',
		headline: title,
		description,
		url,
		mainEntityOfPage: url,
		image: { '@type': 'ImageObject', url: image, width: 1200, height: 630 },
		inLanguage: 'en',
		author: { '@type': 'Organization', name: site.title },
		publisher: { '@type': 'Organization', name: site.title },
		datePublished: published(),
		dateModified: modified(),
		version: String(EDITION),
		license: 'https://creativecommons.org/licenses/by/4.0/',
		isAccessibleForFree: true,
		isBasedOn: {
			'@type': 'Article',
			headline: site.post.title,
			url: site.post.url,
			author: { '@type': 'Person', name: site.post.author },
		},
		...(essay && { isPartOf: { '@type': 'Article', headline: site.title, url: essay } }),
	};
	// No text of ours may end the element that it stands in.
	return JSON.stringify(data).replaceAll('<', '\\u003c');
}
