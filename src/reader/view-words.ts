import { countInWords, formatNumber } from '../engine/number-format.ts';
import { quantityOf } from '../models/quantity.ts';
import { differenceText } from '../analysis/attribution-text.ts';
import type { Followed, Move, ViewStep } from './view-steps.ts';
import { monthText } from './wager-words.ts';

const UNITS = { agiYear: 'year', revenue2030: 'bn$' } as const;
/** Years are given to a tenth: many steps are shorter than one. */
export const followedText = (output: Followed, value: number): string =>
	output === 'agiYear'
		? Number.isFinite(value)
			? value.toFixed(1)
			: 'never'
		: formatNumber(value, UNITS[output], { digits: 2 });

const LABELS = {
	agiYear: 'the year in which nineteen jobs in twenty can be done',
	revenue2030: 'labs’ revenue in 2030',
} as const;

/**
 * Says what the reports of a step would have done to the year, where the person (“You” for the reader) went, and
 * what is left.
 */
export function moveText(person: string, { reports, moves }: ViewStep): string {
	const move = moves.agiYear;
	const text = (value: number) => followedText('agiYear', value);
	const news =
		reports === 0
			? `No report that counts was published between the middles of these months, so that the record alone leaves ${LABELS.agiYear} at ${text(move.before)}.`
			: `Given what was reported before, the record’s ${countInWords(reports)} ${reports === 1 ? 'report that counts and was' : 'reports that count and were'} published between the middles of these months would have moved ${LABELS.agiYear} from ${text(move.before)} to ${text(move.given)}, in the proportion in which they change the wait in the runs round this view.`;
	const went =
		person === 'You'
			? `You went to ${text(move.after)}.`
			: `The settings that stand for ${person}, some of them ours, went to ${text(move.after)}, which is no date that was given.`;
	if (move.parts.measure !== 'none') return `${news} ${went} ${restText(move)}`;
	if (person === 'You') return `${news} You changed nothing that the forecast uses: it stays at ${text(move.after)}.`;
	const silence =
		driftText(move.rest.least) !== driftText(move.rest.most)
			? `${person} is not known to have given a new date, and our reading leaves what is left anywhere from ${driftText(move.rest.least)} to ${driftText(move.rest.most)}.`
			: `Nothing that ${person} is known to have said in them moves an assumption of the forecast: it stays at ${text(move.after)}.`;
	return `${news} ${silence} Silence is not a forecast, so what is left says nothing of the machine.`;
}

const yearsText = (years: number): string => formatNumber(Math.abs(years), 'yr', { digits: 2 });
const driftText = (years: number): string => `${yearsText(years)} ${years < 0 ? 'sooner' : 'later'}`;

function restText({ given, after, rest: { least, most } }: Move): string {
	const rest = after - given;
	if (!Number.isFinite(rest))
		return after === given
			? 'That is what the reports would have done.'
			: 'One of the two is never, so that what is left has no length.';
	if (least < 0 && most > 0)
		return `Our reading leaves what is left anywhere from ${driftText(least)} to ${driftText(most)}: too wide to say whether the reports alone would have moved it further.`;
	if (rest === 0) return 'That is what the reports would have done.';
	const left = `What is left, ${driftText(rest)}, is what our reading of these reports does not explain: other evidence, the same money read differently, an error of our mapping, or the spread that we put round the date.`;
	const [near, far] = most <= 0 ? [most, least] : [least, most];
	if (yearsText(near) === yearsText(far)) return left;
	return `${left} Over the range of our mapping, at both dates, it is from ${yearsText(near)} to ${driftText(far)}.`;
}

/** Says what the reports and the new settings do to the revenue of 2030, which the runs learn from every report until each date. */
export function moneyText({ reports, moves, strays, learntYear }: ViewStep): string {
	const { before, given, after, afterRange } = moves.revenue2030;
	const text = (value: number) => followedText('revenue2030', value);
	const share = (stray: number) => formatNumber(stray, 'fraction', { digits: 1 });
	const news = reports === 0 ? '' : `; ${text(given)} given the new reports as well`;
	const isMoved = moves.agiYear.parts.measure !== 'none' || moves.revenue2030.parts.measure !== 'none';
	const hasRange = isMoved && text(afterRange.least) !== text(afterRange.most);
	const range = hasRange ? ` (${text(afterRange.least)} to ${text(afterRange.most)} over our readings)` : '';
	const mind = isMoved ? `; ${text(after)} with the later settings too${range}` : '';
	const atEnds = hasRange ? `, at the ends of the range by ${share(strays.revenueAtEnds)}` : '';
	const year = Number.isFinite(strays.year) ? `; the year given the reports by about ${yearsText(strays.year)}` : '';
	return `Labs’ revenue in 2030, from runs spread round the date, which learn adoption, price and the date itself from the reports: ${text(before)} given those published by the earlier date${news}${mind}. At the end these runs put ${LABELS.agiYear} at ${followedText('agiYear', learntYear)}. (By the number of runs, these revenues stray by about ${share(strays.revenue)}${atEnds}${year}.)`;
}

/** Says how the change of the settings divides among what was changed; empty if nothing was. */
export function partsText({ moves }: ViewStep): string {
	const said = (['agiYear', 'revenue2030'] as const).flatMap((output) => {
		const { parts, measure } = moves[output].parts;
		if (measure === 'none' || parts.length === 0) return [];
		const quantity = quantityOf(`forecast.${output}`);
		const shares = parts.map(
			({ key, share }) =>
				`${share < 0 ? '−' : '+'}${differenceText(quantity, measure, share)} by “${quantity.model.parameters[key]!.label}”`,
		);
		return [`${LABELS[output]}: ${shares.join(', ')}`];
	});
	return said.length === 0
		? ''
		: `Of the settings alone, in one run at their central values, before any report counts (Shapley shares): ${said.join('; ')}. These are no parts of the moves above, in which the reports correct the revenue.`;
}

export const stepTitle = ({ from, to }: Pick<ViewStep, 'from' | 'to'>): string =>
	`${monthText(from.date)} to ${monthText(to.date)}`;
