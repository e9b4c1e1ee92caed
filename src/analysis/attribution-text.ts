import type { Concession, Attribution, Measure } from '../engine/attribution.ts';
import type { AnyModel, Inputs } from '../engine/model.ts';
import { countInWords, formatNumber, formatParts } from '../engine/number-format.ts';
import { unitRecord } from '../engine/units.ts';
import { valueText } from '../engine/value-text.ts';
import { quantityOf, quantityText, type Quantity } from '../models/quantity.ts';

/** How sentences refer to the two sides. */
export interface PartyWords {
	/** "You and Ann". */
	readonly both: string;
	readonly mine: string;
	/** "Ann", "the other reader". */
	readonly other: string;
	/** "Ann’s", "theirs". */
	readonly theirs: string;
}
export const partyWordsOf = (name: string): PartyWords => ({
	both: `You and ${name || 'the other reader'}`,
	mine: 'yours',
	other: name || 'the other reader',
	theirs: name ? `${name}’s` : 'theirs',
});
/** For a reader without changes who opens another reader's link: that reader against the essay. */
export const AGAINST_THE_ESSAY: PartyWords = { ...partyWordsOf(''), both: 'They and the essay', mine: 'the essay’s' };

/** A difference as text, and whether a verb after it is singular. */
interface DifferenceText {
	readonly text: string;
	readonly isSingular: boolean;
}

function formatDifference({ unit }: Quantity, measure: Measure, size: number): DifferenceText {
	const amount = Math.abs(size);
	if (measure === 'factor')
		return { text: `a factor of ${formatNumber(10 ** amount, '–', { digits: 2 })}`, isSingular: true };
	if (measure === 'reach') return formatParts(amount, 'fraction', { digits: 2 });
	const { difference } = unitRecord(unit);
	if (difference === undefined) return formatParts(amount, unit, { digits: 2 });
	if ('unit' in difference) return formatParts(amount, difference.unit);
	const points = formatNumber(100 * amount, '–', { digits: 2 });
	const isSingular = points === '1';
	return { text: `${points} ${isSingular ? 'point' : 'points'}${difference.points}`, isSingular };
}

/** Formats a difference: "8.6 years", "$200 billion", "12 points". `size` of a factor is its common logarithm. */
export const differenceText = (quantity: Quantity, measure: Measure, size: number): string =>
	formatDifference(quantity, measure, size).text;

/** A parameter is named if its share is at least this fraction of the largest one. */
const MIN_NAMED_SHARE = 0.1;
const MAX_NAMED = 3;
/** A parameter counts as a part if its share is more than this fraction of the difference. */
const MIN_SHARE = 0.005;

const joinedByAnd = (words: readonly string[]): string =>
	words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
const othersText = (count: number): string =>
	count === 1 ? 'the other assumption' : `the other ${countInWords(count)} assumptions`;

/** Describes an attribution in one or two sentences: how far apart the two sides are, and because of what. */
export function attributionText(quantity: Quantity, attribution: Attribution, party: PartyWords): string {
	const { measure, mine, theirs, parts, counted } = attribution;
	const [mineText, theirsText] = [mine, theirs].map((value) => quantityText(quantity, value));
	if (measure === 'none' || mineText === theirsText) return `On “${quantity.label}” the two agree: ${mineText}.`;
	const opening = openingText(quantity, attribution, party);
	if (counted === 0)
		return `${opening} That cannot be divided: every way from ${party.mine} to ${party.theirs} leads through assumptions under which it is never reached.`;

	const total = totalOf(parts);
	const heavy = heavyParts(parts);
	const named = heavy
		.filter(({ share }) => Math.abs(share) >= MIN_NAMED_SHARE * Math.abs(heavy[0]!.share))
		.slice(0, MAX_NAMED);
	const [withIt, against] = [
		named.filter(({ share }) => share * total > 0),
		named.filter(({ share }) => !(share * total > 0)),
	];
	const rest = parts.slice(named.length);
	const isRestNothing = rest.every((part) => !heavy.includes(part));
	const rests = isRestNothing ? nothingText(rest) : remainderText(quantity, measure, rest, total);
	const certain =
		counted < 1
			? ` Counted over the ${formatNumber(counted, 'fraction')} of orders in which it is always reached.`
			: '';
	if (withIt.length === 1 && against.length === 0 && isRestNothing)
		return `${opening} All of that is ${labelOf(quantity, withIt[0]!)}${rests}.${certain}`;
	return `${opening} ${sharesText(quantity, measure, withIt)}${againstText(quantity, measure, against)}${rests}.${certain}`;
}

type Part = Attribution['parts'][number];
const labelOf = ({ model }: Quantity, { key }: Part): string => `“${model.parameters[key]!.label}”`;
const totalOf = (parts: readonly Part[]): number => parts.reduce((sum, { share }) => sum + share, 0);
/** Returns the parts that count as one, the largest first. */
const heavyParts = (parts: readonly Part[]): readonly Part[] => {
	const total = totalOf(parts);
	return parts.filter(({ share }) => Math.abs(share) > MIN_SHARE * Math.abs(total));
};

function openingText(
	quantity: Quantity,
	{ measure, mine, theirs, parts }: Attribution,
	{ both, mine: my, theirs: their }: PartyWords,
): string {
	const about = `“${quantity.label}”`;
	const ends = `${quantityText(quantity, mine)} with ${my}, ${quantityText(quantity, theirs)} with ${their}`;
	if (measure === 'reach') return `On ${about} one gets there and the other never does: ${ends}.`;
	const distance = totalOf(parts) || onScale(measure, theirs) - onScale(measure, mine);
	return `${both} are ${differenceText(quantity, measure, distance)} apart on ${about}: ${ends}.`;
}

/** Describes the named parts in the direction of the difference. */
function sharesText(quantity: Quantity, measure: Measure, parts: readonly Part[]): string {
	const shares = parts.map((part) => {
		const { text, isSingular } = formatDifference(quantity, measure, part.share);
		const label = labelOf(quantity, part);
		if (measure === 'reach') return `${label} decides it in ${text} of orders`;
		return `${text} ${isSingular ? 'is' : 'are'} ${label}`;
	});
	return `${measure === 'reach' ? 'Taken over one by one in any order' : 'Of that'}, ${joinedByAnd(shares)}`;
}

/** Describes the named parts against the direction of the difference; empty if there are none. */
const againstText = (quantity: Quantity, measure: Measure, parts: readonly Part[]): string =>
	parts.length === 0
		? ''
		: `; ${joinedByAnd(parts.map((part) => `${labelOf(quantity, part)} works the other way, by ${differenceText(quantity, measure, part.share)}`))}`;

/** Describes parts that have no effect; empty if there are none. */
const nothingText = ({ length }: readonly Part[]): string =>
	length === 0 ? '' : `; ${othersText(length)} on which the two differ ${length === 1 ? 'does' : 'do'} nothing here`;

/** Describes the sum of the parts that are not named. */
function remainderText(quantity: Quantity, measure: Measure, parts: readonly Part[], total: number): string {
	const sum = totalOf(parts);
	return `; ${othersText(parts.length)} together ${sum * total >= 0 ? 'make' : 'take back'} ${differenceText(quantity, measure, sum)}`;
}
const onScale = (measure: Measure, value: number): number => (measure === 'factor' ? Math.log10(value) : value);

/** Returns whether a concession prints differently from the value it changes. */
const changesText = ({ to, key, by }: Concession, model: AnyModel, mine: Inputs, theirs: Inputs): boolean =>
	valueText(model.parameters[key]!, to) !== valueText(model.parameters[key]!, (by === 'me' ? mine : theirs)[key]!);

/** Describes the smallest concession of each side in a sentence; if there is none, returns a sentence that says so. */
export function concessionsText(
	quantity: Quantity,
	{ measure, mine: myOutput, theirs: theirOutput }: Attribution,
	found: readonly Concession[],
	mine: Inputs,
	theirs: Inputs,
	near: string,
	{ other: them, theirs: their }: PartyWords,
): readonly string[] {
	const { model } = quantity;
	const visible = found.filter((one) => changesText(one, model, mine, theirs));
	const first = (by: Concession['by']) => visible.find((one) => one.by === by);
	const wish =
		measure === 'reach' ? 'the two of you would agree on whether it is ever reached' : `you would be within ${near}`;
	const sentences = [first('me'), first('them')].flatMap((one) => {
		if (!one) return [];
		const parameter = model.parameters[one.key]!;
		const say = (inputs: Inputs) => valueText(parameter, inputs[one.key]!);
		const [subject, own, other] =
			one.by === 'me'
				? ['you', `${say(mine)} now`, `${their} is ${say(theirs)}`]
				: [them, `${say(theirs)} now`, `yours is ${say(mine)}`];
		return [
			`If ${subject} took ${valueText(parameter, one.to)} for “${parameter.label}” (${own}; ${other}), ${wish}, at ${quantityText(quantity, one.output)} against ${quantityText(quantity, one.by === 'me' ? theirOutput : myOutput)}.`,
		];
	});
	return sentences.length > 0
		? sentences
		: [`No single change by either of you, of one thing on which you differ, is enough for that.`];
}

/** One parameter's part of the bar from mine to theirs, in percent of its length. */
export interface Segment {
	readonly key: string;
	readonly label: string;
	readonly tone: string;
	readonly from: number;
	readonly to: number;
	readonly text: string;
	/** Formatted standard error; absent if all orders were enumerated. */
	readonly error: string | undefined;
	readonly isBack: boolean;
}

/** Divides the bar into parameters, the largest share first; leaves out shares that count as nothing. */
export function segmentsOf(quantity: Quantity, { measure, parts }: Attribution): readonly Segment[] {
	const total = totalOf(parts);
	const heavy = heavyParts(parts);
	const ends = heavy.reduce<number[]>((sums, { share }) => [...sums, sums.at(-1)! + share], [0]);
	const [least, most] = [Math.min(...ends, total), Math.max(...ends, total)];
	const toPercent = (position: number) => {
		const along = most > least ? (100 * (position - least)) / (most - least) : 0;
		return Math.min(100, Math.max(0, total < 0 ? 100 - along : along));
	};
	return heavy.map(({ key, share, error }, i) => {
		const [from, to] = [toPercent(ends[i]!), toPercent(ends[i + 1]!)];
		const { label, tone = 'plain' } = quantity.model.parameters[key]!;
		return {
			key,
			label,
			tone,
			from: Math.min(from, to),
			to: Math.max(from, to),
			text: (share * total < 0 ? '−' : '') + differenceText(quantity, measure, share),
			error: error > 0 ? differenceText(quantity, measure === 'factor' ? 'amount' : measure, error) : undefined,
			isBack: share * total < 0,
		};
	});
}

/**
 * Order in which models are offered: results with a unit first, then by how many differing parameters they have, then
 * results that are dates, then by the number of parameters.
 */
const byRelevance = (
	a: { readonly model: AnyModel; readonly bearing: number },
	b: { readonly model: AnyModel; readonly bearing: number },
): number => {
	const unitOf = ({ outputs, headline }: AnyModel) => outputs[headline[0]!]!.unit;
	const sizeOf = ({ parameters }: AnyModel) => Object.keys(parameters).length;
	return (
		Number(unitOf(a.model) === '–') - Number(unitOf(b.model) === '–') ||
		b.bearing - a.bearing ||
		Number(unitOf(b.model) === 'year') - Number(unitOf(a.model) === 'year') ||
		sizeOf(b.model) - sizeOf(a.model)
	);
};

/** Returns the headline outputs whose printed values differ between the two sides. */
export function partings(
	all: Iterable<AnyModel>,
	inputsOf: (model: AnyModel) => readonly [mine: Inputs, theirs: Inputs],
): readonly { readonly name: string; readonly label: string; readonly mine: string; readonly theirs: string }[] {
	return [...all]
		.map((model) => {
			const [mine, theirs] = inputsOf(model);
			const bearing = Object.keys(model.parameters).filter((key) => mine[key] !== theirs[key]).length;
			return { model, mine, theirs, bearing };
		})
		.filter(({ bearing }) => bearing > 0)
		.sort(byRelevance)
		.flatMap(({ model, mine, theirs }) => {
			const [mines, others] = [model.evaluate(mine), model.evaluate(theirs)];
			return model.headline.map((output) => {
				const quantity = quantityOf(`${model.id}.${output}`);
				return {
					name: `${model.id}.${output}`,
					label: quantity.label,
					mine: quantityText(quantity, mines[output]!),
					theirs: quantityText(quantity, others[output]!),
				};
			});
		})
		.filter(({ mine, theirs }) => mine !== theirs);
}
