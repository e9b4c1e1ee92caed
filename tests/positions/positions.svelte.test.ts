import { describe, expect, it } from 'vitest';
import { isNumber } from '../../src/engine/parameter.ts';
import { models, parameters } from '../../src/models/registry.ts';
import { positions } from '../../src/positions/positions.ts';
import { comparison } from '../../src/state/comparison.svelte.ts';
import { positionInputs, positionValues } from '../../src/state/position-values.ts';

describe('named positions', () => {
	it.each(positions.map(({ id }) => id))(
		'%s has a valid value for every parameter and a defined output of every model',
		(id) => {
			for (const [key, value] of positionValues(id)) {
				const parameter = parameters.get(key)!;
				if (isNumber(parameter))
					expect(Number(value) >= parameter.min && Number(value) <= parameter.max, key).toBe(true);
			}
			for (const model of models.values())
				for (const value of Object.values(model.evaluate(positionInputs(id, model)))) expect(value).not.toBeNaN();
		},
	);
	it('`comparison.toggle` keeps the last two positions', () => {
		for (const { id } of positions) if (!comparison.has(id)) comparison.toggle(id);
		expect(comparison.ids).toEqual(positions.slice(-2).map(({ id }) => id));
		comparison.showPositions([]);
	});
});
