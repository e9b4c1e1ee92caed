import { parameterMarks } from '../controls/whereabouts.ts';
import { formatNumber } from '../engine/number-format.ts';
import { isNumber, type Value } from '../engine/parameter.ts';
import type { Quantity } from '../models/quantity.ts';
import { parameters } from '../models/registry.ts';
import { liveMarks, liveText } from './live-text.ts';

/** A printed sentence with live numbers, as it would read if these were the values. */
export function sentenceAs(
	printed: Element,
	valueOf: (quantity: Quantity) => Value | boolean,
	parameterOf: (key: string) => Value,
): string {
	const sentence = printed.cloneNode(true) as Element;
	for (const { element, spec } of liveMarks(sentence)) element.textContent = liveText(spec, valueOf);
	for (const { element, key } of parameterMarks(sentence, '.adjust')) {
		const parameter = parameters.get(key);
		if (parameter && isNumber(parameter)) element.textContent = formatNumber(Number(parameterOf(key)), parameter.unit);
	}
	for (const element of sentence.querySelectorAll('.note, .note-toggle, .cite, .reported [aria-hidden], input'))
		element.remove();
	return sentence.textContent!.replace(/\s+/g, ' ').trim();
}

/** The first clauses that differ between two readings of one sentence: what a reader in a hurry needs of both. */
export function difference(mine: string, essay: string): { mine: string; essay: string } | undefined {
	const clauses = (text: string) => text.split(/(?<=[.;])\s/);
	const [ours, theirs] = [clauses(mine), clauses(essay)];
	const at = ours.findIndex((clause, i) => clause !== theirs[i]);
	const alone = (clause: string) => clause.replace(/[;.]$/, '');
	return at < 0 ? undefined : { mine: alone(ours[at]!), essay: alone(theirs[at] ?? essay) };
}
