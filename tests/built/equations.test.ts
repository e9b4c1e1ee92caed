import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { elements } from '../../src/build/html.ts';

/**
 * How many children each element of MathML takes, and where it may stand (MathML Core, chapter 3). No kept validator of MathML
 * is on npm. Firefox says "Incorrect number of children for <mfrac/>" of right markup as well, when a page arrives in two parts
 * and the first ends within a fraction; what is checked here is the markup.
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
		if (!KNOWN.test(name)) found.push(`<${name}> is no element of MathML Core`);
		if (name in CHILDREN && children.length !== CHILDREN[name])
			found.push(`<${name}> has ${children.length} children, not ${CHILDREN[name]}`);
		if (name in PARENT && !PARENT[name]!.test(parent)) found.push(`<${name}> stands in <${parent}>`);
		if (TEXT_ONLY.test(name) && children.length > 0) found.push(`<${name}> holds <${children[0]!.tagName}>`);
		if (!TEXT_ONLY.test(name) && inside.some(({ nodeName, value }) => nodeName === '#text' && value!.trim()))
			found.push(`<${name}> holds bare text`);
	}
	return found;
}

describe('a fault in MathML is seen', () => {
	it.each([
		['<mfrac><mi>a</mi></mfrac>', '<mfrac> has 1 children, not 2'],
		['<msubsup><mi>a</mi><mn>1</mn></msubsup>', '<msubsup> has 2 children, not 3'],
		['<mtd><mi>a</mi></mtd>', '<mtd> stands in <math>'],
		['<mrow>a</mrow>', '<mrow> holds bare text'],
		['<mfenced><mi>a</mi></mfenced>', '<mfenced> is no element of MathML Core'],
	])('%s', (mathml, fault) => expect(faultsOf(`<math>${mathml}</math>`)).toEqual([fault]));
});

const dist = join(import.meta.dirname, '../../dist');
const pages = (readdirSync(dist, { recursive: true }) as string[]).filter((file) => file.endsWith('.html'));

it.each(pages)('every equation of dist/%s is right MathML', (page) =>
	expect([...new Set(faultsOf(readFileSync(join(dist, page), 'utf8')))]).toEqual([]),
);

it('there are equations to read', () =>
	expect(readFileSync(join(dist, 'method/index.html'), 'utf8').match(/<math[ >]/g)!.length).toBeGreaterThan(20));
