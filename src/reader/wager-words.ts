import { countInWords, formatNumber } from '../engine/number-format.ts';
import { percentiles } from '../engine/monte-carlo.ts';
import { earliest, largest, logScore, termsOf, type Terms } from '../engine/wager.ts';
import { middleOf, reported, undatedShare, type Reported } from '../parameters/record.ts';
import { WAGERED, type WageredName } from '../parameters/wagered.ts';
import type { WagerProspect } from '../runs/queries.ts';
import type { WagerTerms } from '../state/wager-terms.ts';

/** How sentences refer to the two readers, the first one first. */
export interface Bettor {
	/** "You", "Ann", "the other reader". */
	readonly name: string;
	readonly isYou?: boolean;
	/** Whether the name is a clause, which takes no possessive ending: "the reader who made it". */
	readonly isClause?: boolean;
}
export type Bettors = readonly [Bettor, Bettor];
export const YOU: Bettor = { name: 'you', isYou: true };
/** Returns the two readers of a wager that was sent: by their names, or by what each did. */
export const bettorsOf = (one: string, two: string): Bettors => [
	one ? { name: one } : { name: 'the reader who made it', isClause: true },
	{ name: two || 'the other reader' },
];
const atStart = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** Returns "your runs", "Ann’s runs", "the runs of the reader who made it". */
const runsOf = ({ name, isYou, isClause }: Bettor): string =>
	isYou ? 'your runs' : isClause ? `the runs of ${name}` : `${name}’s runs`;
/** Returns "yours", "Ann’s", "those of the reader who made it". */
const thoseOf = ({ name, isYou, isClause }: Bettor): string =>
	isYou ? 'yours' : isClause ? `those of ${name}` : `${name}’s`;
/** Returns "your 59", "Ann’s 59", "59 from the reader who made it". */
const stakeOf = ({ name, isYou, isClause }: Bettor, points: number): string =>
	isYou ? `your ${points}` : isClause ? `${points} from ${name}` : `${name}’s ${points}`;
const verb = ({ isYou }: Bettor, word: string): string => (isYou ? word : `${word}s`);

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
export const monthText = (date: string): string => `${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
export const dayText = (day: string): string => `${Number(day.slice(8, 10))} ${monthText(day)}`;

/** The last year in which there is anything to bet on. */
export const LAST_YEAR = 2032;
/** Returns the months to bet on: June and December, after the month of the day, to the end of `LAST_YEAR`. */
export function halfYears(made: string): readonly string[] {
	const months: string[] = [];
	for (let year = Number(made.slice(0, 4)); year <= LAST_YEAR; year++) months.push(`${year}-06`, `${year}-12`);
	return months.filter((month) => month > made.slice(0, 7));
}
/** Returns the day as a calendar year with its fraction. */
export const yearOfDay = (day: string): number =>
	Number(day.slice(0, 4)) + (Number(day.slice(5, 7)) - 1) / 12 + (Number(day.slice(8, 10)) - 1) / 372;

export const valueText = (quantity: WageredName, value: number): string =>
	formatNumber(value, WAGERED[quantity].unit, { digits: 3 });
export const chanceText = (chance: number): string => formatNumber(chance, 'fraction', { digits: 2 });
const oddsText = (odds: number): string =>
	odds > 1000 ? 'more than a thousand to one' : `${formatNumber(odds, '–', { digits: 2 })} to 1`;

interface QuantityWords {
	/** Heading of a column. */
	readonly short: string;
	readonly subject: string;
	/** What is bet on, as a clause, for a value above `threshold` at a date. */
	readonly claim: (threshold: string, date: string) => string;
}
export const QUANTITY_WORDS: Readonly<Record<WageredName, QuantityWords>> = {
	revenue: {
		short: 'Labs’ revenue',
		subject: 'labs’ revenue',
		claim: (threshold, date) =>
			`the yearly run rate of OpenAI and Anthropic together, as this essay’s record has it for ${date}, will be more than ${threshold}`,
	},
	wholeProjects: {
		short: 'Whole projects',
		subject: 'the share of whole projects that agents complete',
		claim: (threshold, date) =>
			`agents, as this essay’s record has it for ${date}, will complete more than ${threshold} of the projects of the Remote Labor Index`,
	},
	clearBriefs: {
		short: 'Clear briefs',
		subject: 'the share of clear briefs on which a model matches experts',
		claim: (threshold, date) =>
			`a model, as this essay’s record has it for ${date}, will match or beat experts on more than ${threshold} of GDPval’s tasks`,
	},
	canDo: {
		short: 'Work that can be done',
		subject: 'the share of all knowledge work, counted job by job, that machines can do',
		claim: () => '',
	},
	takenUp: {
		short: 'Taken up',
		subject: 'the share of the work that machines can do that is in fact given to them',
		claim: () => '',
	},
	paid: { short: 'Paid', subject: 'what labs are paid for each dollar of wages that they match', claim: () => '' },
};

/** Smallest difference between two chances that is worth a wager: about two standard errors of it, by the runs that are counted. */
const LEAST_DIFFERENCE = 0.05;
const percent = (chance: number): number => Math.min(0.99, Math.max(0.01, Number(chance.toFixed(2))));

/** Returns the terms of a prospect, with chances in whole percents; undefined if the two hardly differ, or if a report without a month has passed the threshold. */
export function offerOf({ quantity, threshold, chances }: WagerProspect, made: string, date: string) {
	const [one, two] = [percent(chances[0]), percent(chances[1])];
	if (Math.abs(one - two) < LEAST_DIFFERENCE || threshold <= undatedShare(quantity)) return undefined;
	return { made, quantity, date, threshold, chances: [one, two] } as const satisfies WagerTerms;
}

const isRecorded = ({ quantity }: WagerProspect): boolean => WAGERED[quantity].isRecorded;
/** Expected odds below which a quantity says nothing of two readers. */
export const NOTHING = 1.01;

export interface Findings {
	/** The earliest prospect that tells the two apart, if any does. */
	readonly found: WagerProspect | undefined;
	/** That one, or else the one that comes nearest. */
	readonly best: WagerProspect | undefined;
	/** What nobody records and would tell them apart, sooner than anything that is recorded. */
	readonly unrecorded: WagerProspect | undefined;
}
/** Returns what the two could bet on if it is to tell them apart at these odds. */
export function findingsOf(prospects: readonly WagerProspect[], enough: number): Findings {
	const recorded = prospects.filter(isRecorded);
	const others = prospects.filter((prospect) => !isRecorded(prospect));
	const found = earliest(recorded, enough);
	const best = found ?? largest(recorded.filter(({ odds }) => odds > NOTHING));
	const sooner = earliest(others, enough) ?? (found ? undefined : largest(others.filter(({ odds }) => odds > NOTHING)));
	return { found, best, unrecorded: sooner && (!found || sooner.year < found.year) ? sooner : undefined };
}

/** The central forecasts of revenue by two readers, without any error. */
export interface Centres {
	/** The month that they are of. */
	readonly date: string;
	/** The larger one over the smaller one. */
	readonly ratio: number;
	/** The factor by which each forecast is allowed to be wrong. */
	readonly modelErrors: readonly [number, number];
}
/** Smallest ratio of central forecasts from which a reader may wonder why nothing separates the two. */
const FAR_APART = 3;

interface FindingContext {
	/** The odds that are asked for. */
	readonly enough: number;
	readonly dateOf: (prospect: WagerProspect) => string;
	readonly bettors: Bettors;
	readonly centres?: Centres | undefined;
}

/** Says why nothing separates two readers whose central numbers are far apart. */
function overlapText({ date, ratio, modelErrors }: Centres, { isYou }: Bettor): string {
	const factor = (value: number) => formatNumber(value, '–', { digits: 2 });
	const errors = [...new Set(modelErrors.map(factor))].join(' or ');
	return `${isYou ? 'Your two' : 'Their'} central numbers for labs’ revenue in ${monthText(date)} are a factor of ${factor(ratio)} apart, but each forecast is allowed to be wrong by a factor of ${errors}, so that even numbers far apart overlap.`;
}

/** Says whether anything that is recorded tells the two apart, and what else would. */
export function findingText(
	{ found, best, unrecorded }: Findings,
	{ enough, dateOf, bettors, centres }: FindingContext,
): string {
	const both = bettors[0].isYou ? `you and ${bettors[1].name}` : 'the two of them';
	if (!best && !unrecorded)
		return `${atStart(both)} expect the same of everything that the forecast speaks of. A wager needs an assumption of it on which you differ.`;
	const when = (prospect: WagerProspect) =>
		`${QUANTITY_WORDS[prospect.quantity].subject} in ${monthText(dateOf(prospect))}`;
	const first = found
		? `The earliest that would tell ${both} apart is ${when(found)}: if one of the two forecasts is right, the report should typically favour it by ${oddsText(found.odds)}.`
		: `Nothing that is recorded separates ${both} before ${LAST_YEAR + 1} by ${oddsText(enough)}${best ? `; the nearest is ${when(best)}, by ${oddsText(best.odds)}` : ''}.`;
	const why = !found && centres && centres.ratio >= FAR_APART ? ` ${overlapText(centres, bettors[0])}` : '';
	if (!unrecorded) return first + why;
	const { odds } = unrecorded;
	const rest =
		odds >= enough
			? `To measure ${when(unrecorded)} with a typical error of a quarter would do it${found ? ' sooner' : ''}, by ${oddsText(odds)}.`
			: `Among what no record counts yet, ${when(unrecorded)} would separate ${both} most, by ${oddsText(odds)}, if it were measured with a typical error of a quarter.`;
	return `${first}${why} ${rest}`;
}

/** Returns the points that the one who bets on it and the one who bets against it put in. */
export function pointsOf({ price, pot }: Terms): readonly [number, number] {
	const tenths = (points: number) => Math.round(points * 10) / 10;
	const points = tenths(pot * price);
	return [points, tenths(pot - points)];
}

/** The wager in one sentence that both can accept. */
export function wagerText({ quantity, date, threshold, chances }: WagerTerms, bettors: Bettors): string {
	const terms = termsOf(...chances)!;
	const [forIt, against] = terms.isFirstFor ? bettors : [bettors[1], bettors[0]];
	const [inFor, inAgainst] = pointsOf(terms);
	const claim = QUANTITY_WORDS[quantity].claim(valueText(quantity, threshold), monthText(date));
	const comma = against.isClause ? ',' : '';
	return `${atStart(forIt.name)} ${verb(forIt, 'bet')} ${inFor} points${comma} against ${stakeOf(against, inAgainst)}${comma} that ${claim}.`;
}

/** Says why both should accept the terms. */
export function fairnessText({ chances }: WagerTerms, [one, two]: Bettors): string {
	const { gain, pot } = termsOf(...chances)!;
	return `${atStart(runsOf(one))} give it ${chanceText(chances[0])}; ${thoseOf(two)} give it ${chanceText(chances[1])}. The price lies half way, in a pot of ${formatNumber(pot, '–')} points: each expects to gain ${formatNumber(gain, '–', { digits: 2 })} of them, if they believe what their runs give and that a void does not depend on who would win, and once the claim is fixed neither gains by naming another chance. Accept it only if you do believe them.`;
}

/** Months before and after its own in which a report still decides a wager. */
const GRACE = 3;
/** Months in which a report of the last of these may still be entered. */
const ENTRY = 2;
/** Says what decides the wager. */
export const ruleText = ({ quantity, date }: WagerTerms): string =>
	`It is decided by this essay’s record of ${QUANTITY_WORDS[quantity].subject}${quantity === 'revenue' ? ' (the sum of both labs, which may be of different months and so run low)' : ''}: by its row of ${monthText(date)}, of several by the middle one, of two half way between; or else by what lies between the last row before and the first row after, neither more than ${countInWords(GRACE)} months away, evenly on a logarithmic scale (of log odds for shares). Without such rows it is void. The essay’s editors enter the rows, as reported: “about” and “more than” count as the number, and a row without a month does not count. A value equal to the threshold makes it void. What counts is the record as it stands in this essay’s repository ${countInWords(GRACE + ENTRY)} months after the month; a page opened later shows the record of its own day. It stands only if both post its fingerprint within a week of the day on which it was made and before a new report of this is out. Points only: no money and no account.`;

export type Outcome =
	| { readonly state: 'waiting' }
	| { readonly state: 'void' }
	/** The value is the threshold itself, which favours neither. */
	| { readonly state: 'tied'; readonly value: number }
	/** Final once no row can be entered any more. */
	| { readonly state: 'came'; readonly value: number; readonly isAbove: boolean; readonly isFinal: boolean };

/**
 * Returns the record's value for the month of a wager: that of its row, of several the median; or else the value between the last row
 * before and the first after it, interpolated on the scale of its error. The chances are of that month, so that a later row alone would
 * favour one side. Undefined if there are no such rows within `GRACE` months.
 */
function recordedFor({ quantity, date }: WagerTerms, reports: readonly Reported[]): number | undefined {
	const { toScale, fromScale } = WAGERED[quantity];
	const at = middleOf(date)!;
	const near = reports.filter(({ kind, year }) => kind === quantity && Math.abs(year - at) < (GRACE + 0.5) / 12);
	const months = Array.from(Map.groupBy(near, ({ month }) => month).values(), (rows) => ({
		year: rows[0]!.year,
		value: percentiles(
			Float64Array.from(rows, ({ value }) => value),
			[0.5],
		)[0],
	})).toSorted((a, b) => a.year - b.year);
	const own = months.find(({ year }) => Math.abs(year - at) < 0.5 / 12);
	if (own) return own.value;
	const [before, after] = [months.findLast(({ year }) => year < at), months.find(({ year }) => year > at)];
	if (!before || !after) return undefined;
	const [from, to] = [toScale(before.value), toScale(after.value)];
	return fromScale(from + ((at - before.year) / (after.year - before.year)) * (to - from));
}

/** Returns what came of a wager by a day. */
export function outcomeOf(terms: WagerTerms, today: string, reports: readonly Reported[] = reported): Outcome {
	const value = recordedFor(terms, reports);
	const isFinal = yearOfDay(today) > middleOf(terms.date)! + (GRACE + ENTRY + 0.5) / 12;
	if (value === terms.threshold) return { state: 'tied', value };
	if (value !== undefined) return { state: 'came', value, isAbove: value > terms.threshold, isFinal };
	return { state: isFinal ? 'void' : 'waiting' };
}

const scoreText = (score: number): string => formatNumber(score, '–', { digits: 2 }).replace('-', '−');
/** Says which of two readers was better, by two scores. */
function better([one, two]: readonly [number, number], bettors: Bettors): string {
	if (one === two) return 'neither was better';
	const { name, isYou } = one > two ? bettors[0] : bettors[1];
	return `${name} ${isYou ? 'were' : 'was'} better`;
}

/** Says what came of a wager. `scores` are of the whole distributions. */
export function outcomeText(
	outcome: Outcome,
	terms: WagerTerms,
	bettors: Bettors,
	scores: readonly [number, number] | undefined,
): string {
	const { quantity, date, chances } = terms;
	if (outcome.state === 'waiting')
		return `It is open: it is graded here when the record has rows for ${monthText(date)}.`;
	if (outcome.state === 'void')
		return `It is void: the record has no row for ${monthText(date)}, nor one on each side within ${countInWords(GRACE)} months.`;
	if (outcome.state === 'tied')
		return `It is void: the record says ${valueText(quantity, outcome.value)}, which is the threshold itself.`;
	const { value, isAbove, isFinal } = outcome;
	const own = [logScore(chances[0], isAbove), logScore(chances[1], isAbove)] as const;
	const winner = termsOf(...chances)!.isFirstFor === isAbove ? bettors[0] : bettors[1];
	const points = pointsOf(termsOf(...chances)!)[isAbove ? 1 : 0];
	const said = (pair: readonly [number, number]) =>
		`${scoreText(pair[0])} for ${bettors[0].name}, ${scoreText(pair[1])} for ${bettors[1].name}`;
	const whole = scores ? ` Over their whole distributions ${better(scores, bettors)}: ${said(scores)}.` : '';
	return `It came: ${valueText(quantity, value)}, ${isAbove ? 'above' : 'not above'} ${valueText(quantity, terms.threshold)}. ${atStart(winner.name)} ${verb(winner, 'win')} ${points} points. By log score on the threshold ${better(own, bettors)}: ${said(own)} (higher is better).${whole}${isFinal ? '' : ` Provisional: rows can still be entered until ${countInWords(GRACE + ENTRY)} months after ${monthText(date)}.`}`;
}

/** Returns the SHA-256 of a text as hexadecimal digits in groups; undefined where the browser has no cryptography (an insecure origin). */
export async function fingerprint(text: string): Promise<string | undefined> {
	// TypeScript’s types say that it is always there.
	const { subtle } = crypto as { readonly subtle?: SubtleCrypto };
	if (!subtle) return undefined;
	const digest = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text)));
	const digits = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
	return digits.replace(/(.{8})(?!$)/g, '$1 ');
}
