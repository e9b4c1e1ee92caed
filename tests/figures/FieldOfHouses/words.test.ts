import { expect, it } from 'vitest';
import { levelsOf } from '../../../src/figures/FieldOfHouses/field.ts';
import { rows } from '../../../src/figures/FieldOfHouses/words.ts';
import texts from './texts.ts';

it('`summary` gives the number of homes and the hours of showing', () => {
	expect(texts.of().summary).toBe(
		'32 homes for 90% success, 1,020 homes for 99% success in a home never seen before. A person who ' +
			'steers the robot needs 2 hours of practice; the showing takes 256 hours.',
	);
});

it('`rows` has one row per whole nine below the wanted success, and one at least', () => {
	expect(rows(levelsOf({ homesPerNine: 10, nines: 3 })).map(([success]) => success)).toEqual(['90%', '99%', '99.9%']);
	expect(rows(levelsOf({ homesPerNine: 10, nines: 0.5 }))).toHaveLength(1);
});
