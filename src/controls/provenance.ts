import { formatNumber } from '../engine/number-format.ts';
import { isNumber, type NumberParameter, type Parameter } from '../engine/parameter.ts';

/** The address of a work's entry in the reference list. */
export const referenceHref = (key: string): string => `${import.meta.env.BASE_URL.replace(/\/?$/, '/')}method/#ref-${key}`;

/** What is held possible of a number, "5 to 33 hours"; undefined where it is the reader's own choice. */
export function rangeText({ unit, p05, p95 }: NumberParameter): string | undefined {
	if (p05 === undefined || p95 === undefined) return undefined;
	const text = (value: number) => formatNumber(value, unit, { digits: 6 });
	return `${text(p05)} to ${text(p95)}`;
}

/** What a slider's small print says of its number: the default, how sure we are, and how far it goes. */
export function provenance(parameter: Parameter): string {
	if (!isNumber(parameter)) return `Default: ${parameter.choices[parameter.default]}.`;
	const text = (value: number) => formatNumber(value, parameter.unit, { digits: 6 });
	const belief =
		parameter.p05 === undefined || parameter.p95 === undefined
			? ''
			: ` Nine chances in ten, we think, that it lies between ${text(parameter.p05)} and ${text(parameter.p95)}.`;
	return `Default ${text(parameter.default)}; the slider goes from ${text(parameter.min)} to ${text(parameter.max)}.${belief}`;
}
