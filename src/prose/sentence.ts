import { parameterMarks } from '../controls/parameter-controls.ts';
import { formatNumber } from '../engine/number-format.ts';
import { isNumber, type Value } from '../engine/parameter.ts';
import type { Quantity } from '../models/quantity.ts';
import { parameters } from '../models/registry.ts';
import { liveMarks, liveText } from './live-text.ts';

/** Where the numbers of a sentence come from. */
export interface ValueSource {
	readonly parameter: (key: string) => Value;
	readonly output: (quantity: Quantity) => Value | boolean;
}

/** Returns the text of a printed sentence with the live numbers of another source, and without notes and citations. */
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

/** One clause of a sentence under two sources. */
export interface Difference {
	readonly mine: string;
	readonly essay: string;
}

/**
 * Returns the first clause that differs in an output, and not in a parameter alone: the reader is to see the results of both.
 * Undefined if there is none.
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
