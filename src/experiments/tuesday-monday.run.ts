import { uniformStream } from '../engine/random.ts';
import { Network, stepDown } from '../learners/network.ts';
import type { ExperimentInputs } from './experiment.ts';
import { defineProcedure } from './procedure.ts';
import experiment, { FORGOTTEN, frameOf, LESSONS, planOf, SHARES } from './tuesday-monday.experiment.ts';

const RATE = 0.05;
const HIDDEN = [24, 24] as const;
/** Places along a side of an office at which a learner is tested: the cells of a frame. */
const SIDE = 16;
/** Greatest slope of a line that runs from wall to wall, and how far a line may bend. */
const SLOPE = 0.4;
const BEND = 0.3;

type Label = 0 | 1;
/** Across and down: in an office from −1 to 1, or on the floor plan, whose middle is 0, 0. */
type Place = readonly [number, number];
interface Case {
	/** On the floor plan. */
	readonly at: Place;
	readonly label: Label;
}

function* placesOf(side: number): Iterable<Place> {
	for (let row = 0; row < side; row++)
		for (let column = 0; column < side; column++) yield [(2 * column + 1) / side - 1, (2 * row + 1) / side - 1];
}

/** Draws a direction as a vector of length 1: at any angle, or such that the line across it runs from wall to wall. */
function direction(next: () => number, isFromWallToWall: boolean): Place {
	let [across, down] = [SLOPE * (2 * next() - 1), next() < 0.5 ? -1 : 1];
	if (!isFromWallToWall)
		do [across, down] = [2 * next() - 1, 2 * next() - 1];
		while (across * across + down * down > 1 || across * across + down * down < 0.01);
	const length = Math.sqrt(across * across + down * down);
	return [across / length, down / length];
}

/** An office and its rule: on one side of a slightly bent line the answer is “yes”, in exactly half of the tested places. */
class Job {
	readonly #middle: Place;
	readonly #towards: Place;
	readonly #bend: number;
	readonly #threshold: number;
	readonly #isOpposite: boolean;

	constructor(middle: Place, next: () => number, isFromWallToWall: boolean, isOpposite: boolean) {
		this.#middle = middle;
		this.#towards = direction(next, isFromWallToWall);
		this.#bend = BEND * (2 * next() - 1);
		this.#isOpposite = isOpposite;
		const heights = [...placesOf(SIDE)].map((place) => this.#heightAt(place)).sort((a, b) => a - b);
		this.#threshold = (heights[heights.length / 2 - 1]! + heights[heights.length / 2]!) / 2;
	}
	#heightAt([u, v]: Place): number {
		const [across, down] = this.#towards;
		const along = down * u - across * v;
		return across * u + down * v + this.#bend * along * along;
	}
	caseAt(place: Place): Case {
		const isYes = this.#heightAt(place) > this.#threshold !== this.#isOpposite;
		return { at: [this.#middle[0] + place[0], this.#middle[1] + place[1]], label: isYes ? 1 : 0 };
	}
}

/** Returns the jobs of a run. Rules that are unrelated to Monday’s are at any angle. */
function jobsOf({ jobs: count, rules, mondayLine }: ExperimentInputs<typeof experiment>, seed: number): Job[] {
	const { columns, rows } = planOf(count);
	return Array.from({ length: count }, (_, i) => {
		const middle = [2 * (i % columns) + 1 - columns, 2 * Math.floor(i / columns) + 1 - rows] as const;
		const isOwn = rules === 'unrelated' && i > 0;
		const next = uniformStream(seed, isOwn ? `rule ${i + 1}` : 'rule 1');
		return new Job(middle, next, !isOwn && mondayLine === 'across', rules === 'opposite' && i % 2 === 1);
	});
}

/** A learner: a network that learns by its weights, or a notebook. */
interface Learner {
	/** Changes with each change of what it answers. */
	readonly version: number;
	/** Returns the probability of “yes”. */
	answer(at: Place): number;
	learn(example: Case): void;
	/** Is told that a case is kept. */
	keep(example: Case): void;
	/** All that it keeps. */
	readonly state: Iterable<number>;
}

class ByWeights implements Learner {
	readonly #network: Network;
	version = 0;
	constructor(seed: number) {
		this.#network = new Network([2, ...HIDDEN, 1], uniformStream(seed, 'weights'));
	}
	answer(at: Place): number {
		return this.#network.output(at);
	}
	learn({ at, label }: Case): void {
		this.#network.addGradient(at, [label]);
		stepDown(this.#network, RATE);
		this.version++;
	}
	keep(): void {
		// Kept cases are repeated, and by themselves change no weight.
	}
	get state() {
		return this.#network.weights;
	}
}

/** Answers as the nearest kept case does, of whichever job. */
class ByNotes implements Learner {
	readonly #kept: Case[] = [];
	get version() {
		return this.#kept.length;
	}
	answer([x, y]: Place): number {
		let [least, label] = [Infinity, 0.5];
		for (const kept of this.#kept) {
			const [across, down] = [kept.at[0] - x, kept.at[1] - y];
			const square = across * across + down * down;
			if (square < least) [least, label] = [square, kept.label];
		}
		return label;
	}
	learn(): void {
		// A case that is not kept is lost.
	}
	keep(example: Case): void {
		this.#kept.push(example);
	}
	get state() {
		return this.#kept.flatMap(({ at, label }) => [...at, label]);
	}
}

/** Teaches a learner, keeps cases of each job, and tests it. */
class School {
	readonly #jobs: readonly Job[];
	readonly #tests: readonly (readonly Case[])[];
	readonly #kept: readonly Case[][];
	readonly #mostKept: number;
	readonly learner: Learner;
	#testedVersion = -1;
	/** At the last test: the share of right answers in each office, and the answer in each cell, office by office and row by row. */
	readonly right: Float64Array;
	readonly answers: Float64Array;

	constructor(jobs: readonly Job[], learner: Learner, casesKept: number) {
		this.#jobs = jobs;
		this.#tests = jobs.map((job) => [...placesOf(SIDE)].map((place) => job.caseAt(place)));
		this.#kept = jobs.map(() => []);
		this.#mostKept = casesKept;
		this.learner = learner;
		this.right = new Float64Array(jobs.length);
		this.answers = new Float64Array(jobs.length * SIDE * SIDE);
	}
	/** The right answer in each cell, in the order of `answers`. */
	get rightAnswers(): readonly Label[] {
		return this.#tests.flat().map(({ label }) => label);
	}
	/** Teaches a new case of a job, and keeps it if there is room. */
	teach(job: number, next: () => number): void {
		const example = this.#jobs[job]!.caseAt([2 * next() - 1, 2 * next() - 1]);
		const kept = this.#kept[job]!;
		if (kept.length < this.#mostKept) {
			kept.push(example);
			this.learner.keep(example);
		}
		this.learner.learn(example);
	}
	/** Repeats a kept case of one of the first `jobs` jobs. */
	replay(jobs: number, next: () => number): void {
		const kept = this.#kept[Math.floor(next() * jobs)]!;
		this.learner.learn(kept[Math.floor(next() * kept.length)]!);
	}
	test(): void {
		if (this.#testedVersion === this.learner.version) return;
		this.#testedVersion = this.learner.version;
		for (const [job, cases] of this.#tests.entries()) {
			let right = 0;
			for (const [cell, { at, label }] of cases.entries()) {
				const answer = this.learner.answer(at);
				this.answers[job * cases.length + cell] = answer;
				if (answer > 0.5 === (label === 1)) right++;
			}
			this.right[job] = right / cases.length;
		}
	}
}

/** Returns the number of lessons after which the learner is tested next; the first two jobs are tested more often. */
const nextTest = (lessons: number, job: number): number =>
	Math.min(
		LESSONS,
		job < 2 ? Math.max(lessons + 5, Math.round(lessons * 1.1)) : Math.max(lessons + 50, Math.round(lessons * 1.4)),
	);

const meanOf = (shares: Float64Array): number => shares.reduce((sum, share) => sum + share, 0) / shares.length;

export default defineProcedure<typeof experiment>({
	experiment,
	run(inputs, seed, report) {
		const { shareReplayed, casesKept, notes, jobs: count } = inputs;
		const jobs = jobsOf(inputs, seed);
		const learnerOf = () => (notes === 'notes' ? new ByNotes() : new ByWeights(seed));
		/** Jobs taught in a row, and the same number mixed. */
		const total = 2 * count;

		const school = new School(jobs, learnerOf(), casesKept);
		report(0, frameOf({ job: -1, lessons: 0, right: jobs.map(() => 1), answers: school.rightAnswers }));
		const replays = uniformStream(seed, 'replays');
		let [mondayBefore, examplesToForget] = [0, Infinity];
		for (let job = 0; job < count; job++) {
			const next = uniformStream(seed, `cases ${job + 1}`);
			for (let lessons = 0, test = 0; lessons <= LESSONS; lessons++) {
				if (lessons > 0)
					if (job > 0 && replays() < shareReplayed) school.replay(job, replays);
					else school.teach(job, next);
				if (lessons < test) continue;
				school.test();
				test = nextTest(lessons, job);
				const monday = school.right[0]!;
				if (job === 0) mondayBefore = monday;
				if (job === 1 && monday < FORGOTTEN) examplesToForget = Math.min(examplesToForget, lessons);
				report(
					(job + lessons / LESSONS) / total,
					frameOf({ job, lessons, right: [...school.right], answers: [...school.answers] }),
				);
			}
		}

		const together = new School(jobs, learnerOf(), casesKept);
		const mixed = uniformStream(seed, 'mixed cases');
		for (let lesson = 0; lesson < count * LESSONS; lesson++) together.teach(Math.floor(mixed() * count), mixed);
		together.test();

		return {
			outputs: {
				mondayAfter: school.right[0]!,
				tuesdayAfter: school.right[count - 1]!,
				examplesToForget,
				mondayBefore,
				earlierAfter: meanOf(school.right.subarray(0, count - 1)),
				atOnce: meanOf(together.right),
			},
			state: school.learner.state,
		};
	},
	sweep: {
		seeds: 20,
		over: [
			{ rules: ['unrelated', 'opposite', 'same'], shareReplayed: SHARES },
			{ rules: ['unrelated', 'opposite', 'same'], notes: ['notes'], casesKept: [20, 100] },
			{ casesKept: [5, 100], shareReplayed: SHARES.slice(1) },
			{ mondayLine: ['any'], rules: ['unrelated', 'opposite', 'same'] },
			{ jobs: [6], shareReplayed: [0, 0.1, 0.5] },
			{ jobs: [6], notes: ['notes'], casesKept: [20, 100] },
		],
	},
	leavesOut:
		'The network learns each job from nothing but its cases, as no pretrained model would, and it is not told which office a case comes from. How wide it is and how fast it learns are fixed.',
	examples: [
		{ given: {}, seed: 1, expect: { mondayAfter: 0.5, examplesToForget: 191 } },
		{ given: { notes: 'notes' }, seed: 1, expect: { examplesToForget: Infinity } },
	],
	laws: [
		{
			says: 'more replay does not lower Monday',
			output: 'mondayAfter',
			rises: 'shareReplayed',
			within: 0.02,
		},
		{ says: 'more kept cases do not lower Monday', output: 'mondayAfter', rises: 'casesKept', within: 0.02 },
		{
			says: 'more replay does not lower the earlier jobs',
			output: 'earlierAfter',
			rises: 'shareReplayed',
			within: 0.02,
		},
	],
});
