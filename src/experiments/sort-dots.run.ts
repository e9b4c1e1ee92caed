import { uniformStream } from '../engine/random.ts';
import { Network } from '../learners/network.ts';
import { answersRight, examplesFor, lookingNetwork, RATE, shareOf, teach } from './cell-learner.ts';
import { defineProcedure } from './procedure.ts';
import type { Laboratory } from './cell-world.ts';
import { CELLS, laboratories, Lessons, OTHER_CELLS, otherLaboratories, UNSEEN_CELLS, type Lesson } from './slides.ts';
import experiment, { frameOf, GOOD, LABELS, LABORATORIES, SHOWN } from './sort-dots.experiment.ts';

/** Unseen cells by which a network is tested, and new laboratories that they come from. */
const TESTED = 1000;
const OTHERS = 20;
/** Cells by which it is tested while it learns. */
const TESTED_OFTEN = 100;
/** New laboratories in which a network goes on learning: fewer, since each has a network of its own. */
const TUNED_IN = 4;
const GENTLE = RATE / 10;
/** Shares of the run that are done when the cells are drawn, and when the network has learnt from them: nearly as they take time. */
const [DRAWN, LEARNT] = [0.3, 0.65];

/** Returns a network of the same weights. */
function copyOf(network: Network, seed: number): Network {
	const copy = lookingNetwork(seed);
	copy.weights.set(network.weights);
	return copy;
}

export default defineProcedure<typeof experiment>({
	experiment,
	run({ labelledCells: labels, laboratoriesBefore, swapping, ownCue, labelsThere }, seed, report) {
		const isMarked = ownCue === 'mark';
		const known = laboratories(seed, laboratoriesBefore, swapping);
		const others = otherLaboratories(seed, OTHERS, swapping);
		const cells = (name: string, from: readonly Laboratory[]) => new Lessons(seed, name, from, { isMarked });
		const [here, elsewhere] = [cells(UNSEEN_CELLS, known), cells(OTHER_CELLS, others)];
		const [hereOften, elsewhereOften] = [here.first(TESTED_OFTEN), elsewhere.first(TESTED_OFTEN)];
		const taught = cells(CELLS, known).first(labels, (drawn) => report((DRAWN * drawn) / labels));

		const learnt = (from: readonly Lesson[], test?: (network: Network, examples: number) => void): Network => {
			const network = lookingNetwork(seed);
			const next = uniformStream(seed, 'order');
			teach({ network, lessons: from, next, ...(test && { test: (examples) => test(network, examples) }) });
			return network;
		};
		const network = learnt(taught, (learner, examples) => {
			const [right, rightElsewhere] = [answersRight(learner, hereOften), answersRight(learner, elsewhereOften)];
			report(
				DRAWN + ((LEARNT - DRAWN) * examples) / examplesFor(labels),
				frameOf({
					examples,
					here: shareOf(right),
					elsewhere: shareOf(rightElsewhere),
					right: [...right.slice(0, SHOWN), ...rightElsewhere.slice(0, SHOWN)],
				}),
			);
		});
		const tested = here.first(TESTED);
		const testedElsewhere = elsewhere.first(TESTED);
		const accuracyHere = shareOf(answersRight(network, tested));
		const fewer = LABELS.filter((count) => count < labels && count >= 25);
		const labelsForNinety =
			accuracyHere < GOOD
				? Infinity
				: (fewer.find((count, i) => {
						report(LEARNT + ((1 - LEARNT) * i) / fewer.length);
						return shareOf(answersRight(learnt(taught.slice(0, count)), tested)) >= GOOD;
					}) ?? labels);

		/** Whether each cell of the new laboratories is answered right, and with the further labels alone. */
		let right = answersRight(network, testedElsewhere);
		let accuracyFromNothing = Infinity;
		if (labelsThere > 0) {
			const [tuned, fresh]: [boolean[], boolean[]] = [[], []];
			for (const [i, laboratory] of others.slice(0, TUNED_IN).entries()) {
				const name = `further cells ${i + 1}`;
				const further = cells(name, [laboratory]).first(labelsThere);
				const next = uniformStream(seed, `order of ${name}`);
				const learner = copyOf(network, seed);
				teach({ network: learner, lessons: further, rate: GENTLE, next });
				const testedThere = testedElsewhere.filter((_, cell) => cell % OTHERS === i);
				tuned.push(...answersRight(learner, testedThere));
				fresh.push(...answersRight(learnt(further), testedThere));
			}
			right = tuned;
			accuracyFromNothing = shareOf(fresh);
		}
		/** Cells alternate between new laboratories, of which the first, third … swap dark and light. */
		const isSwapped = (_: boolean, i: number) => (labelsThere > 0 ? Math.floor(i / (TESTED / OTHERS)) : i) % 2 === 0;
		return {
			outputs: {
				accuracyHere,
				accuracyNewLab: shareOf(right),
				labelsForNinety,
				accuracyAlike: shareOf(swapping === 'never' ? right : right.filter((value, i) => !isSwapped(value, i))),
				accuracySwapped: swapping === 'never' ? Infinity : shareOf(right.filter(isSwapped)),
				accuracyFromNothing,
			},
			state: network.weights,
		};
	},
	sweep: {
		seeds: 20,
		over: [
			{ labelledCells: LABELS },
			{ laboratoriesBefore: LABORATORIES },
			{ laboratoriesBefore: LABORATORIES, labelledCells: [250] },
			{ laboratoriesBefore: [1, 2, 4, 8, 64], swapping: ['never'] },
			{ laboratoriesBefore: [1, 4, 16, 64], ownCue: ['mark'] },
			{ laboratoriesBefore: [1, 64], labelsThere: [4, 64] },
			{ laboratoriesBefore: [64], labelsThere: [32], ownCue: ['mark'] },
		],
	},
	leavesOut:
		'A network with one hidden layer and pictures of 144 pixels; no network that has seen other pictures before. How laboratories differ, and how often dark and light are swapped, is invented.',
	examples: [{ given: { labelledCells: 12 }, seed: 1, expect: { labelsForNinety: Infinity } }],
	laws: [
		{
			says: 'more labels do not lower the share where it learned',
			output: 'accuracyHere',
			rises: 'labelledCells',
			within: 0.01,
		},
		{
			says: 'more laboratories do not lower the share in new ones',
			output: 'accuracyNewLab',
			rises: 'laboratoriesBefore',
			within: 0.03,
		},
	],
});
