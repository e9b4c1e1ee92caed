import { uniformStream } from '../engine/random.ts';
import { Adam, Network } from '../learners/network.ts';
import { PIXELS } from './cell-world.ts';
import type { Lesson } from './slides.ts';

/** Units of the hidden layer of every network that looks at cells. */
export const HIDDEN = 24;
export const RATE = 0.003;
const BATCH = 16;
/** Examples, with repetitions, between two tests that a reader sees. */
const BETWEEN_TESTS = 320;

/** Returns a network that looks at cells, untaught. */
export const lookingNetwork = (seed: number, name = 'weights', questions = 1): Network =>
	new Network([PIXELS * PIXELS, HIDDEN, questions], uniformStream(seed, name));

/** Returns how many examples a network is shown, with repetitions, to learn from this number of labels. */
export const examplesFor = (labels: number): number => Math.min(20_000, 80 * Math.max(64, labels));

interface Teaching {
	readonly network: Network;
	readonly lessons: readonly Lesson[];
	readonly rate?: number;
	/** Chooses the examples. */
	readonly next: () => number;
	/** Called before the first example, at times between, and after the last. */
	readonly test?: (examples: number) => void;
}

/** Trains a network by Adam, on batches of sixteen lessons drawn with replacement. */
export function teach({ network, lessons, rate = RATE, next, test }: Teaching): void {
	const adam = new Adam(network, rate);
	const examples = examplesFor(lessons.length);
	test?.(0);
	for (let shown = BATCH; shown <= examples; shown += BATCH) {
		for (let i = 0; i < BATCH; i++) {
			const { inputs, labels } = lessons[Math.floor(next() * lessons.length)]!;
			network.addGradient(inputs, labels);
		}
		adam.step(BATCH);
		if (shown % BETWEEN_TESTS === 0 || shown === examples) test?.(shown);
	}
}

/** Returns whether a network is right on each lesson. */
export const answersRight = (network: Network, lessons: readonly Lesson[]): readonly boolean[] =>
	lessons.map(({ inputs, labels }) => network.output(inputs) > 0.5 === (labels[0] === 1));

/** Returns the share of `true`; 0 of none. */
export const shareOf = (right: readonly boolean[]): number =>
	right.reduce((sum, isRight) => sum + Number(isRight), 0) / Math.max(1, right.length);
