import { describe, expect, it } from 'vitest';
import { baselineOf } from '../../src/engine/model.ts';
import { fromPosition, isNumber } from '../../src/engine/parameter.ts';
import { sweep } from '../../src/engine/sweep.ts';
import { models } from '../../src/models/registry.ts';

describe.each([...models.values()])('`sweep` of $id', (model) => {
	const inputs = baselineOf(model);
	const along = Object.entries(model.parameters).flatMap(([key, parameter]) =>
		isNumber(parameter) ? [{ key, parameter }] : [],
	);

	it.each(along)('covers $key evenly from end to end with the model’s outputs', ({ key, parameter }) => {
		const points = sweep(model, inputs, key, 10);
		expect([points[0]!.at, points.at(-1)!.at]).toEqual([parameter.min, parameter.max]);
		const evenly = Array.from({ length: 11 }, (_, i) => fromPosition(parameter, i / 10));
		const wanted = parameter.integer ? [...new Set(evenly.map(Math.round))] : evenly;
		expect(points.map(({ at }) => at)).toEqual(wanted.map((at) => expect.closeTo(at, 9)));
		for (const { at, outputs } of points) expect(outputs).toEqual(model.evaluate({ ...inputs, [key]: at }));
	});

	it('covers only `from` to `to` if they are given', () => {
		const [{ key, parameter }] = along as [(typeof along)[number]];
		const [from, to] = [parameter.default, parameter.max];
		expect(sweep(model, inputs, key, 4, [from, to]).map(({ at }) => at)).toEqual(expect.arrayContaining([from, to]));
		expect(sweep(model, inputs, key, 4, [from, to]).every(({ at }) => at >= from && at <= to)).toBe(true);
	});

	it('throws for a choice and for an unknown key', () => {
		const choice = Object.entries(model.parameters).find(([, parameter]) => !isNumber(parameter))?.[0];
		for (const key of ['unknown', ...(choice ? [choice] : [])])
			expect(() => sweep(model, inputs, key)).toThrow(`"${key}" is not a numeric parameter of ${model.id}`);
	});
});
