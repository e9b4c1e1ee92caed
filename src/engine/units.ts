/** How numbers in one unit are printed, spoken, drawn on an axis, typed, given as a range and compared. One record a unit. */
export interface UnitRecord {
	/** Printed before the number. */
	readonly before?: '$';
	/** Printed after the number, with its leading space; `one` if the number is printed as exactly 1. */
	readonly after?: string;
	readonly one?: string;
	/** Replaces `after` in speech. */
	readonly spoken?: string;
	/** Printed amount per counted unit: `bn$` counts billions, so 1 is printed as 1e9 dollars. Default 1. */
	readonly factor?: number;
	/** Default number of significant digits. Default 3. */
	readonly digits?: number;
	/** Fixed number of decimals, for columns and for 3.10. Replaces significant digits, in ranges too. */
	readonly decimals?: number;
	/** Minimum number of significant digits: 2 prints as 2.0. */
	readonly minimumDigits?: number;
	/** Significant digits of a value at rest in a control. Default: 3 below 1000, else 4. */
	readonly controlDigits?: number;
	/** Always printed as a power of ten. */
	readonly isPower?: true;
	/** A share, printed and typed in percent. */
	readonly isShare?: true;
	/** Counts things that come whole: in sentences and tables it is rounded, and a positive count below one is "under 1". */
	readonly isCounted?: true;
	/** A date in years, printed as the calendar year. */
	readonly isDate?: true;
	/** An axis names the unit once, in its title, instead of at each tick. */
	readonly isInAxisTitle?: true;
	/** Suffix that readers may type after a number of dollars: 105bn. */
	readonly abbreviation?: string;
	/** A positive end of a range below this is printed as "under" it: differences there are sampling noise. */
	readonly least?: number;
	/** An end of a range above this keeps a third digit, which tells it from a whole. */
	readonly nearlyWhole?: number;
	/**
	 * Other units in which it is printed, largest first: from `from` on, `size` of this unit is one of the other. A quantity thus has
	 * one unit for each value, wherever on the page it is printed.
	 */
	readonly ladder?: readonly {
		readonly from: number;
		readonly unit: 'days' | 'h' | 'min' | 'months' | 's' | 'yr';
		readonly size: number;
	}[];
	/** How a difference is stated if not in the unit itself: in another unit, or in percentage points with a suffix. */
	readonly difference?: { readonly unit: 'yr' } | { readonly points: string };
}

const percent = { factor: 100, isShare: true, after: '%', spoken: ' percent', least: 1e-4 } as const;

const units = {
	'–': {},
	'×': { after: '×', spoken: ' times' },
	'×/yr': { after: '× a year', spoken: ' times a year' },
	'OOM/OOM': { minimumDigits: 2 },
	fraction: { ...percent, nearlyWhole: 0.95, difference: { points: '' } },
	'1/month': { ...percent, after: '% a month', spoken: ' percent a month', difference: { points: ' a month' } },
	levels: { after: ' levels', one: ' level' },
	orders: { after: ' orders', decimals: 2, spoken: ' orders of magnitude' },
	FLOP: { after: ' FLOP', spoken: ' floating-point operations', isPower: true, isInAxisTitle: true },
	'GPU-h': { after: ' GPU-hours', spoken: ' G P U hours', isInAxisTitle: true },
	parameters: { after: ' parameters' },
	tokens: { after: ' tokens' },
	'tokens/parameter': { after: ' tokens per parameter' },
	nats: { after: ' nats', one: ' nat', isInAxisTitle: true },
	yr: { after: ' years', one: ' year', digits: 2, isInAxisTitle: true },
	months: {
		after: ' months',
		one: ' month',
		digits: 2,
		ladder: [
			{ from: 240, unit: 'yr', size: 12 },
			{ from: 1, unit: 'months', size: 1 },
			{ from: 0, unit: 'days', size: 12 / 365.25 },
		],
	},
	year: { isDate: true, controlDigits: 5, difference: { unit: 'yr' } },
	$: { before: '$' },
	bn$: { before: '$', factor: 1e9, abbreviation: 'bn', least: 1e-3 },
	tn$: { before: '$', factor: 1e12, abbreviation: 'tn', least: 1e-6 },
	'1/yr': { ...percent, after: '% a year', spoken: ' percent a year', difference: { points: ' a year' } },
	'$/yr per $': { before: '$', after: ' a year per dollar' },
	'$/h': { before: '$', after: ' an hour' },
	h: { after: ' hours', one: ' hour' },
	s: { after: ' seconds', one: ' second' },
	min: {
		after: ' minutes',
		one: ' minute',
		ladder: [
			{ from: 60, unit: 'h', size: 60 },
			{ from: 1, unit: 'min', size: 1 },
			{ from: 0, unit: 's', size: 1 / 60 },
		],
	},
	days: { after: ' days', one: ' day' },
	'months/month': { after: ' months a month', one: ' month a month' },
	'1/month of lead': { after: ' a month', one: ' a month' },
	'tasks/day': { after: ' tasks a day', one: ' task a day' },
	tasks: { after: ' tasks', one: ' task' },
	types: { after: ' types', one: ' type' },
	skills: { after: ' skills', one: ' skill' },
	firms: { after: ' firms', one: ' firm' },
	labs: { after: ' labs', one: ' lab', isCounted: true },
	homes: { after: ' homes', one: ' home', isCounted: true },
	nines: { after: ' nines', one: ' nine' },
	labels: { after: ' labels', one: ' label' },
	abilities: { after: ' abilities', one: ' ability' },
	count: {},
	instances: { after: ' copies', one: ' copy' },
	doublings: { after: ' doublings', one: ' doubling' },
	steps: { after: ' steps', one: ' step' },
	choices: { after: ' choices', one: ' choice' },
	demonstrations: { after: ' demonstrations', one: ' demonstration' },
	tries: { after: ' tries', one: ' try' },
	attempts: { after: ' attempts', one: ' attempt' },
	kinds: { after: ' kinds', one: ' kind' },
	cases: { after: ' cases', one: ' case' },
	cells: { after: ' cells', one: ' cell' },
	laboratories: { after: ' laboratories', one: ' laboratory' },
	copies: { after: ' copies', one: ' copy' },
	people: { after: ' people', one: ' person' },
	choice: {},
} as const satisfies Record<string, UnitRecord>;

export type Unit = keyof typeof units;
export const isUnit = (name: string): name is Unit => Object.hasOwn(units, name);
export const unitRecord = (unit: Unit): UnitRecord => units[unit];

/** A unit in which values of another are printed; `size` of the other is one of it. */
export interface PrintedUnit {
	readonly unit: Unit;
	readonly size: number;
}
/** Returns the units in which values of a unit are printed, and typed. */
export const printedUnits = (unit: Unit): readonly PrintedUnit[] => unitRecord(unit).ladder ?? [{ unit, size: 1 }];
/** Returns the unit in which a value is printed; `value` is rounded as it will be printed. */
export function printedUnit(value: number, unit: Unit): PrintedUnit {
	const { ladder } = unitRecord(unit);
	return (value !== 0 && ladder?.find(({ from }) => Math.abs(value) >= from)) || { unit, size: 1 };
}
