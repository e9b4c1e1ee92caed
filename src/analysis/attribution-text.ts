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
	readonly who: string;
	/** "Ann’s", "theirs". */
	readonly whose: string;
}
export const partyWordsOf = (name: string): PartyWords => ({
	both: `You and ${name || 'the other reader'}`,
	mine: 'yours',
	who: name || 'the other reader',
	whose: name ? `${name}’s` : 'theirs',
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

/**
 * Minimum share of the largest part for a parameter to be named; minimum share of the difference to count as a part.
 */
const MIN_NAMED_SHARE = 0.1;
const MAX_NAMED = 3;
const MIN_SHARE = 0.005;

const listed = (words: readonly string[]): string =>
	words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
const others = (count: number): string =>
	count === 1 ? 'the other assumption' : `the other ${countInWords(count)} assumptions`;

/** Describes an attribution in one or two sentences: how far apart the two sides are, and because of what. */
export function attributionText(
	quantity: Quantity,
	attribution: Attribution,
	{ both, mine: my, whose }: PartyWords,
): string {
	const { measure, mine, theirs, parts, counted } = attribution;
	const [mineText, theirsText] = [mine, theirs].map((value) => quantityText(quantity, value));
	const about = `“${quantity.label}”`;
	if (measure === 'none' || mineText === theirsText) return `On ${about} the two agree: ${mineText}.`;
	const ends = `${mineText} with ${my}, ${theirsText} with ${whose}`;
	const total = parts.reduce((sum, { share }) => sum + share, 0);
	const opening =
		measure === 'reach'
			? `On ${about} one gets there and the other never does: ${ends}.`
			: `${both} are ${differenceText(quantity, measure, total || worth(measure, theirs) - worth(measure, mine))} apart on ${about}: ${ends}.`;
	if (counted === 0)
		return `${opening} That cannot be divided: every way from ${my} to ${whose} leads through assumptions under which it is never reached.`;
	const labelOf = (key: string) => `“${quantity.model.parameters[key]!.label}”`;
	const heavy = parts.filter(({ share }) => Math.abs(share) > MIN_SHARE * Math.abs(total));
	const named = heavy
		.filter(({ share }) => Math.abs(share) >= MIN_NAMED_SHARE * Math.abs(heavy[0]!.share))
		.slice(0, MAX_NAMED);
	const isWith = ({ share }: { share: number }) => share * total > 0;
	const say = (share: number) => differenceText(quantity, measure, share);
	/** "7 years are", "1 year is". */
	const amountIs = (share: number) => {
		const { text, isSingular } = formatDifference(quantity, measure, share);
		return `${text} ${isSingular ? 'is' : 'are'}`;
	};
	const [withIt, against] = [named.filter(isWith), named.filter((part) => !isWith(part))];
	const rest = parts.slice(named.length);
	const left = rest.reduce((sum, { share }) => sum + share, 0);
	const isRestNothing = rest.every((part) => !heavy.includes(part));

	const rests =
		rest.length === 0
			? ''
			: isRestNothing
				? `; ${others(rest.length)} on which the two differ ${rest.length === 1 ? 'does' : 'do'} nothing here`
				: `; ${others(rest.length)} together ${left * total >= 0 ? 'make' : 'take back'} ${say(left)}`;
	const back =
		against.length > 0
			? `; ${listed(against.map(({ key, share }) => `${labelOf(key)} works the other way, by ${say(share)}`))}`
			: '';
	const certain =
		counted < 1
			? ` Counted over the ${formatNumber(counted, 'fraction')} of orders in which it is always reached.`
			: '';
	if (withIt.length === 1 && against.length === 0 && isRestNothing)
		return `${opening} All of that is ${labelOf(withIt[0]!.key)}${rests}.${certain}`;
	const bodies: Readonly<Record<Measure, string>> = {
		amount: `Of that, ${listed(withIt.map(({ key, share }) => `${amountIs(share)} ${labelOf(key)}`))}`,
		factor: `Of that, ${listed(withIt.map(({ key, share }) => `${say(share)} is ${labelOf(key)}`))}`,
		reach: `Taken over one by one in any order, ${listed(withIt.map(({ key, share }) => `${labelOf(key)} decides it in ${say(share)} of orders`))}`,
		none: '',
	};
	return `${opening} ${bodies[measure]}${back}${rests}.${certain}`;
}
const worth = (measure: Measure, value: number): number => (measure === 'factor' ? Math.log10(value) : value);

/** Returns whether a concession prints differently from the value it changes. */
const changesText = ({ to, key, by }: Concession, model: AnyModel, mine: Inputs, theirs: Inputs): boolean =>
	valueText(model.parameters[key]!, to) !== valueText(model.parameters[key]!, (by === 'me' ? mine : theirs)[key]!);

/** Describes the smallest concession of each side in a sentence; returns one sentence that there is none otherwise. */
export function concessionsText(
	quantity: Quantity,
	{ measure, mine: myOutput, theirs: theirOutput }: Attribution,
	found: readonly Concession[],
	mine: Inputs,
	theirs: Inputs,
	near: string,
	{ who, whose }: PartyWords,
): readonly string[] {
	const { model } = quantity;
	const told = found.filter((one) => changesText(one, model, mine, theirs));
	const first = (by: Concession['by']) => told.find((one) => one.by === by);
	const wish =
		measure === 'reach' ? 'the two of you would agree on whether it is ever reached' : `you would be within ${near}`;
	const sentences = [first('me'), first('them')].flatMap((one) => {
		if (!one) return [];
		const parameter = model.parameters[one.key]!;
		const say = (inputs: Inputs) => valueText(parameter, inputs[one.key]!);
		const [subject, own, other] =
			one.by === 'me'
				? ['you', `${say(mine)} now`, `${whose} is ${say(theirs)}`]
				: [who, `${say(theirs)} now`, `yours is ${say(mine)}`];
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
	const total = parts.reduce((sum, { share }) => sum + share, 0);
	const heavy = parts.filter(({ share }) => Math.abs(share) > MIN_SHARE * Math.abs(total));
	const ends = heavy.reduce<number[]>((places, { share }) => [...places, places.at(-1)! + share], [0]);
	const [least, most] = [Math.min(...ends, total), Math.max(...ends, total)];
	const place = (worth: number) => {
		const along = most > least ? (100 * (worth - least)) / (most - least) : 0;
		return Math.min(100, Math.max(0, total < 0 ? 100 - along : along));
	};
	return heavy.map(({ key, share, error }, i) => {
		const [from, to] = [place(ends[i]!), place(ends[i + 1]!)];
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
const first = (
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
		.sort(first)
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
