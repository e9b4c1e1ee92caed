import fc from 'fast-check';
import { expect, it } from 'vitest';
import { baselineOf, type InputsOf } from '../../../src/engine/model.ts';
import { placesOf, spotOf, stagesOf, TASKS } from '../../../src/figures/VerificationFunnel/stages.ts';
import model from '../../../src/models/verification.model.ts';
import { inputsOf } from '../../engine/inputs.ts';

it('`placesOf` gives each task that is tried one place in the row of its attempt, and settles none twice', () => {
	fc.assert(
		fc.property(inputsOf(model), (inputs) => {
			let falling = Array.from({ length: TASKS }, (_, i) => i);
			for (const stage of stagesOf(inputs as InputsOf<typeof model>)) {
				const { right, open, wrong } = placesOf(stage);
				expect([...right, ...open, ...wrong]).toEqual(falling);
				falling = [...open];
			}
		}),
	);
});

it('`placesOf` follows the shares of the model to the nearest whole task', () => {
	const last = stagesOf(baselineOf(model)).at(-1)!;
	const { right, wrong, open } = placesOf({ was: { right: 0, wrong: 0 }, is: last.is });
	const { deliveredCorrect, deliveredWrong } = model.evaluate(baselineOf(model));
	expect([right.length, wrong.length]).toEqual([Math.round(100 * deliveredCorrect), Math.round(100 * deliveredWrong)]);
	expect(right.length + wrong.length + open.length).toBe(TASKS);
});

it('`spotOf` gives a hundred tasks a hundred spots within the width', () => {
	const spots = Array.from({ length: TASKS }, (_, i) => spotOf(i));
	expect(new Set(spots.map(({ x, line }) => `${x} ${line}`)).size).toBe(TASKS);
	expect(spots.every(({ x }) => x > 0 && x < 100)).toBe(true);
});
