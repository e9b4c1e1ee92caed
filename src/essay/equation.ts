import katex from 'katex';
import { symbolOf } from '../models/cards.ts';
import { quantityOf, type Quantity } from '../models/quantity.ts';

/**
 * Typesets an equation at build, as HTML for the eye and MathML for the ear. `\q{key}` (or `\q{model.key}`) becomes the
 * symbol of that quantity in its colour. A key that does not exist, or TeX that does not parse, stops the build.
 */
export function typeset(
	tex: string,
	model: string | undefined,
	displayMode: boolean,
): { readonly html: string; readonly quantities: readonly Quantity[] } {
	const quantities = new Map<string, Quantity>();
	const coloured = tex.replace(/\\q\{([^}]+)\}/g, (_, key: string) => {
		const quantity = quantityOf(key.includes('.') || !model ? key : `${model}.${key}`);
		quantities.set(quantity.key, quantity);
		return `\\htmlClass{tone-${quantity.tone ?? 'plain'}}{${symbolOf(quantity)}}`;
	});
	const html = katex.renderToString(coloured, {
		displayMode,
		throwOnError: true,
		output: 'htmlAndMathml',
		trust: ({ command }) => command === '\\htmlClass',
		strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
	});
	return { html, quantities: [...quantities.values()] };
}
