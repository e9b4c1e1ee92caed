import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { elements } from '../../src/build/html.ts';

/**
 * Number of children and allowed parents of each MathML element (MathML Core, chapter 3). npm has no maintained validator. Firefox may
 * log "Incorrect number of children for <mfrac/>" for valid markup if a page arrives in two parts; this checks the markup itself.
 */
const CHILDREN: Readonly<Record<string, number>> = {
	mfrac: 2,
	mroot: 2,
	msub: 2,
	msup: 2,
	munder: 2,
	mover: 2,
	msubsup: 3,
	munderover: 3,
	semantics: 2,
};
const PARENT: Readonly<Record<string, RegExp>> = {
	mtr: /^mtable$/,
	mtd: /^mtr$/,
	annotation: /^semantics$/,
	math: /^(?!m)/,
};
const TEXT_ONLY = /^(mi|mn|mo|ms|mtext|annotation)$/;
const KNOWN =
	/^(math|semantics|annotation|m(i|n|o|s|text|space|row|frac|sqrt|root|style|error|padded|phantom|sub|sup|subsup|under|over|underover|multiscripts|table|tr|td))$/;

interface Node {
	readonly nodeName: string;
	readonly tagName?: string;
	readonly value?: string;
	readonly namespaceURI?: string;
	readonly parentNode?: Node;
	readonly childNodes?: readonly Node[];
}

function faultsOf(html: string): string[] {
	const found: string[] = [];
	for (const element of elements(html) as Iterable<Node>) {
		if (!element.namespaceURI?.endsWith('MathML')) continue;
		const name = element.tagName!;
		const inside = element.childNodes!;
		const children = inside.filter(({ tagName }) => tagName);
		const parent = element.parentNode!.tagName!;
		if (!KNOWN.test(name)) found.push(`<${name}> is not an element of MathML Core`);
		if (name in CHILDREN && children.length !== CHILDREN[name])
			found.push(`<${name}> has ${children.length} children, not ${CHILDREN[name]}`);
		if (name in PARENT && !PARENT[name]!.test(parent)) found.push(`<${name}> is not allowed in <${parent}>`);
		if (TEXT_ONLY.test(name) && children.length > 0) found.push(`<${name}> must not contain <${children[0]!.tagName}>`);
		if (!TEXT_ONLY.test(name) && inside.some(({ nodeName, value }) => nodeName === '#text' && value!.trim()))
			found.push(`<${name}> holds bare text`);
	}
	return found;
}

describe('`faultsOf` reports invalid MathML', () => {
	it.each([
		['<mfrac><mi>a</mi></mfrac>', '<mfrac> has 1 children, not 2'],
		['<msubsup><mi>a</mi><mn>1</mn></msubsup>', '<msubsup> has 2 children, not 3'],
		['<mtd><mi>a</mi></mtd>', '<mtd> is not allowed in <math>'],
		['<mrow>a</mrow>', '<mrow> holds bare text'],
		['<mfenced><mi>a</mi></mfenced>', '<mfenced> is not an element of MathML Core'],
	])('%s', (mathml, fault) => expect(faultsOf(`<math>${mathml}</math>`)).toEqual([fault]));
});

const dist = join(import.meta.dirname, '../../dist');
const pages = (readdirSync(dist, { recursive: true }) as string[]).filter((file) => file.endsWith('.html'));

it.each(pages)('every equation of dist/%s is valid MathML', (page) =>
	expect([...new Set(faultsOf(readFileSync(join(dist, page), 'utf8')))]).toEqual([]),
);

it('the built pages have equations', () =>
	expect(readFileSync(join(dist, 'method/index.html'), 'utf8').match(/<math[ >]/g)!.length).toBeGreaterThan(20));
