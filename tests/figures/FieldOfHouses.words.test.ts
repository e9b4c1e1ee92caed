import fc from 'fast-check';
import { expect, it } from 'vitest';
import { baselineOf } from '../../src/engine/model.ts';
import { streetsOf } from '../../src/figures/FieldOfHouses/streets.ts';
import { rows, summary } from '../../src/figures/FieldOfHouses/words.ts';
import model from '../../src/models/robot-homes.model.ts';
import { inputsOf } from '../inputs.ts';

const summaryOf = (inputs = baselineOf(model)) => summary(streetsOf(inputs), inputs, model.evaluate(inputs));

it('says how many homes, and how long the showing takes', () => {
	expect(summaryOf()).toBe(
		'32 homes for 90% success, 1,020 homes for 99% success in a home never seen before. A person who ' +
			'steers the robot needs 2 hours of practice; the showing takes 256 hours.',
	);
});

it('names every whole nine below the one that is asked for', () => {
	expect(rows(streetsOf({ homesPerNine: 10, nines: 3 })).map(([success]) => success)).toEqual(['90%', '99%', '99.9%']);
	expect(rows(streetsOf({ homesPerNine: 10, nines: 0.5 }))).toHaveLength(1);
});

it('has words for whatever is asked', () => {
	fc.assert(
		fc.property(
			inputsOf(model),
			(inputs) => !/NaN|Infinity|undefined/.test(summaryOf({ ...baselineOf(model), ...inputs })),
		),
	);
});
