import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { InputsOf } from '../../src/engine/model.ts';
import record from '../../src/models/record.model.ts';
import { LEAST_REVENUE, QUARTERS, revenueIn, revenueOver, START } from '../../src/parameters/adoption.ts';
import { inputsOf } from '../engine/inputs.ts';

it('`revenueIn` gives at a quarter the logarithm that `revenueOver` has there, to the last bit', () => {
	fc.assert(
		fc.property(inputsOf(record), fc.integer({ min: 0, max: 70 }), (values, quarter) => {
			const inputs = values as InputsOf<typeof record>;
			const over = revenueOver(inputs, START + 75 / QUARTERS);
			const at = revenueIn(inputs, START + 72 / QUARTERS)(START + quarter / QUARTERS);
			expect(at).toBe(Math.log(Math.max(LEAST_REVENUE, over[quarter]!)));
		}),
	);
});
