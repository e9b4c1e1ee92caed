import { formatNumber } from '../engine/number-format.ts';
import { isNumber } from '../engine/parameter.ts';
import { parameters } from '../models/registry.ts';
import { essayAnswer } from '../runs/essay-runs.ts';
import { queryOfStep, settingsAlong, stepOf, type DatedSettings, type Said, type ViewStep } from './view-steps.ts';
import { followedText, moneyText, moveText, partsText } from './view-words.ts';
import { monthText } from './wager-words.ts';

interface Told extends Said {
	readonly date: string;
	readonly source: string;
	readonly grade: 'A' | 'B';
	readonly reading: string;
	readonly mapping: string;
}
interface View<T extends Said> {
	readonly person: string;
	readonly dates: readonly { readonly date: string; readonly said: readonly T[] }[];
}

/** Runs behind each view at build: five thousand of the prior, enough for a tenth of a year in a median. */
const RUNS_AT_BUILD = 1000;

/** Returns one step between two of a view's dates, from runs made at build. */
const stepBetween = (from: DatedSettings, to: DatedSettings): ViewStep =>
	stepOf(from, to, essayAnswer(queryOfStep(from, to), {}, RUNS_AT_BUILD));

/** Returns the steps of a view, and the whole way as one step. Computed at build. */
export function stepsOf<T extends Said>({
	dates,
}: View<T>): {
	readonly steps: readonly ViewStep[];
	readonly whole: ViewStep;
} {
	const along = settingsAlong(dates);
	return {
		steps: along.slice(1).map((to, i) => stepBetween(along[i]!, to)),
		whole: stepBetween(along[0]!, along.at(-1)!),
	};
}

/** Returns our number for a statement with its range: “Year in which a machine learns as people do: 2029.5 (2028.5 to 2030.5)”. Throws if there is no such parameter, or if a number lies outside its slider. */
export function numberText({ parameter: key, value, low, high }: Said): string {
	if (!key) return '';
	const parameter = parameters.get(key);
	if (!parameter || !isNumber(parameter) || low < parameter.min || high > parameter.max)
		throw new Error(`content/data/views.csv: there is no parameter “${key}” whose slider holds ${low} to ${high}.`);
	const text = (number: number) => formatNumber(number, parameter.unit, { digits: 5 });
	return `${parameter.label}: ${text(value)} (${text(low)} to ${text(high)})`;
}

/** Returns what essay/Minds.astro prints of a view, and what MindReplay.svelte draws of it. Computed at build. */
export function replayOf(view: View<Told>, sourceOf: (key: string) => { short: string; href: string }) {
	const { steps, whole } = stepsOf(view);
	const first = steps[0]!;
	const before = { agiYear: first.moves.agiYear.before, revenue: first.moves.revenue2030.before };
	return {
		person: view.person,
		whole: moveText(view.person, whole),
		dates: view.dates.map(({ date, said }, i) => {
			const step = steps[i - 1];
			const now = step ? { agiYear: step.moves.agiYear.after, revenue: step.moves.revenue2030.after } : before;
			return {
				month: monthText(date),
				said: said.map((one) => ({
					reading: one.reading,
					number: numberText(one),
					mapping: one.mapping,
					grade: one.grade === 'B' ? 'reported, ' : '',
					source: sourceOf(one.source),
				})),
				step: step ? [moveText(view.person, step), moneyText(step), partsText(step)].filter(Boolean) : [],
				agiYear: followedText('agiYear', now.agiYear),
				revenue: followedText('revenue2030', now.revenue),
				given: step
					? ([
							followedText('agiYear', step.moves.agiYear.given),
							followedText('revenue2030', step.moves.revenue2030.given),
						] as const)
					: undefined,
				odds: step ? step.odds.after : first.odds.before,
				oddsGiven: step?.odds.given,
			};
		}),
	};
}
