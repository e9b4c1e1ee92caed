import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

/** A section's file name gives its place and its address: 030-rl-scaling.mdx is third and lives at /rl-scaling/. */
export const collections = {
	sections: defineCollection({
		loader: glob({
			base: './content/sections',
			pattern: '**/*.mdx',
			generateId: ({ entry }) => entry.replace(/^\d+-/, '').replace(/\.mdx$/, ''),
		}),
		schema: z
			.object({
				title: z.string(),
				/** Short form, for the contents. */
				nav: z.string().max(24),
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
