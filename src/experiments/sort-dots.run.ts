import { uniformStream } from '../engine/random.ts';
import { Network } from '../learners/network.ts';
import { answersRight, lookingNetwork, RATE, shareOf, teach } from './cell-learner.ts';
import { defineProcedure } from './procedure.ts';
import {
	CELLS,
	laboratories,
	lessons,
	OTHER_CELLS,
	otherLaboratories,
	slides,
	UNSEEN_CELLS,
	type Lesson,
} from './slides.ts';
import experiment, { frameOf, GOOD, LABELS, LABORATORIES, SHOWN } from './sort-dots.experiment.ts';

/** Unseen cells by which a network is tested, and new laboratories that they come from. */
const TESTED = 1000;
const OTHERS = 20;
/** Cells by which it is tested while it learns. */
const TESTED_OFTEN = 100;
/** New laboratories in which a network goes on learning: fewer, since each has a network of its own. */
const TUNED_IN = 4;
const GENTLE = RATE / 10;

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
		const taught = lessons(seed, CELLS, slides(seed, CELLS, labels, known), isMarked);
		const here = lessons(seed, UNSEEN_CELLS, slides(seed, UNSEEN_CELLS, TESTED, known), isMarked);
		const elsewhere = lessons(seed, OTHER_CELLS, slides(seed, OTHER_CELLS, TESTED, others), isMarked);

		const learnt = (from: readonly Lesson[], test?: (network: Network, examples: number) => void): Network => {
			const network = lookingNetwork(seed);
			const next = uniformStream(seed, 'order');
			teach({ network, lessons: from, next, ...(test && { test: (examples) => test(network, examples) }) });
			return network;
		};
		const [hereOften, elsewhereOften] = [here.slice(0, TESTED_OFTEN), elsewhere.slice(0, TESTED_OFTEN)];
		let shown = 0;
		const network = learnt(taught, (learner, examples) => {
			const [right, rightElsewhere] = [answersRight(learner, hereOften), answersRight(learner, elsewhereOften)];
			report(
				shown++ / 65,
				frameOf({
					examples,
					here: shareOf(right),
					elsewhere: shareOf(rightElsewhere),
					right: [...right.slice(0, SHOWN), ...rightElsewhere.slice(0, SHOWN)],
				}),
			);
		});
		const accuracyHere = shareOf(answersRight(network, here));
		const labelsForNinety =
			accuracyHere < GOOD
				? Infinity
				: (LABELS.find(
						(count) =>
							count < labels && count >= 25 && shareOf(answersRight(learnt(taught.slice(0, count)), here)) >= GOOD,
					) ?? labels);

		/** Whether each cell of the new laboratories is answered right, and with the further labels alone. */
		let right = answersRight(network, elsewhere);
		let accuracyFromNothing = Infinity;
		if (labelsThere > 0) {
			const [tuned, fresh]: [boolean[], boolean[]] = [[], []];
			for (const [i, laboratory] of others.slice(0, TUNED_IN).entries()) {
				const name = `further cells ${i + 1}`;
				const further = lessons(seed, name, slides(seed, name, labelsThere, [laboratory]), isMarked);
				const next = uniformStream(seed, `order of ${name}`);
				const learner = copyOf(network, seed);
				teach({ network: learner, lessons: further, rate: GENTLE, next });
				const tested = elsewhere.filter((_, cell) => cell % OTHERS === i);
				tuned.push(...answersRight(learner, tested));
				fresh.push(...answersRight(learnt(further), tested));
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
