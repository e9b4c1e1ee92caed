import { uniformStream } from '../engine/random.ts';
import { answersRight, examplesFor, lookingNetwork, teach } from './cell-learner.ts';
import experiment, { bitOf, countWrong, frameOf, LABELS, NETWORKS, SHOWN } from './mistakes.experiment.ts';
import { defineProcedure } from './procedure.ts';
import { CELLS, laboratories, Lessons, slides, UNSEEN_CELLS, type Slide } from './slides.ts';

/** Unseen cells about which every network is asked. */
const ASKED = 1000;

export default defineProcedure<typeof experiment>({
	experiment,
	run({ teaching, labelsEach }, seed, report) {
		const home = laboratories(seed, 1, 'half');
		const asked = slides(seed, UNSEEN_CELLS, ASKED, home);
		/** Which networks are wrong about each cell. */
		const wrong = asked.map(() => 0);
		const questions = new Lessons(seed, UNSEEN_CELLS, home);
		const weights: number[] = [];
		for (let i = 0; i < NETWORKS; i++) {
			const cells = teaching === 'same' || i === 0 ? CELLS : `${CELLS} ${i + 1}`;
			const network = lookingNetwork(seed, i === 0 ? 'weights' : `weights ${i + 1}`);
			const taught = new Lessons(seed, cells, home).first(labelsEach);
			teach({
				network,
				lessons: taught,
				next: uniformStream(seed, i === 0 ? 'order' : `order ${i + 1}`),
				test: (examples) =>
					report((i + examples / examplesFor(labelsEach)) / NETWORKS, frameOf(i, wrong.slice(0, SHOWN))),
			});
			for (const [cell, isRight] of answersRight(network, questions.first(ASKED)).entries())
				if (!isRight) wrong[cell]! |= bitOf(i);
			weights.push(...network.weights);
		}
		report(1, frameOf(NETWORKS, wrong.slice(0, SHOWN)));

		const counts = wrong.map(countWrong);
		const share = (is: (misses: number) => boolean) => counts.filter(is).length / ASKED;
		const meanOver = (is: (slide: Slide) => boolean) => {
			const of = counts.filter((_, cell) => is(asked[cell]!));
			return of.reduce((sum, misses) => sum + misses, 0) / (NETWORKS * of.length);
		};
		return {
			outputs: {
				oneMisses: meanOver(() => true),
				anyMisses: share((misses) => misses > 0),
				allMiss: share((misses) => misses === NETWORKS),
				roundMissed: meanOver(({ cell: { factors } }) => factors.aside && !factors.bean),
				beanMissed: meanOver(({ cell: { factors } }) => factors.bean && !factors.aside),
				macrophagesMissed: meanOver(({ label }) => label === 1),
			},
			state: weights,
		};
	},
	sweep: { seeds: 20, over: { teaching: ['same', 'other'], labelsEach: LABELS }, hasFrames: true },
	leavesOut:
		'Eight small networks of one kind, and cells of one laboratory. Networks of different kinds, or ones that were taught by different people, may differ more.',
	examples: [{ given: {}, seed: 1, expect: { anyMisses: 0.204, allMiss: 0.092 } }],
	laws: [{ says: 'more labels leave fewer mistakes', output: 'oneMisses', falls: 'labelsEach', within: 0.01 }],
});
