import type { FormatOptions } from '../engine/number-format.ts';
import type { Value } from '../engine/parameter.ts';
import { quantityOf, quantityText, type Quantity } from '../models/quantity.ts';

/** A case of a verdict: the words while the quantity is less than `below`. The last case has no `below`. */
export interface Case {
	readonly below?: number;
	readonly say: string;
}

/** The source and the format of a live number or verdict in a sentence. */
export interface LiveSpec extends FormatOptions {
	/** "model.key" of a parameter or an output. */
	readonly of: string;
	/** Shows one minus the value, for the remainder of a share. */
	readonly rest?: boolean;
	/** Shows words by threshold instead of the number. */
	readonly cases?: readonly Case[];
}

/** Returns the words of the first case that applies to a value. */
export const verdict = (cases: readonly Case[], value: number): string =>
	cases.find(({ below }) => below === undefined || value < below)?.say ?? '';

/** Returns the text of a live number or verdict, the same at build and in the browser. */
export function liveText(
	{ of, rest, cases, ...format }: LiveSpec,
	valueOf: (quantity: Quantity) => Value | boolean,
): string {
	const quantity = quantityOf(of);
	const value = valueOf(quantity);
	if (cases) return verdict(cases, Number(value));
	return quantityText(quantity, rest && typeof value === 'number' ? 1 - value : value, format);
}

/** Returns the attribute that marks an element as a live number or verdict and carries its specification. */
export const liveMark = (spec: LiveSpec): { 'data-live': string } => ({ 'data-live': JSON.stringify(spec) });

interface LiveMark {
	readonly element: HTMLElement;
	readonly spec: LiveSpec;
}
/** A part of the page that is near the viewport as a whole, with its live numbers and verdicts. */
interface LiveBlock {
	readonly block: Element;
	readonly marks: readonly LiveMark[];
}

/** Returns the elements with that attribute. It is parsed without checks, because only the build writes it. */
export const liveMarks = (within: ParentNode): readonly LiveMark[] =>
	Array.from(within.querySelectorAll<HTMLElement>('[data-live]'), (element) => ({
		element,
		spec: JSON.parse(element.dataset['live']!),
	}));

/** Returns the same by figure, or else by block of text. A figure is one block, because its headline is repeated beside its picture. */
export function liveBlocks(within: ParentNode): readonly LiveBlock[] {
	const blocks = new Map<Element, LiveMark[]>();
	for (const mark of liveMarks(within)) {
		const block =
			mark.element.closest('figure') ?? mark.element.closest('p, li, td, dd, h2, h3, summary') ?? mark.element;
		const marks = blocks.get(block);
		if (marks) marks.push(mark);
		else blocks.set(block, [mark]);
	}
	return Array.from(blocks, ([block, marks]) => ({ block, marks }));
}
