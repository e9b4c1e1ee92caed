import { toSuperscript } from './superscript.ts';
import { printedUnit, unitRecord, type Unit, type UnitRecord } from './units.ts';

export interface FormatOptions {
	/** Significant digits. Default: the unit's, or three. */
	readonly digits?: number;
	/**
	 * 'figures' for sentences and tables ("1,000,000×"), 'words' for axes ("1 million×"), 'speech' for screen readers
	 * ("1 million times").
	 */
	readonly style?: 'figures' | 'words' | 'speech';
	/** Another value, in whose unit this one is printed: both ends of a range have one unit. */
	readonly like?: number;
	/** Text for an infinite value. */
	readonly never?: string;
}

/** A power of a thousand that is printed as a word. */
interface Scale {
	readonly size: number;
	readonly word: string;
	readonly abbreviation: string;
}
const scales: readonly Scale[] = [
	{ size: 1e12, word: 'trillion', abbreviation: 'tn' },
	{ size: 1e9, word: 'billion', abbreviation: 'bn' },
	{ size: 1e6, word: 'million', abbreviation: 'm' },
];

/** A formatted number, and the parts that its text is joined from. */
export interface FormattedNumber {
	readonly text: string;
	/** 'power' is a power of ten ("2.1·10²⁵"); 'bound' states an upper bound ("under 0.0001%"); 'infinite' is words. */
	readonly kind: 'plain' | 'power' | 'bound' | 'infinite';
	/** Before the digits: currency, with the minus of a negative sum. */
	readonly before: string;
	/** The digits, or the words for an infinite value. */
	readonly number: string;
	readonly scale: Scale | undefined;
	/** The unit, with its leading space if it has one. */
	readonly after: string;
	/** Whether a verb after the text is singular: "1 year is", "$3 billion is". */
	readonly isSingular: boolean;
}

function joined(parts: Omit<FormattedNumber, 'text' | 'isSingular'>, isSingular = false): FormattedNumber {
	const { kind, before, number, scale, after } = parts;
	const text = `${kind === 'bound' ? 'under ' : ''}${before}${number}${scale ? `\u00a0${scale.word}` : ''}${after}`;
	return { ...parts, text, isSingular };
}

/**
 * Formats a number without unit, with so many significant digits at most, or with the unit's decimals. Halves are rounded away from
 * zero, in the shortest digits that name the number: 1.005 becomes 1.01. Not by `Intl.NumberFormat`, since creating one takes longer
 * than a whole figure needs for its numbers.
 */
function plain(value: number, digits: number, { decimals, minimumDigits = 1 }: UnitRecord): string {
	const [mantissa, power] = Math.abs(value).toExponential().split('e') as [string, string];
	const written = mantissa.replace('.', '');
	const count = decimals === undefined ? Math.max(digits, minimumDigits) : Number(power) + 1 + decimals;
	const cut = written.slice(0, Math.max(0, count));
	const kept = written.charAt(count) >= '5' ? String(BigInt(cut) + 1n) : cut;
	// 9.99 becomes 10.0: a digit more.
	const exponent = Number(power) + kept.length - cut.length;
	const whole = exponent < 0 ? '0' : kept.slice(0, exponent + 1).padEnd(exponent + 1, '0');
	const rest = exponent < 0 ? kept.padStart(kept.length - exponent - 1, '0') : kept.slice(exponent + 1);
	const fraction = rest.replace(/0+$/, '').padEnd(decimals ?? minimumDigits - 1 - exponent, '0');
	const sign = value < 0 && /[1-9]/.test(kept) ? '−' : '';
	return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction && `.${fraction}`}`;
}

function power(value: number, digits: number, spoken: boolean): string {
	const [mantissa, exponent] = value.toExponential(digits - 1).split('e') as [string, string];
	const short = String(Number(mantissa)).replace('-', '−');
	const order = String(Number(exponent));
	if (spoken) return `${short === '1' ? '' : `${short} times `}10 to the ${order.replace('-', 'minus ')}`;
	return `${short === '1' ? '' : `${short}·`}10${toSuperscript(order)}`;
}

/** Returns the calendar year of a date in years; from six digits on, with up to two decimals, for a slider that moves by less than a year. */
function calendarYear(date: number, digits: number): string {
	const parts = 10 ** Math.min(2, digits - 4);
	return String(parts > 1 ? Math.round(date * parts) / parts : Math.floor(date + 1e-9)).replace('-', '−');
}

/** Adds the second digit to cents: "1.5" → "1.50". */
const withCents = (digits: string): string => (digits.split('.')[1]?.length === 1 ? `${digits}0` : digits);

/** Digits at most for a share that would otherwise be rounded to the whole: 99.9999%. */
const NEARLY_WHOLE = 6;

/** Returns the significant digits: for a share below one, as many as keep it from being printed as 100%. */
function digitsOf(value: number, { digits: usual = 3, isShare }: UnitRecord, requested = usual): number {
	let digits = requested;
	if (isShare && value < 1) while (digits < NEARLY_WHOLE && Number(value.toPrecision(digits)) >= 1) digits++;
	return digits;
}

/**
 * Formats a number for readers or screen readers and returns its text with the parts that the text is joined from. `value` is in the
 * parameter's or output's own unit (`bn$` takes billions). Never prints NaN, -0 or digits beyond `digits`. Throws on NaN.
 */
export function formatParts(value: number, unit: Unit, options: FormatOptions = {}): FormattedNumber {
	if (Number.isNaN(value))
		throw new Error(`formatNumber: NaN in the unit "${unit}". Fix the model or the data that the value comes from.`);
	const digits = options.digits ?? unitRecord(unit).digits ?? 3;
	const { like = value } = options;
	const rounded = Number.isFinite(like) ? Number(like.toPrecision(digits)) : like;
	const printedIn = printedUnit(rounded, unit);
	if (printedIn.unit === unit) return formatIn(value, unit, options);
	// Just below the first value of a larger unit it is that value: 59.99 minutes are an hour.
	const isReached = like === value && printedUnit(value, unit).unit !== printedIn.unit;
	return formatIn((isReached ? rounded : value) / printedIn.size, printedIn.unit, { ...options, digits });
}

/** Formats a number in this unit and no other. */
function formatIn(value: number, unit: Unit, options: FormatOptions): FormattedNumber {
	const record = unitRecord(unit);
	const { style = 'figures', never = 'never' } = options;
	const isSpoken = style === 'speech';
	const isCounted = record.isCounted && options.digits === undefined && value > 0 && value < 100;
	const printed = (isCounted && value >= 1 ? Math.round(value) : value) * (record.factor ?? 1) + 0;
	const digits = digitsOf(value, record, options.digits);
	const nothing = { before: '', scale: undefined, after: '' };
	if (!Number.isFinite(printed)) return joined({ ...nothing, kind: 'infinite', number: never });
	if (record.isDate && Math.abs(value) < 1e15)
		return joined({ ...nothing, kind: 'plain', number: calendarYear(value, isSpoken ? 6 : digits) });

	const isMoney = record.before === '$';
	const before = (isMoney && printed < 0 ? '−' : '') + (record.before ?? '');
	const quantity = isMoney ? Math.abs(printed) : printed;
	const magnitude = Math.abs(Number(quantity.toPrecision(digits)));
	const after = (isSpoken ? record.spoken : undefined) ?? record.after ?? '';
	const parts = { before, scale: undefined, after };

	if (isCounted && value < 1) return joined({ ...parts, kind: 'bound', number: '1', after: record.one ?? after }, true);
	const isTiny = magnitude !== 0 && magnitude < 1e-4;
	// A share this small is printed in full only if five digits or more are requested, as for a value that a reader typed.
	if (isTiny && record.isShare && printed > 0 && digits <= 4)
		return joined({ ...parts, kind: 'bound', number: '0.0001' });
	if (record.isPower || isTiny || magnitude >= (isMoney ? 1e18 : 1e15))
		return joined({ ...parts, kind: 'power', number: power(quantity, digits, isSpoken) }, isMoney);
	const scale =
		magnitude >= (isMoney || style !== 'figures' ? 1e6 : 1e9)
			? scales.find(({ size }) => magnitude >= size)
			: undefined;
	if (scale)
		return joined({ ...parts, kind: 'plain', number: plain(quantity / scale.size, digits, record), scale }, isMoney);
	const number = plain(quantity, digits, record);
	const isOne = number === '1' && record.one !== undefined;
	return joined(
		{ ...parts, kind: 'plain', number: isMoney ? withCents(number) : number, after: isOne ? record.one! : after },
		isMoney || isOne,
	);
}

/** Formats a number as text: `formatParts(…).text`. */
export const formatNumber = (value: number, unit: Unit, options?: FormatOptions): string =>
	formatParts(value, unit, options).text;

/** Returns an axis title with the unit, if the ticks leave it out and the label does not contain it. */
export function axisTitle(label: string, unit: Unit): string {
	const { after = '', isInAxisTitle } = unitRecord(unit);
	const isNamed = label.toLowerCase().includes(after.trim().toLowerCase());
	return !isInAxisTitle || isNamed ? label : `${label}, in${after}`;
}

/** Formats an axis tick: two digits, words for large numbers, abbreviations for money ("$1 tn", "1 million×"). */
export function formatTick(value: number, unit: Unit): string {
	const { text, before, number, scale, after } = formatParts(value, unit, { digits: 2, style: 'words' });
	if (unitRecord(unit).isInAxisTitle) return before + number + (scale ? `\u00a0${scale.word}` : '');
	return before === '$' && scale ? `${before}${number}\u00a0${scale.abbreviation}${after}` : text;
}

/** Formats a small count for a sentence: "none", "one" … "twelve", digits beyond. */
export const countInWords = (count: number): string =>
	['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'][count] ??
	String(count);
