import fc from 'fast-check';
import { expect, it } from 'vitest';
import { baselineOf } from '../../src/engine/model.ts';
import { beadsAhead, isDrawn, isLandmark } from '../../src/figures/Beads/thread.ts';
import { rows, summary } from '../../src/figures/Beads/words.ts';
import model from '../../src/models/bottlenecks.model.ts';
import { inputsOf } from '../inputs.ts';

const essay = baselineOf(model);
const aheadOf = (inputs = essay) => beadsAhead(inputs, model.evaluate(inputs));
const summaryOf = (inputs = essay) => summary(inputs, model.evaluate(inputs), aheadOf(inputs));

it('says how many have fallen, how many more are expected, and how likely some are', () => {
	// A geometric prior with mean 4: each further bead is three quarters as likely as the one before.
	const share = (n: number) => `${Math.round(100 * 0.75 ** (n - 1))}%`;
	expect(summaryOf()).toBe(
		`3 fallen, 4 more expected, the next being the last with a chance of 25%. Ahead of today each bead ` +
			`is as large as it is likely to exist: ${share(2)} for number 2 from here, ${share(5)} for number ` +
			`5 from here, 7.5% for number 10 from here.`,
	);
});

it('counts the first bead ahead as certain, and each after it as no likelier', () => {
	const exists = aheadOf().map((bead) => bead.exists);
	expect(exists[0]).toBe(1);
	expect(exists).toEqual(exists.toSorted((a, b) => b - a));
	expect(rows(aheadOf())[0]).toEqual(['1', '100%', '25%']);
});

it('draws what is expected and what is likelier than one in fifty, and writes a chance at each landmark once', () => {
	const drawn = aheadOf().filter(isDrawn);
	expect(drawn.every(({ exists, filled }) => filled > 0 || exists >= 0.02)).toBe(true);
	expect(drawn.filter((_, i) => isLandmark(drawn, i)).map(({ place }) => place - essay.solved)).toEqual([
		1, 2, 4, 6, 10, 12,
	]);
});

it('has words for whatever is asked', () => {
	fc.assert(
		fc.property(inputsOf(model), (inputs) => !/NaN|Infinity|undefined/.test(summaryOf({ ...essay, ...inputs }))),
	);
});
