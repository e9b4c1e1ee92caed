import { isNumber, type Parameter, type Value } from '../engine/parameter.ts';
import { valueText } from '../engine/value-text.ts';

/** Returns the address of a work's entry in the reference list. */
export const referenceHref = (key: string): string => `${import.meta.env.BASE_URL}method/#ref-${key}`;

/** Returns whether a parameter is the reader's own choice, of which nothing is held likely, by the note on its source. */
export const isReadersChoice = (note: string): boolean => note.startsWith('Your choice.');

/** Returns the small print of a control: the default, the range and how sure we are. */
export function provenance(parameter: Parameter): string {
	const text = (value: Value) => valueText(parameter, value);
	if (!isNumber(parameter)) return `Default: ${text(parameter.default)}.`;
	const { p05, p95, min, max } = parameter;
	const belief =
		p05 === undefined || p95 === undefined
			? ''
			: ` Nine chances in ten, we think, that it lies between ${text(p05)} and ${text(p95)}.`;
	return `Default ${text(parameter.default)}; the slider goes from ${text(min)} to ${text(max)}.${belief}`;
}
