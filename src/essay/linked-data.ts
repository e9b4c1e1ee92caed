import { EDITION, steps } from '../state/editions.ts';
import { site } from './site.ts';

/** Returns the first day of a month, for fields that need a day. */
const dayOf = (date: string): string => (date.length === 7 ? `${date}-01` : date);
/** Publication dates of the first and of the current edition. */
export const published = (): string => dayOf(site.since);
export const modified = (): string => dayOf(steps.at(-1)?.date ?? site.since);

interface Page {
	readonly title: string;
	readonly description: string;
	readonly url: string;
	readonly image: string;
	/** URL of the whole essay, for the page of a section. */
	readonly essay: string | undefined;
}

/** Returns a page's schema.org description as JSON that is safe in HTML. */
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
		author: { '@type': 'Organization', name: site.author },
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
	// Escapes “<”, so that no text can close the script element.
	return JSON.stringify(data).replaceAll('<', '\\u003c');
}
