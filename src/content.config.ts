import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

/** Loads texts whose file name gives a section's place and its address: 030-rl-scaling.mdx is third and lives at /rl-scaling/. */
const numbered = (base: string) =>
	glob({ base, pattern: '**/*.mdx', generateId: ({ entry }) => entry.replace(/^\d+-/, '').replace(/\.mdx$/, '') });

export const collections = {
	sections: defineCollection({
		loader: numbered('./content/sections'),
		schema: z
			.object({
				/** Its one title: in the heading, the contents and the address bar, on cards and in links. */
				title: z.string().max(26),
				/** The one sentence that the section argues. */
				claim: z.string().max(220),
				/**
				 * A question that the section answers; shown at the end of sections in which the reader has changed
				 * nothing.
				 */
				asks: z.string().max(90).optional(),
				/** Points of the argument that it makes; each has its <Point> in the text. */
				argues: z.array(z.string().regex(/^[A-Z]\d$/)),
			})
			.strict(),
	}),
	/** A section in the ten minutes of the first page; its title and claim are those of the section with the same file name. */
	short: defineCollection({
		loader: numbered('./content/short'),
		schema: z
			.object({
				/** What has come in since: ids of rows in content/data/since-december.csv. */
				since: z.array(z.string()).min(1).max(2),
			})
			.strict(),
	}),
	/** The words of a figure, placed by its id: content/figures/revenue-gap.mdx is `<Figure id="revenue-gap" />`. */
	figures: defineCollection({
		loader: glob({ base: './content/figures', pattern: '*.mdx' }),
		schema: z
			.object({
				kind: z.string(),
				/** Its model, or its experiment: one of the two. */
				model: z.string().optional(),
				experiment: z.string().optional(),
				controls: z.string().default(''),
				/** Why its headline does not change with its first control. */
				steadyTitle: z.string().optional(),
				/** Why nothing in its picture can be dragged; left out if something can. */
				handle: z.string().startsWith('none, because ').optional(),
				props: z.record(z.string(), z.unknown()).default({}),
			})
			.strict(),
	}),
};
