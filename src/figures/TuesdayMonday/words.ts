import { formatNumber } from '../../engine/number-format.ts';
import type { ExperimentInputs } from '../../experiments/experiment.ts';
import type { RunResult } from '../../experiments/run-experiment.ts';
import { sweepQuantile, type Sweep } from '../../experiments/sweep.ts';
import experiment, { FORGOTTEN, LESSONS, SHARES, type readFrame } from '../../experiments/tuesday-monday.experiment.ts';

type Inputs = ExperimentInputs<typeof experiment>;
export type Rules = Inputs['rules'];

export const RULES = Object.keys(experiment.parameters.rules.choices) as Rules[];

/** Shares of right answers on the earlier jobs in published runs: the median, and those of the seeds, ascending. */
interface Shares {
	readonly median: number;
	readonly outcomes: readonly number[];
}
/** Published runs with one kind of rules. */
export interface PublishedCurve {
	readonly rules: Rules;
	readonly points: readonly (Shares & { readonly share: number })[];
	/** Runs that answer from notes; undefined if there are none with these settings. */
	readonly notes: Shares | undefined;
}

function sharesOf(sweep: Sweep, inputs: Inputs): Shares | undefined {
	const outcomes = sweep.valuesAt(inputs, 'earlierAfter');
	return outcomes.length === 0 ? undefined : { median: sweepQuantile(outcomes, 0.5), outcomes };
}

/** Returns the published runs at these inputs, a curve for each kind of rules that has two points at least. */
export const publishedCurves = (sweep: Sweep, inputs: Inputs): readonly PublishedCurve[] =>
	RULES.map((rules) => ({
		rules,
		points: SHARES.flatMap((share) => {
			// Without replay no kept case is used, so runs with any number of them are the same.
			const casesKept = share === 0 ? experiment.parameters.casesKept.default : inputs.casesKept;
			const shares = sharesOf(sweep, { ...inputs, rules, casesKept, notes: 'weights', shareReplayed: share });
			return shares ? [{ share, ...shares }] : [];
		}),
		notes: sharesOf(sweep, { ...inputs, rules, notes: 'notes', shareReplayed: 0 }),
	})).filter(({ points, notes }) => points.length > 1 || notes);

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
/** Returns the name of a job, counted from 0. */
export const dayOf = (job: number): string => DAYS[job] ?? `job ${job + 1}`;

const percent = (share: number): string => formatNumber(share, 'fraction');
/** Returns what the earlier jobs are called: Monday, or Monday to the last but one. */
export const earlier = (jobs: number): string => (jobs === 2 ? 'Monday' : `Monday to ${dayOf(jobs - 2)}`);
const replayed = (share: number): string =>
	share === 0 ? 'with nothing repeated' : `with ${percent(share)} of the lessons a repetition`;

/** Returns what the published runs show, in one paragraph. */
export function summary(inputs: Inputs, curves: readonly PublishedCurve[]): string {
	const { rules, shareReplayed, jobs, notes, casesKept } = inputs;
	const curve = curves.find((other) => other.rules === rules);
	const kept = formatNumber(casesKept, 'cases');
	const fromNotes =
		curve?.notes &&
		`A notebook with ${kept} of each job, looked up and not learnt, is right ${percent(curve.notes.median)} of the time.`;
	const at = (share: number) => curve?.points.find((point) => point.share === share);
	const here = at(shareReplayed);
	if (!curve || (notes === 'notes' ? !fromNotes : !here))
		return 'There are no published runs with these settings. Your own run is drawn alone.';
	const whose = `Of ${experiment.parameters.rules.choices[rules]} rules`;
	const after = `${earlier(jobs)} right after ${dayOf(jobs - 1)}`;
	const ends = [at(0), at(0.1), at(0.5)].flatMap((point) => (point && point !== here ? [point] : []));
	return [
		...(here && notes === 'weights'
			? [
					`${whose}, the median network has ${percent(here.median)} of ${after}, ${replayed(here.share)}; in twenty runs it was ${percent(here.outcomes[0]!)} to ${percent(here.outcomes.at(-1)!)}.`,
				]
			: []),
		...(notes === 'weights'
			? ends.map(({ share, median }) => `${replayed(share).replace(/^w/, 'W')}: ${percent(median)}.`)
			: []),
		...(fromNotes ? [fromNotes] : []),
	].join(' ');
}

export const columns = ['Rules', 'Lessons that repeat', 'Earlier jobs right: median', 'Lowest', 'Highest'];

/** Returns the table behind the figure: a row for each kind of rules and share, and for the notes. */
export const rows = (curves: readonly PublishedCurve[]): string[][] =>
	curves.flatMap(({ rules, points, notes }) => {
		const row = (name: string, { median, outcomes }: Shares) => [
			experiment.parameters.rules.choices[rules],
			name,
			percent(median),
			percent(outcomes[0]!),
			percent(outcomes.at(-1)!),
		];
		return [
			...points.map((point) => row(percent(point.share), point)),
			...(notes ? [row('notes, no lessons', notes)] : []),
		];
	});

type RunState = ReturnType<typeof readFrame>;

/** Returns the state of a run in one line: the job, the lessons so far, and how much of each job is right. */
export function stateText({ job, lessons, right }: RunState): string {
	const so = right.slice(0, job + 1).map((share, i) => `${dayOf(i)} ${percent(share)}`);
	return `${dayOf(job)}, ${formatNumber(lessons, 'count')} lessons. Right: ${so.join(', ')}.`;
}

/** Returns the columns of the table of a run: a job each. */
export const jobColumns = (jobs: number): string[] => [
	'After',
	...Array.from({ length: jobs }, (_, job) => dayOf(job)),
];

/** Returns how much of each job is right after each that was taught to the end: a row for each of those. */
export const jobRows = (states: readonly RunState[], jobs: number): string[][] =>
	states
		.filter(({ job, lessons }) => job >= 0 && lessons === LESSONS)
		.map(({ job, right }) => [
			dayOf(job),
			...Array.from({ length: jobs }, (_, other) => (other <= job ? percent(right[other]!) : '–')),
		]);

/** Returns the question to guess before a run: of what neither headline, verdict nor picture shows. */
export const question = (inputs: Inputs): string =>
	`A network learns Monday’s job, then ${inputs.jobs === 2 ? 'Tuesday’s' : `${formatNumber(inputs.jobs - 1, 'count')} others`}. ${inputs.shareReplayed > 0 && inputs.notes !== 'notes' ? `Of the later lessons ${percent(inputs.shareReplayed)} repeat old cases. ` : ''}After how many cases of Tuesday’s does it give fewer than seven right answers in ten on Monday’s?`;

/** Returns the result of the reader's run, in one or two sentences. */
export function resultText({ outputs }: RunResult<typeof experiment>, jobs: number): string {
	const { mondayBefore, earlierAfter, tuesdayAfter, examplesToForget } = outputs;
	const forgotten =
		examplesToForget === Infinity
			? `Monday never fell below ${percent(FORGOTTEN)} during Tuesday.`
			: `Monday fell below ${percent(FORGOTTEN)} after ${formatNumber(examplesToForget, 'cases')} of Tuesday.`;
	return `Monday was ${percent(mondayBefore)} right before Tuesday; ${earlier(jobs)} ${jobs === 2 ? 'is' : 'are'} ${percent(earlierAfter)} right after ${dayOf(jobs - 1)}, and ${dayOf(jobs - 1)} ${percent(tuesdayAfter)}. ${forgotten}`;
}
