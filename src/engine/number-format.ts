/**
 * The one place where a number becomes text. Three styles: figures for sentences and tables ("1,000,000×"), words for
 * axes ("1 million×"), and speech for screen readers ("1 million times"). Never NaN, -0 or float dust.
 */
interface UnitWords {
	readonly before?: string;
	/** Written after the number; `one` where the number is exactly 1. */
	readonly after?: string;
	readonly one?: string;
	readonly spoken?: string;
	/** Numbers in this unit count this many of what is printed: billions of dollars are 1e9 dollars. */
	readonly times?: number;
	/** Significant digits unless the caller asks for others. */
	readonly digits?: number;
	/** Digits after the point, always this many: for columns and for 3.10. */
	readonly decimals?: number;
	/** Significant digits at the least, so that 2 is 2.0 where tenths matter. */
	readonly atLeast?: number;
	/** Always a power of ten. */
	readonly power?: true;
}

const percent: UnitWords = { times: 100, after: '%', spoken: ' percent' };

const unitWords = {
	'–': {},
	'×': { after: '×', spoken: ' times' },
	'×/yr': { after: '× a year', spoken: ' times a year' },
	'OOM/OOM': { atLeast: 2 },
	fraction: percent,
	'1/month': { ...percent, after: '% a month', spoken: ' percent a month' },
	levels: { after: ' levels', one: ' level' },
	orders: { after: ' orders', decimals: 2, spoken: ' orders of magnitude' },
	FLOP: { after: ' FLOP', spoken: ' floating-point operations', power: true },
	'GPU-h': { after: ' GPU-hours', spoken: ' G P U hours' },
	parameters: { after: ' parameters' },
	tokens: { after: ' tokens' },
	'tokens/parameter': { after: ' tokens per parameter' },
	nats: { after: ' nats', one: ' nat' },
	yr: { after: ' years', one: ' year', digits: 2 },
	months: { after: ' months', one: ' month', digits: 2 },
	year: {},
	$: { before: '$' },
	bn$: { before: '$', times: 1e9 },
	tn$: { before: '$', times: 1e12 },
	'1/yr': { ...percent, after: '% a year', spoken: ' percent a year' },
	'$/yr per $': { before: '$', after: ' a year per dollar' },
	'$/h': { before: '$', after: ' an hour' },
	h: { after: ' hours', one: ' hour' },
	s: { after: ' seconds', one: ' second' },
	min: { after: ' minutes', one: ' minute' },
	days: { after: ' days', one: ' day' },
	'months/month': { after: ' months a month', one: ' month a month' },
	'1/month of lead': { after: ' a month' },
	'tasks/day': { after: ' tasks a day', one: ' task a day' },
	tasks: { after: ' tasks', one: ' task' },
	types: { after: ' types', one: ' type' },
	skills: { after: ' skills', one: ' skill' },
	firms: { after: ' firms', one: ' firm' },
	labs: { after: ' labs', one: ' lab' },
	homes: { after: ' homes', one: ' home' },
	nines: { after: ' nines', one: ' nine' },
	labels: { after: ' labels', one: ' label' },
	abilities: { after: ' abilities', one: ' ability' },
	count: {},
	instances: { after: ' copies', one: ' copy' },
	doublings: { after: ' doublings', one: ' doubling' },
	attempts: { after: ' attempts', one: ' attempt' },
	kinds: { after: ' kinds', one: ' kind' },
	lessons: { after: ' lessons', one: ' lesson' },
	copies: { after: ' copies', one: ' copy' },
	people: { after: ' people', one: ' person' },
	choice: {},
} as const satisfies Record<string, UnitWords>;

export type Unit = keyof typeof unitWords;
/** What may stand after a number in this unit: the plural and, where it has one, the singular. */
export const wordsAfter = (unit: Unit): readonly string[] => {
	const { after = '', one = after }: UnitWords = unitWords[unit];
	return [after, one];
};
export const isUnit = (name: string): name is Unit => Object.hasOwn(unitWords, name);

export interface FormatOptions {
	/** Significant digits: three unless the unit has its own. */
	readonly digits?: number;
	readonly style?: 'figures' | 'words' | 'speech';
	/** What an infinite value is called. */
	readonly never?: string;
}

const scales = [
	[1e12, 'trillion', 'tn'],
	[1e9, 'billion', 'bn'],
	[1e6, 'million', 'm'],
] as const;

const superscript = (text: string) => text.replace(/[-\d]/g, (c) => (c === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(c)]!));

function plain(value: number, digits: number, unit: UnitWords): string {
	const options =
		unit.decimals === undefined
			? { maximumSignificantDigits: Math.max(digits, unit.atLeast ?? 1), minimumSignificantDigits: unit.atLeast ?? 1 }
			: { minimumFractionDigits: unit.decimals, maximumFractionDigits: unit.decimals };
	return formatter(options).format(value).replace('-', '−');
}

/** Formatters by their options: making one takes a hundred times as long as using it. */
const formatters = new Map<string, Intl.NumberFormat>();
function formatter(options: Intl.NumberFormatOptions): Intl.NumberFormat {
	const name = JSON.stringify(options);
	const known = formatters.get(name) ?? new Intl.NumberFormat('en-US', { ...options, signDisplay: 'negative' });
	formatters.set(name, known);
	return known;
}

function power(value: number, digits: number, spoken: boolean): string {
	const [mantissa, exponent] = value.toExponential(digits - 1).split('e') as [string, string];
	const short = String(Number(mantissa)).replace('-', '−');
	const order = String(Number(exponent));
	if (spoken) return `${short === '1' ? '' : `${short} times `}10 to the ${order.replace('-', 'minus ')}`;
	return `${short === '1' ? '' : `${short}·`}10${superscript(order)}`;
}

/**
 * A number as a reader sees or hears it. Units are those of the parameters and outputs ("bn$" takes billions).
 * An infinite value is said in words; NaN is a fault of the model and throws.
 */
export function formatNumber(value: number, unit: Unit, options: FormatOptions = {}): string {
	if (Number.isNaN(value)) throw new Error(`Not a number, where a quantity in "${unit}" was to be shown.`);
	const words: UnitWords = unitWords[unit];
	const { style = 'figures', never = 'never', digits = words.digits ?? 3 } = options;
	const signed = value * (words.times ?? 1) + 0;
	if (!Number.isFinite(signed)) return never;
	// A date in years is named by its year; where a slider moves by parts of one, what five or six digits say of its fraction counts too.
	if (unit === 'year' && Math.abs(value) < 1e15) {
		const parts = 10 ** Math.min(2, (style === 'speech' ? 6 : digits) - 4);
		return String(parts > 1 ? Math.round(value * parts) / parts : Math.floor(value + 1e-9)).replace('-', '−');
	}

	const speech = style === 'speech';
	const money = words.before === '$';
	const before = (money && signed < 0 ? '−' : '') + (words.before ?? '');
	const quantity = money ? Math.abs(signed) : signed;
	const magnitude = Math.abs(Number(quantity.toPrecision(digits)));
	const after = (speech ? words.spoken : undefined) ?? words.after ?? '';

	const tiny = magnitude !== 0 && magnitude < 1e-4;
	// Of a share so small nothing but that is worth saying, unless somebody set it.
	if (tiny && words.times === 100 && signed > 0 && digits <= 4) return `under 0.0001${after}`;
	if (words.power || tiny || magnitude >= (money ? 1e18 : 1e15))
		return before + power(quantity, digits, speech) + after;

	const spell = money || style !== 'figures' ? 1e6 : 1e9;
	if (magnitude >= spell) {
		const [size, name] = scales.find(([least]) => magnitude >= least)!;
		return `${before}${plain(quantity / size, digits, words)}\u00a0${name}${after}`;
	}
	// Cents come in twos.
	const text = plain(quantity, digits, words).replace(/(\.\d)$/, money ? '$10' : '$1');
	return before + text + (text === '1' && words.one ? words.one : after);
}

/** Units that an axis names once, in its title, rather than at every tick. */
const axisUnits: Partial<Record<Unit, RegExp>> = {
	FLOP: / FLOP$/,
	'GPU-h': / GPU-hours$/,
	nats: / nats?$/,
	lessons: / lessons?$/,
	yr: / years?$/,
};

/** An axis title: what it shows and, for such a unit, what it counts in, unless its name says so already. */
export function axisTitle(label: string, unit: Unit): string {
	if (!(unit in axisUnits)) return label;
	const { after = '' } = unitWords[unit] as UnitWords;
	const isSaid = label.toLowerCase().includes(after.trim().toLowerCase());
	return isSaid ? label : `${label}, in${after}`;
}

/** A tick on an axis: words for large numbers, two digits, and money in its shortest form ("$1 tn", "1 million×"). */
export function formatTick(value: number, unit: Unit): string {
	const text = formatNumber(value, unit, { digits: 2, style: 'words' });
	if (unit in axisUnits) return text.replace(axisUnits[unit]!, '');
	if (!text.startsWith('$')) return text;
	return scales.reduce((short, [, name, abbreviation]) => short.replace(name, abbreviation), text);
}

/** A small count as a sentence says it: "none", "one" … "twelve", digits beyond. */
export const countInWords = (count: number): string =>
	['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'][count] ??
	String(count);
