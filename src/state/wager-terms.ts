import { QUANTITIES, WAGERED, type WageredName } from '../parameters/wagered.ts';
import { parseLinkNumber, quote, serializeValue, toLinkKey } from './link-syntax.ts';

/** What two readers bet on: whether a value above the threshold is reported. */
export interface WagerTerms {
	/** The day on which it was made, as `2026-11-30`: both knew the reports until then. */
	readonly made: string;
	readonly quantity: WageredName;
	/** The month whose report decides it, as `2027-12`. */
	readonly date: string;
	/** In the quantity's unit. */
	readonly threshold: number;
	/** The chance that each of the two gives to it. */
	readonly chances: readonly [number, number];
}

/** What can be bet on, by its name in a link: whatever has reports. */
const names = new Map(
	QUANTITIES.filter((quantity) => WAGERED[quantity].isRecorded).map((quantity) => [toLinkKey(quantity), quantity]),
);
const EXAMPLE = '2026-11-30,revenue,2027-12,200,0.6,0.3';
const isMonth = (text: string): boolean => /^20\d\d-(0[1-9]|1[0-2])$/.test(text);
const isDay = (text: string): boolean =>
	/^20\d\d-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00Z`).toJSON()?.startsWith(text);

/** Parses the terms of a wager. Returns undefined if they are malformed, and says what is wrong. */
export function parseTerms(text: string, refuse: (problem: string) => void): WagerTerms | undefined {
	const parts = text.split(',');
	const [made = '', name = '', date = '', ...numbers] = parts;
	const [threshold, one, two] = numbers.map(parseLinkNumber);
	const quantity = names.get(name);
	const isChance = (chance: number | undefined) => chance !== undefined && chance > 0 && chance < 1;
	const largest = quantity && WAGERED[quantity].unit === 'fraction' ? 1 : 1e9;
	const problem =
		parts.length !== 6
			? `${quote(text)} has not six parts`
			: !isDay(made)
				? `${quote(made)} is not a day such as 2026-11-30`
				: !quantity
					? `${quote(name)} is not one of ${[...names.keys()].join(', ')}`
					: !isMonth(date) || date <= made.slice(0, 7)
						? `${quote(date)} is not a month after the day on which it was made`
						: !(threshold! > 0 && threshold! < largest)
							? `its threshold ${quote(numbers[0]!)} is not a number between 0 and ${largest}`
							: !(isChance(one) && isChance(two))
								? `its chances ${quote(numbers.slice(1).join(','))} are not two numbers between 0 and 1`
								: undefined;
	if (problem === undefined) return { made, quantity: quantity!, date, threshold: threshold!, chances: [one!, two!] };
	refuse(`${problem}. Terms look like ${EXAMPLE}. The wager was left out.`);
	return undefined;
}

/** Writes the terms of a wager as `parseTerms` reads them. */
export const serializeTerms = ({ made, quantity, date, threshold, chances }: WagerTerms): string =>
	[made, toLinkKey(quantity), date, threshold, ...chances].map(serializeValue).join(',');
