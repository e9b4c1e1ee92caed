import type { InputsOf, OutputsOf } from '../../engine/model.ts';
import { formatNumber } from '../../engine/number-format.ts';
import type model from '../../models/bake-or-learn.model.ts';
import { cheapest, KINDS, priceOf, shareOf, WAYS, type Kind, type Way } from './packing.ts';

type Inputs = InputsOf<typeof model>;
type Outputs = OutputsOf<typeof model>;

export const dollars = (value: number): string => formatNumber(value, '$');
export const wayNames: Readonly<Record<Way, string>> = { built: 'Built in', learned: 'Learned' };
/** "50 common skills". */
export const kindText = (inputs: Inputs, kind: Kind): string =>
	`${formatNumber(shareOf(inputs, kind), 'fraction')} ${kind === 'common' ? 'common' : 'local'}`;

/** Returns what one skill costs, and who shares it. */
export function priceText(inputs: Inputs, outputs: Outputs, kind: Kind, way: Way): string {
	const price = dollars(priceOf(inputs, outputs, kind, way));
	if (way === 'learned') return `${price} each, taught at the firm`;
	return kind === 'common'
		? `${price} each, shared by ${formatNumber(inputs.firms, 'firms')}`
		: `${price} each, for one firm`;
}

/** Returns what the figure shows, in one paragraph. */
export function summary(inputs: Inputs, outputs: Outputs): string {
	const best = cheapest(inputs, outputs);
	const each = KINDS.map(
		(kind) =>
			`${kindText(inputs, kind)}, cheaper ${wayNames[best[kind]].toLowerCase()} (${priceText(inputs, outputs, kind, best[kind])})`,
	);
	const { bakePerFirm, learnPerFirm, mixedPerFirm } = outputs;
	return `Of the ${formatNumber(inputs.skillsPerJob, 'skills')} of a job: ${each.join('; ')}. All built in they cost a firm ${dollars(bakePerFirm)}, all learned ${dollars(learnPerFirm)}, and the cheaper way for each ${dollars(mixedPerFirm)}.`;
}

export const columns = ['', ...WAYS.map((way) => wayNames[way]), 'The cheaper way'];

/** Returns the table behind the figure: the price of one skill of each kind, then the bill of one firm. */
export const rows = (inputs: Inputs, outputs: Outputs): string[][] => [
	...KINDS.map((kind) => {
		const prices = WAYS.map((way) => priceOf(inputs, outputs, kind, way));
		return [
			kind === 'common' ? 'One skill that is the same everywhere' : 'One local skill',
			...[...prices, Math.min(...prices)].map(dollars),
		];
	}),
	['All skills of a job, one firm', ...[outputs.bakePerFirm, outputs.learnPerFirm, outputs.mixedPerFirm].map(dollars)],
];
