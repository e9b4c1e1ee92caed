import fc from 'fast-check';
import { expect, it } from 'vitest';
import { baselineOf } from '../../src/engine/model.ts';
import { stagesOf } from '../../src/figures/VerificationFunnel/stages.ts';
import { countText, nameOf, rows, summary } from '../../src/figures/VerificationFunnel/words.ts';
import model from '../../src/models/verification.model.ts';
import { inputsOf } from '../inputs.ts';

const essay = baselineOf(model);
const told = (inputs = essay) => summary(inputs, model.evaluate(inputs), stagesOf(inputs));

it('says what the first attempt settles, what is delivered in the end, and how much of that is right', () => {
	const first = model.evaluate({ ...essay, attempts: 1 });
	const { deliveredCorrect, deliveredWrong, acceptedCorrect } = model.evaluate(essay);
	expect([first.deliveredCorrect, deliveredCorrect, acceptedCorrect].map((share) => Math.round(100 * share))).toEqual([
		59, 89, 94,
	]);
	expect([first.deliveredWrong, deliveredWrong].map((share) => (100 * share).toFixed(1))).toEqual(['4.0', '6.0']);
	expect(told()).toBe(
		'Of 100 tasks the first attempt gets 59 right and accepted; of the wrong ones 4 pass the check; 37 are sent back. After 3 attempts 89 are delivered right, 6 delivered wrong, and 5.1 given up. Of what is accepted 94% is right.',
	);
});

it('says of hardly any that there are fewer than a tenth, and of none that there are none', () => {
	expect([0, 0.04, 0.26, 9.96, 41.7].map(countText)).toEqual(['0', '<0.1', '0.3', '10', '42']);
});

it('puts late attempts into one row', () => {
	const stages = stagesOf({ ...essay, attempts: 20 });
	expect(stages.map(nameOf)).toEqual([
		'Attempt 1',
		'Attempt 2',
		'Attempt 3',
		'Attempt 4',
		'Attempt 5',
		'Attempts 6–20',
	]);
	expect(
		stagesOf({ ...essay, attempts: 6 })
			.map(nameOf)
			.at(-1),
	).toBe('Attempt 6');
});

it('begins every row with what the one before left', () => {
	const table = rows(stagesOf({ ...essay, attempts: 4 }));
	expect(table.map(([name]) => name)).toEqual(['Attempt 1', 'Attempt 2', 'Attempt 3', 'Attempt 4', 'Delivered']);
	for (const i of [1, 2, 3]) expect(table[i]![1]).toBe(table[i - 1]!.at(-1));
	expect(table[4]!.slice(1)).toEqual(['100', '92', '6.2', '1.9']);
});

it('has words for whatever is asked', () => {
	fc.assert(
		fc.property(inputsOf(model), (inputs) => {
			const asked = { ...essay, ...inputs };
			return !/NaN|Infinity|undefined|−/.test(told(asked) + rows(stagesOf(asked)).join());
		}),
	);
});
