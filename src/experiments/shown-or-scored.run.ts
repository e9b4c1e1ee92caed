import { uniformStream } from '../engine/random.ts';
import { log } from '../learners/arithmetic.ts';
import { PreferenceTable } from '../learners/preferences.ts';
import { defineProcedure, type Report } from './procedure.ts';
import experiment, { frameOf, MOST_TRIES } from './shown-or-scored.experiment.ts';

/** Situations at each step, equally likely; the right choice differs between them. */
export const SITUATIONS = 4;
/** How far one lesson moves a preference. */
const RATE = 0.5;
/** How far one result moves the expected score. */
const BASELINE_RATE = 0.05;
/** The number of scored tries after which `passRate` is taken. */
const MEASURED_AFTER = 1000;
/** Growth of the number of episodes from one frame to the next. */
const FRAME_GROWTH = 1.1;

/** A lock of several steps. The right choice of a step depends on the situation in which the step is met. */
export class Lock {
	readonly steps: number;
	readonly #right: Uint8Array;
	constructor(steps: number, choices: number, seed: number) {
		const next = uniformStream(seed, 'lock');
		this.steps = steps;
		this.#right = new Uint8Array(steps * SITUATIONS).map(() => Math.floor(next() * choices));
	}
	/** Returns the right choice in a row: a step in one situation. */
	right(row: number): number {
		return this.#right[row]!;
	}
	/** Returns the exact probability that a learner opens the lock: over the steps, the product of the mean over situations. */
	passRate(learner: PreferenceTable): number {
		let rate = 1;
		for (let step = 0; step < this.steps; step++) {
			let sum = 0;
			for (let row = step * SITUATIONS; row < (step + 1) * SITUATIONS; row++)
				sum += learner.probability(row, this.right(row));
			rate *= sum / SITUATIONS;
		}
		return rate;
	}
}

/** Teaches a learner by demonstrations: at each step it is told the right choice. */
function show(lock: Lock, learner: PreferenceTable, next: () => number): void {
	for (let step = 0; step < lock.steps; step++) {
		const row = step * SITUATIONS + Math.floor(next() * SITUATIONS);
		learner.reinforce(row, lock.right(row), RATE);
	}
}

/** Lets a learner try and scores it: the whole try with one number, or each step with its own. */
class Scoring {
	readonly #lock: Lock;
	readonly #isEveryStep: boolean;
	/** Expected scores: of the try, or of each step. */
	readonly #expected: Float64Array;
	readonly #rows: Int32Array;
	readonly #chosen: Int32Array;
	constructor(lock: Lock, isEveryStep: boolean) {
		this.#lock = lock;
		this.#isEveryStep = isEveryStep;
		this.#expected = new Float64Array(isEveryStep ? lock.steps : 1);
		this.#rows = new Int32Array(lock.steps);
		this.#chosen = new Int32Array(lock.steps);
	}
	/** Returns whether the learner may have changed. */
	try(learner: PreferenceTable, next: () => number): boolean {
		const { steps } = this.#lock;
		let isOpen = true;
		for (let step = 0; step < steps; step++) {
			const row = step * SITUATIONS + Math.floor(next() * SITUATIONS);
			this.#rows[step] = row;
			this.#chosen[step] = learner.choose(row, next());
			isOpen &&= this.#chosen[step] === this.#lock.right(row);
		}
		let isChanged = false;
		const surprise = (index: number, isRight: boolean): number => {
			const result = isRight ? 1 : 0;
			const expected = this.#expected[index]!;
			this.#expected[index] = expected + BASELINE_RATE * (result - expected);
			isChanged ||= result !== expected;
			return result - expected;
		};
		const ofTry = this.#isEveryStep ? 0 : surprise(0, isOpen);
		for (let step = 0; step < steps; step++) {
			const [row, choice] = [this.#rows[step]!, this.#chosen[step]!];
			const advantage = this.#isEveryStep ? surprise(step, choice === this.#lock.right(row)) : ofTry;
			learner.reinforce(row, choice, RATE * advantage);
		}
		return isChanged;
	}
}

/** Returns the next number of episodes at which a frame is reported. */
const nextFrame = (episodes: number): number => Math.max(episodes + 1, Math.round(episodes * FRAME_GROWTH));

export default defineProcedure<typeof experiment>({
	experiment,
	run({ steps, choices, demonstrationsFirst, scoreEveryStep }, seed, report) {
		const lock = new Lock(steps, choices, seed);
		const learnerOf = () => new PreferenceTable(steps * SITUATIONS, choices);

		const shown = learnerOf();
		const demonstrations = uniformStream(seed, 'demonstrations');
		let shownToHalf = 0;
		for (let drawn = 0; lock.passRate(shown) < 0.5;) {
			show(lock, shown, demonstrations);
			shownToHalf++;
			if (shownToHalf < drawn) continue;
			report(0, frameOf('shown', shownToHalf, lock.passRate(shown)));
			drawn = nextFrame(shownToHalf);
		}
		report(0, frameOf('shown', shownToHalf, lock.passRate(shown)));

		const scored = learnerOf();
		const first = uniformStream(seed, 'first demonstrations');
		for (let i = 0; i < demonstrationsFirst; i++) show(lock, scored, first);
		const { scoredToHalf, passRate } = score(
			lock,
			scored,
			scoreEveryStep === 'on',
			uniformStream(seed, 'tries'),
			report,
		);

		return {
			outputs: { shownToHalf, scoredToHalf, ratio: scoredToHalf / shownToHalf, passRate },
			state: [...shown.preferences, ...scored.preferences],
		};
	},
	sweep: {
		seeds: 60,
		over: { steps: [1, 2, 3, 4, 5, 6, 7, 8], demonstrationsFirst: [0, 20], scoreEveryStep: ['off', 'on'] },
	},
	leavesOut:
		'What one situation teaches is of no use in another, nothing is forgotten, and a score costs no more to make than a demonstration.',
	examples: [
		{ given: {}, seed: 1, expect: { shownToHalf: 47, scoredToHalf: 1079 } },
		{ given: { demonstrationsFirst: 50 }, seed: 1, expect: { scoredToHalf: 0 } },
	],
	laws: [
		{ says: 'a longer lock takes more demonstrations', output: 'shownToHalf', rises: 'steps' },
		{ says: 'a longer lock takes more scored tries', output: 'scoredToHalf', rises: 'steps' },
		{
			says: 'demonstrations first make fewer scored tries enough',
			output: 'scoredToHalf',
			falls: 'demonstrationsFirst',
		},
		{ says: 'a score at each step makes fewer tries enough', output: 'scoredToHalf', falls: 'scoreEveryStep' },
		{ says: 'a longer lock is opened less often after a thousand tries', output: 'passRate', falls: 'steps' },
	],
});

/** Scores a learner until it opens the lock every other time and has made `MEASURED_AFTER` tries, or for `MOST_TRIES`. */
function score(lock: Lock, learner: PreferenceTable, isEveryStep: boolean, next: () => number, report: Report) {
	const scoring = new Scoring(lock, isEveryStep);
	let current = lock.passRate(learner);
	let scoredToHalf = current >= 0.5 ? 0 : Infinity;
	let passRate = current;
	report(0, frameOf('scored', 0, current));
	let drawn = 1;
	for (let tries = 1; tries <= MOST_TRIES && (tries <= MEASURED_AFTER || scoredToHalf === Infinity); tries++) {
		if (scoring.try(learner, next)) current = lock.passRate(learner);
		if (current >= 0.5) scoredToHalf = Math.min(scoredToHalf, tries);
		if (tries <= MEASURED_AFTER) passRate = current;
		if (tries < drawn) continue;
		report(log(tries) / log(MOST_TRIES), frameOf('scored', tries, current));
		drawn = nextFrame(tries);
	}
	return { scoredToHalf, passRate };
}
