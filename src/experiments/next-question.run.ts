import { uniformStream } from '../engine/random.ts';
import { Network } from '../learners/network.ts';
import { answersRight, examplesFor, HIDDEN, lookingNetwork, shareOf, teach } from './cell-learner.ts';
import { answerTo, drawAnyCell, FACTORS, pixelsOf, type Factor, type Question } from './cell-world.ts';
import type { ExperimentInputs } from './experiment.ts';
import experiment, { frameOf, NEW_LABELS } from './next-question.experiment.ts';
import { defineProcedure } from './procedure.ts';
import { BETWEEN_REPORTS, laboratories, Lessons, type Lesson } from './slides.ts';

/** The new question: a long cell with a thick wall. */
const NEW: Question = [
	['long', true],
	['thick', true],
];
/** Cells on which the questions before are practised, and unseen cells by which a network is tested. */
const PRACTISED = 4000;
const TESTED = 1000;
/** Cells by which it is tested while it learns. */
const TESTED_OFTEN = 100;
/** Shares of the run that are done when the practised cells are drawn, and when they have been learnt: nearly as they take time. */
const [DRAWN, PRACTISED_BY] = [0.3, 0.8];

/** Returns questions other than the new one in an order drawn by `next`: with one feature of it, or with none. */
function questionsBefore(
	{ overlap, questionsBefore: count }: ExperimentInputs<typeof experiment>,
	next: () => number,
): Question[] {
	const own = NEW.map(([factor]) => factor);
	const others = FACTORS.filter((factor) => !own.includes(factor));
	const pairs: (readonly [Factor, Factor])[] =
		overlap === 'shared'
			? own.flatMap((first) => others.map((second) => [first, second] as const))
			: others.flatMap((first, i) => others.slice(i + 1).map((second) => [first, second] as const));
	const questions = pairs.flatMap(([first, second]) =>
		[true, false].flatMap((is) =>
			[true, false].map((other): Question => [
				[first, is],
				[second, other],
			]),
		),
	);
	for (let i = questions.length - 1; i > 0; i--) {
		const j = Math.floor(next() * (i + 1));
		[questions[i], questions[j]] = [questions[j]!, questions[i]!];
	}
	return questions.slice(0, count);
}

/** Returns cells with the answers to all questions, or to one of them in turn. */
function practice(
	seed: number,
	name: string,
	count: number,
	questions: readonly Question[],
	hasAll: boolean,
	onDrawn?: (count: number) => void,
): readonly Lesson[] {
	const [next, grain] = [uniformStream(seed, name), uniformStream(seed, `grain of ${name}`)];
	const [laboratory] = laboratories(seed, 1, 'never');
	return Array.from({ length: count }, (_, i) => {
		const cell = drawAnyCell(next);
		if (i % BETWEEN_REPORTS === 0) onDrawn?.(i);
		return {
			inputs: pixelsOf(cell, laboratory!, grain),
			labels: questions.map((question, q) =>
				hasAll || q === i % questions.length ? answerTo(question, cell.factors) : undefined,
			),
		};
	});
}

/** Returns the share of right answers to all questions. */
function shareRightToAll(network: Network, tested: readonly Lesson[]): number {
	let [right, all] = [0, 0];
	for (const { inputs, labels } of tested)
		for (const [question, output] of network.outputs(inputs).entries()) {
			if (output > 0.5 === (labels[question] === 1)) right++;
			all++;
		}
	return right / all;
}

export default defineProcedure<typeof experiment>({
	experiment,
	run(inputs, seed, report) {
		const { newLabels, answersPerCell, relearned, questionsBefore: count } = inputs;
		const home = laboratories(seed, 1, 'never');
		const taught = new Lessons(seed, 'cells', home, { question: NEW }).first(newLabels);
		const unseenCells = new Lessons(seed, 'unseen cells', home, { question: NEW });
		const testedOften = unseenCells.first(TESTED_OFTEN);
		const order = () => uniformStream(seed, 'order');
		const test = (network: Network, of: readonly Lesson[]) => shareOf(answersRight(network, of));
		const inStage =
			(stage: 0 | 1, from: number, to: number, total: number, right: () => number) => (examples: number) =>
				report(from + ((to - from) * examples) / total, frameOf({ examples, stage, right: right() }));
		const learnNew = (from: number, to: number, right: () => number) =>
			inStage(1, from, to, examplesFor(newLabels), right);

		const fresh = lookingNetwork(seed);
		/** Teaches the network that has practised nothing, and returns its share of right answers. */
		const fromNothing = (isShown: boolean) => {
			const shown = isShown && { test: learnNew(0, 1, () => test(fresh, testedOften)) };
			teach({ network: fresh, lessons: taught, next: order(), ...shown });
			return test(fresh, unseenCells.first(TESTED));
		};
		if (count === 0) {
			const accuracyFromNothing = fromNothing(true);
			return {
				outputs: { accuracyNewQuestion: accuracyFromNothing, accuracyFromNothing, accuracyPractised: Infinity },
				state: fresh.weights,
			};
		}

		const questions = questionsBefore(inputs, uniformStream(seed, 'questions'));
		const unseen = practice(seed, 'unseen practised cells', TESTED / 4, questions, true);
		const unseenOften = unseen.slice(0, TESTED_OFTEN / 4);
		const practised = practice(seed, 'practised cells', PRACTISED, questions, answersPerCell === 'all', (drawn) =>
			report((DRAWN * drawn) / PRACTISED),
		);
		const network = lookingNetwork(seed, 'weights', questions.length);
		teach({
			network,
			lessons: practised,
			next: uniformStream(seed, 'order of practice'),
			test: inStage(0, DRAWN, PRACTISED_BY, examplesFor(PRACTISED), () => shareRightToAll(network, unseenOften)),
		});
		const accuracyPractised = shareRightToAll(network, unseen);

		/** What the practised hidden layer makes of a cell. */
		const featuresOf = ({ inputs: pixels, labels }: Lesson): Lesson => {
			network.output(pixels);
			return { inputs: network.hidden.slice(), labels };
		};
		const isReadOut = relearned === 'readOut';
		const learner = isReadOut ? new Network([HIDDEN, 1], uniformStream(seed, 'read-out')) : lookingNetwork(seed);
		if (!isReadOut) {
			const ofHidden = learner.weights.length - HIDDEN - 1;
			learner.weights.set(network.weights.subarray(0, ofHidden));
		}
		const seen = (all: readonly Lesson[]) => (isReadOut ? all.map(featuresOf) : all);
		const [toLearn, toTestOften] = [seen(taught), seen(testedOften)];
		teach({
			network: learner,
			lessons: toLearn,
			rate: isReadOut ? 0.01 : 0.003,
			next: order(),
			test: learnNew(PRACTISED_BY, 0.9, () => test(learner, toTestOften)),
		});
		return {
			outputs: {
				accuracyNewQuestion: test(learner, seen(unseenCells.first(TESTED))),
				accuracyFromNothing: fromNothing(false),
				accuracyPractised,
			},
			state: [...network.weights, ...learner.weights],
		};
	},
	sweep: {
		seeds: 20,
		over: [
			{ newLabels: NEW_LABELS, overlap: ['shared', 'none'] },
			{ newLabels: NEW_LABELS, overlap: ['shared', 'none'], questionsBefore: [16] },
			{ newLabels: NEW_LABELS, questionsBefore: [4] },
			{ newLabels: NEW_LABELS, answersPerCell: ['one'] },
			{ newLabels: NEW_LABELS, relearned: ['all'] },
		],
	},
	leavesOut:
		'One laboratory, one hidden layer, and a new question that is the “and” of two features, as the practised ones are. Other new questions may come out otherwise.',
	examples: [{ given: { questionsBefore: 0 }, seed: 1, expect: { accuracyPractised: Infinity } }],
	laws: [
		{ says: 'more labels do not lower the share', output: 'accuracyNewQuestion', rises: 'newLabels', within: 0.02 },
		{
			says: 'questions that share a feature give no less than others',
			output: 'accuracyNewQuestion',
			falls: 'overlap',
		},
	],
});
