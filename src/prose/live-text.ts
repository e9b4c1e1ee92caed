import type { FormatOptions } from '../engine/number-format.ts';
import type { Value } from '../engine/parameter.ts';
import { quantityOf, quantityText, type Quantity } from '../models/quantity.ts';

/** A case of a verdict: what is said while the quantity is under `below`; the last one has no `below`. */
export interface Case {
	readonly below?: number;
	readonly say: string;
}

/** What a live number or verdict in a sentence is made from. */
export interface LiveSpec extends FormatOptions {
	/** "model.key" of a parameter or an output. */
	readonly of: string;
	/** Shows one minus the value: what a share leaves. */
	readonly rest?: boolean;
	/** Words instead of digits, by threshold. */
	readonly cases?: readonly Case[];
}

/** The words for a value: the first case that it is under. */
export const verdict = (cases: readonly Case[], value: number): string =>
	cases.find(({ below }) => below === undefined || value < below)?.say ?? '';

/** The text of a live number or verdict, the same at build and in the browser. */
export function liveText(
	{ of, rest, cases, ...format }: LiveSpec,
	valueOf: (quantity: Quantity) => Value | boolean,
): string {
	const quantity = quantityOf(of);
	const value = valueOf(quantity);
	if (cases) return verdict(cases, Number(value));
	return quantityText(quantity, rest && typeof value === 'number' ? 1 - value : value, format);
}

/** Marks an element of the printed page as a live number or verdict: what it is made from travels with it. */
export const liveMark = (spec: LiveSpec): { 'data-live': string } => ({ 'data-live': JSON.stringify(spec) });

/** Every element so marked, with what it is made from. The page is our own build's, so what it says of itself is believed. */
export const liveMarks = (within: ParentNode): readonly { readonly element: HTMLElement; readonly spec: LiveSpec }[] =>
	Array.from(within.querySelectorAll<HTMLElement>('[data-live]'), (element) => ({
		element,
		spec: JSON.parse(element.dataset['live']!),
	}));
