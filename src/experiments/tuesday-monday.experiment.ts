import { defineExperiment, type Frame } from './experiment.ts';

/** Lessons in each job. */
export const LESSONS = 10_000;
/** Share of right answers below which Monday counts as forgotten. */
export const FORGOTTEN = 0.7;
/** Shares of lessons that repeat old cases at which runs are published. */
export const SHARES = [0, 0.01, 0.05, 0.1, 0.25, 0.5] as const;

/** Returns the number of columns and of rows of offices on the floor plan. */
export function planOf(jobs: number): { readonly columns: number; readonly rows: number } {
	const rows = jobs > 3 ? 2 : 1;
	return { columns: Math.ceil(jobs / rows), rows };
}

interface SchoolState {
	/** Number of the job that is taught, from 0; −1 in the first frame, whose answers are the right ones. */
	readonly job: number;
	/** Lessons in it so far. */
	readonly lessons: number;
	/** Share of right answers in each office. */
	readonly right: readonly number[];
	/** Probability of “yes” in each tested place, office by office and row by row. */
	readonly answers: readonly number[];
}
export const frameOf = ({ job, lessons, right, answers }: SchoolState): Frame => [job, lessons, ...right, ...answers];
export const readFrame = (frame: Frame, jobs: number): SchoolState => {
	const [job, lessons, ...shares] = Array.from(frame);
	return { job: job!, lessons: lessons!, right: shares.slice(0, jobs), answers: shares.slice(jobs) };
};

/** What a job that is learnt next does to the one before: a network that overwrites, replay, and a notebook (claims H3, H4, B3). */
export default defineExperiment({
	id: 'tuesday-monday',
	title: 'Tuesday wipes Monday',
	parameters: {
		shareReplayed: {
			label: 'Share of lessons that repeat old cases',
			unit: 'fraction',
			scale: 'linear',
			default: 0,
			min: 0,
			max: 0.5,
			marks: SHARES,
			source: { cite: [], note: 'Your choice. Each repeated case takes the place of a new one.' },
		},
		casesKept: {
			label: 'Cases kept of each job',
			unit: 'cases',
			scale: 'log',
			default: 20,
			min: 1,
			max: 200,
			integer: true,
			source: { cite: [], note: 'Our choice: the first ones that come up.' },
		},
		rules: {
			label: 'The rules of the jobs are',
			unit: 'choice',
			scale: 'choice',
			default: 'unrelated',
			choices: { unrelated: 'unrelated', opposite: 'opposite', same: 'the same' },
			source: {
				cite: [],
				note: 'Our choice. What is forgotten depends on it, and nobody knows which of the three an office day is most like.',
			},
		},
		notes: {
			label: 'It answers from',
			unit: 'choice',
			scale: 'choice',
			default: 'weights',
			choices: { weights: 'its weights', notes: 'the nearest case in its notes' },
			source: {
				cite: [],
				note: 'Your choice. Notes are the kept cases, looked up; nothing is repeated, and no case is lost.',
			},
		},
		mondayLine: {
			label: 'Monday’s line runs',
			unit: 'choice',
			scale: 'choice',
			default: 'across',
			choices: { across: 'towards Tuesday’s office', any: 'at any angle' },
			source: {
				cite: [],
				note: 'Our choice. A line that runs towards the next office can go on in it, so that a rule carries over.',
			},
		},
		jobs: {
			label: 'Jobs, one after another',
			unit: 'count',
			scale: 'linear',
			default: 2,
			min: 2,
			max: 6,
			integer: true,
			source: { cite: [], note: 'Our choice.' },
		},
	},
	outputs: {
		mondayAfter: {
			label: 'Right on Monday’s job after the last job',
			short: 'Monday',
			unit: 'fraction',
			tone: 'people',
		},
		tuesdayAfter: {
			label: 'Right on the last job after it was taught',
			short: 'Tuesday',
			unit: 'fraction',
			tone: 'copies',
		},
		examplesToForget: {
			label: 'Cases of Tuesday until Monday is below 70% right',
			unit: 'cases',
			never: 'not in ten thousand cases',
		},
		mondayBefore: { label: 'Right on Monday’s job before Tuesday', unit: 'fraction', tone: 'people' },
		earlierAfter: { label: 'Right on all jobs but the last, in the end', unit: 'fraction', tone: 'people' },
		atOnce: { label: 'Right on all jobs if they are taught mixed', unit: 'fraction' },
	},
});
