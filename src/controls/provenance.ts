import { isNumber, type Parameter, type Value } from '../engine/parameter.ts';
import { valueText } from '../engine/value-text.ts';

/** The address of a work's entry in the reference list. */
export const referenceHref = (key: string): string => `${import.meta.env.BASE_URL}method/#ref-${key}`;

/** What a slider's small print says of its number: the default, how sure we are, and how far it goes. */
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
