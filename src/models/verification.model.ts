import { defineModel, type Card } from '../engine/model.ts';

interface Check {
	readonly rawSuccess: number;
	readonly catchRate: number;
	readonly falseAlarm: number;
}

/** Returns the shares of attempts that are accepted, right or wrong. */
const acceptedOf = ({ rawSuccess: p, catchRate, falseAlarm }: Check) => ({
	right: p * (1 - falseAlarm),
	wrong: (1 - p) * (1 - catchRate),
});

/** Returns the shares of tasks delivered, right or wrong, after at most `attempts` attempts at each. */
export function deliveredAfter(check: Check, attempts: number): { readonly right: number; readonly wrong: number } {
	const { right, wrong } = acceptedOf(check);
	const A = right + wrong;
	// If nothing is ever accepted, the shares of accepted attempts are undefined.
	if (A === 0 || attempts === 0) return { right: 0, wrong: 0 };
	const ever = A >= 1 ? 1 : -Math.expm1(attempts * Math.log1p(-A));
	return { right: (right / A) * ever, wrong: (wrong / A) * ever };
}

/** What scaffolding adds (claim O4): attempts, each checked, until one is accepted. */
const model = defineModel({
	id: 'verification',
	title: 'Try, check, try again',
	parameters: {
		rawSuccess: {
			label: 'Chance that one attempt is right',
			unit: 'fraction',
			scale: 'linear',
			default: 0.6,
			min: 0.01,
			max: 0.99,
			p05: 0.4,
			p95: 0.8,
			tone: 'impressive',
			source: { cite: [], note: 'Our assumption.' },
		},
		catchRate: {
			label: 'Share of wrong results that checking catches',
			unit: 'fraction',
			scale: 'linear',
			default: 0.9,
			min: 0,
			max: 1,
			p05: 0.5,
			p95: 0.98,
			tone: 'learner',
			source: {
				cite: [],
				note: 'Our assumption: high where tests exist, as for code; low where there is only judgement.',
			},
		},
		falseAlarm: {
			label: 'Share of right results that checking rejects',
			unit: 'fraction',
			scale: 'linear',
			default: 0.02,
			min: 0,
			max: 0.5,
			p05: 0,
			p95: 0.1,
			tone: 'learner',
			source: { cite: [], note: 'Our assumption.' },
		},
		attempts: {
			label: 'Attempts allowed',
			unit: 'attempts',
			scale: 'linear',
			default: 3,
			min: 1,
			max: 20,
			integer: true,
			source: { cite: [], note: 'Your choice.' },
		},
	},
	outputs: {
		acceptedCorrect: { label: 'Right, of what is accepted', unit: 'fraction', tone: 'learner' },
		accepted: { label: 'Tasks with something accepted', unit: 'fraction' },
		deliveredCorrect: { label: 'Delivered and right', unit: 'fraction', tone: 'learner' },
		deliveredWrong: { label: 'Delivered and wrong', unit: 'fraction', tone: 'impressive' },
	},
	headline: ['deliveredCorrect', 'deliveredWrong', 'acceptedCorrect'],
	evaluate(inputs) {
		const { right, wrong } = acceptedOf(inputs);
		const delivered = deliveredAfter(inputs, inputs.attempts);
		return {
			acceptedCorrect: right + wrong === 0 ? 0 : right / (right + wrong),
			accepted: delivered.right + delivered.wrong,
			deliveredCorrect: delivered.right,
			deliveredWrong: delivered.wrong,
		};
	},
	presets: [
		{ name: 'Code with tests', cite: [], values: { catchRate: 0.9, attempts: 3 } },
		{ name: 'A memo, read by a colleague', cite: [], values: { catchRate: 0.4, attempts: 1 } },
		{ name: 'No checking', cite: [], values: { catchRate: 0, falseAlarm: 0, attempts: 1 } },
	],
});

export default model;

export const card = (): Card<typeof model> => ({
	question: 'How much of an unreliable worker’s output can checking rescue?',
	symbols: {
		rawSuccess: 'p',
		catchRate: 'd',
		falseAlarm: 'a',
		attempts: 'k',
		acceptedCorrect: 'c',
		accepted: 'A_k',
		deliveredCorrect: 'R',
		deliveredWrong: 'X',
	},
	equation: String.raw`A = \q{rawSuccess}(1-\q{falseAlarm}) + (1-\q{rawSuccess})(1-\q{catchRate})
		\qquad \q{accepted} = 1-(1-A)^{\q{attempts}}
		\qquad \q{deliveredCorrect} = \frac{\q{rawSuccess}(1-\q{falseAlarm})}{A}\,\q{accepted}`,
	source: { cite: [], note: 'Ours: Bayes’ rule and independent attempts.' },
	leavesOut:
		'Attempts are not independent, for a model that misreads a task misreads it again; and checking costs somebody’s time.',
	examples: [
		{
			given: {},
			expect: { acceptedCorrect: 0.936306, accepted: 0.948521, deliveredCorrect: 0.888106, deliveredWrong: 0.0604154 },
		},
		{
			given: { rawSuccess: 0.5, catchRate: 0, falseAlarm: 0 },
			expect: { acceptedCorrect: 0.5, accepted: 1, deliveredCorrect: 0.5, deliveredWrong: 0.5 },
		},
	],
	laws: [
		{ says: 'better checking makes what is accepted more often right', output: 'acceptedCorrect', rises: 'catchRate' },
		{ says: 'more attempts deliver more', output: 'accepted', rises: 'attempts' },
		{
			says: 'trying again delivers more, but no better: as much of it is right as at the first attempt',
			holds: (_, o) =>
				Math.abs(o.deliveredCorrect - o.acceptedCorrect * o.accepted) < 1e-12 &&
				Math.abs(o.deliveredCorrect + o.deliveredWrong - o.accepted) < 1e-12,
		},
	],
});
