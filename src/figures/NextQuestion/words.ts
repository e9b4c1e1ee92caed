import { scaleLog } from 'd3';
import { formatNumber } from '../../engine/number-format.ts';
import type { ExperimentInputs } from '../../experiments/experiment.ts';
import experiment, { NEW_LABELS } from '../../experiments/next-question.experiment.ts';
import type { RunResult } from '../../experiments/run-experiment.ts';
import { sweepQuantile, type Sweep } from '../../experiments/sweep.ts';

type Inputs = ExperimentInputs<typeof experiment>;
export type Practice = 'shared' | 'none' | 'nothing';
export const PRACTICES: readonly Practice[] = ['shared', 'none', 'nothing'];
export const NAMES: Readonly<Record<Practice, string>> = {
	shared: 'practised what shares a feature',
	none: 'practised what shares nothing',
	nothing: 'from nothing',
};

/** Shares of right answers in published runs with one kind of practice, by number of labels. */
export interface PublishedCurve {
	readonly practice: Practice;
	readonly points: readonly {
		readonly newLabels: number;
		readonly median: number;
		readonly outcomes: readonly number[];
	}[];
}

/** Returns the published runs at these inputs, a curve for each kind of practice that has two points at least. */
export const publishedCurves = (sweep: Sweep, inputs: Inputs): readonly PublishedCurve[] =>
	PRACTICES.map((practice) => ({
		practice,
		points: NEW_LABELS.flatMap((newLabels) => {
			// What a network does from nothing is in every run.
			const overlap = practice === 'nothing' ? inputs.overlap : practice;
			const output = practice === 'nothing' ? 'accuracyFromNothing' : 'accuracyNewQuestion';
			const outcomes = sweep.valuesAt({ ...inputs, newLabels, overlap }, output);
			return outcomes.length === 0 ? [] : [{ newLabels, median: sweepQuantile(outcomes, 0.5), outcomes }];
		}),
	})).filter(({ points }) => points.length > 1);

type Points = PublishedCurve['points'];

/** Returns the share of right answers at any number of labels: straight lines join the medians on a logarithmic axis. */
export function shareAt(points: Points, newLabels: number): number {
	const medians = scaleLog(
		points.map((point) => point.newLabels),
		points.map(({ median }) => median),
	);
	return medians.clamp(true)(newLabels);
}
/**
 * Returns the number of labels at which a curve reaches a share, between its medians. Beyond its ends: 0 if it starts higher, Infinity if it
 * ends lower.
 */
export function labelsFor(points: Points, share: number): number {
	const next = points.findIndex(({ median }) => median >= share);
	if (next === 0) return points[0]!.median === share ? points[0]!.newLabels : 0;
	if (next === -1) return Infinity;
	const [from, to] = [points[next - 1]!, points[next]!];
	return from.newLabels * (to.newLabels / from.newLabels) ** ((share - from.median) / (to.median - from.median));
}

/** Returns how many labels do as well from nothing, in words. */
export function worthText(labels: number): string {
	if (labels === 0) return `fewer than ${NEW_LABELS[0]} from nothing`;
	if (labels === Infinity) return `more than ${NEW_LABELS.at(-1)!} from nothing`;
	return `${formatNumber(labels, 'count', { digits: 2 })} from nothing`;
}

export const percent = (share: number): string => formatNumber(share, 'fraction');

/** Returns what the published runs show, in one paragraph. */
export function summary({ newLabels, questionsBefore, overlap }: Inputs, curves: readonly PublishedCurve[]): string {
	const said = curves.flatMap(({ practice, points }) => {
		const here = points.find((point) => point.newLabels === newLabels);
		const last = points.at(-1)!;
		const ends = [...(here ? [here] : []), ...(last === here ? [] : [last])];
		return [
			`${NAMES[practice]}: ${ends.map((point) => `${percent(point.median)} with ${formatNumber(point.newLabels, 'count')} labels`).join(', ')}`,
		];
	});
	if (said.length === 0) return 'There are no published runs with these settings. Your own run is drawn alone.';
	const practised = formatNumber(questionsBefore, 'count');
	const [own, fresh] = [overlap, 'nothing'].map((name) => curves.find(({ practice }) => practice === name)?.points);
	const worth =
		own && fresh
			? ` With ${formatNumber(newLabels, 'count')} labels such practice does as well as ${worthText(labelsFor(fresh, shareAt(own, newLabels)))}.`
			: '';
	return `Right on a new question, median of twenty networks that practised ${practised} others. ${said.join('; ')}.${worth}`;
}

export const columns = ['Practice', 'Labels for the new question', 'Right: median', 'Lowest', 'Highest'];

/** Returns the table behind the figure: a row for each kind of practice and number of labels. */
export const rows = (curves: readonly PublishedCurve[]): string[][] =>
	curves.flatMap(({ practice, points }) =>
		points.map(({ newLabels, median, outcomes }) => [
			NAMES[practice],
			formatNumber(newLabels, 'count'),
			...[median, outcomes[0]!, outcomes.at(-1)!].map(percent),
		]),
	);

/** Returns the question to guess before a run: of what neither headline, verdict nor picture shows. */
export const question = (inputs: Inputs): string =>
	`A network practises ${formatNumber(inputs.questionsBefore, 'count')} questions about cells before it gets a new one. How many cells does it answer rightly on the questions that it has practised? Half would be a coin toss.`;

/** Returns the result of the reader's run, in one or two sentences. */
export function resultText({ outputs }: RunResult<typeof experiment>): string {
	const { accuracyNewQuestion, accuracyFromNothing, accuracyPractised } = outputs;
	if (accuracyPractised === Infinity)
		return `Without practice it is ${percent(accuracyFromNothing)} right on the new question.`;
	return `On the new question it is ${percent(accuracyNewQuestion)} right, and ${percent(accuracyFromNothing)} from the same labels without practice. On the practised ones it was ${percent(accuracyPractised)} right.`;
}
