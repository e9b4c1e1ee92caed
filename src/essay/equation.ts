import katex from 'katex';
import { symbolOf } from '../models/cards.ts';
import { quantityOf, type Quantity } from '../models/quantity.ts';

/**
 * Typesets an equation at build, as HTML with MathML for screen readers. `\q{key}` (or `\q{model.key}`) becomes the symbol of
 * that quantity in its colour. Throws if a key does not exist or the TeX does not parse.
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
