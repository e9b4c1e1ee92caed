import { parameterMarks } from '../controls/parameter-controls.ts';
import { formatNumber } from '../engine/number-format.ts';
import { isNumber, type Value } from '../engine/parameter.ts';
import type { Quantity } from '../models/quantity.ts';
import { parameters } from '../models/registry.ts';
import { liveMarks, liveText } from './live-text.ts';

/** What the numbers of a sentence are read from. */
export interface ValueSource {
	readonly parameter: (key: string) => Value;
	readonly output: (quantity: Quantity) => Value | boolean;
}

/** A printed sentence with live numbers, as it would read if these were the values. */
export function sentenceAs(printed: Element, { parameter: parameterOf, output }: ValueSource): string {
	const sentence = printed.cloneNode(true) as Element;
	for (const { element, spec } of liveMarks(sentence))
		element.textContent = liveText(spec, (quantity) =>
			quantity.isParameter ? parameterOf(quantity.key) : output(quantity),
		);
	for (const { element, key } of parameterMarks(sentence, '.adjust')) {
		const parameter = parameters.get(key);
		if (parameter && isNumber(parameter)) element.textContent = formatNumber(Number(parameterOf(key)), parameter.unit);
	}
	for (const element of sentence.querySelectorAll('.note, .note-number, .cite, .reported [aria-hidden], input'))
		element.remove();
	return sentence.textContent!.replace(/\s+/g, ' ').trim();
}

/** What one clause of a sentence says under two readings. */
export interface Difference {
	readonly mine: string;
	readonly essay: string;
}

/**
 * The first clause that says something else because of what the readings come to, not only because of what they start from:
 * a reader in a hurry needs the finding of both.
 */
export function difference(printed: Element, mine: ValueSource, essay: ValueSource): Difference | undefined {
	const clauses = (source: ValueSource) => sentenceAs(printed, source).split(/(?<=[.;])\s/);
	const [ours, theirs] = [clauses(mine), clauses(essay)];
	const found = clauses({ parameter: essay.parameter, output: mine.output });
	const at = found.findIndex((clause, i) => clause !== theirs[i]);
	const alone = (clause: string) => clause.replace(/[;.]$/, '');
	return at < 0 || ours[at] === undefined || theirs[at] === undefined
		? undefined
		: { mine: alone(ours[at]), essay: alone(theirs[at]) };
}
