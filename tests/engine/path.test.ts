import { describe, expect, it } from 'vitest';
import { baselineOf } from '../../src/engine/model.ts';
import { pathOf } from '../../src/engine/path.ts';
import lead from '../../src/models/lead.model.ts';
import { modelOf, models } from '../../src/models/registry.ts';
import revenueGap from '../../src/models/revenue-gap.model.ts';

const inputs = baselineOf(revenueGap);

describe('`pathOf`', () => {
	it('returns a path of the model by name', () =>
		expect(pathOf(revenueGap, { path: 'revenue' }, inputs)[0]).toEqual([0, 29]));

	it('sweeps an output along a parameter, over all or part of its range', () => {
		const whole = pathOf(revenueGap, { along: 'revenue', output: 'orders' }, inputs);
		expect([whole.length, whole[0]![0], whole.at(-1)![0]]).toEqual([81, 1, 1000]);
		const part = pathOf(revenueGap, { along: 'revenue', output: 'gap', from: 10, to: 1000, steps: 2 }, inputs);
		expect(part.map(([at]) => Math.round(at))).toEqual([10, 100, 1000]);
		part.forEach(([at, gap]) => expect(gap * at).toBeCloseTo(1000 * 117.2 * 0.523 * 0.6, 6));
	});

	it('returns 1 for true and 0 for false', () =>
		expect(pathOf(lead, { along: 'flywheel', output: 'runaway', steps: 1 }, baselineOf(lead))).toEqual([
			[0, 0],
			[1, 1],
		]));

	it('throws an error that lists the known paths if the name is unknown', () =>
		expect(() => pathOf(modelOf('revenue-gap'), { path: 'unknown' }, inputs)).toThrow(
			'revenue-gap has no path "unknown". Known: revenue.',
		));
});

describe.each([...models.values()].flatMap(({ id, paths }) => Object.keys(paths ?? {}).map((path) => ({ id, path }))))(
	'the path $path of $id',
	({ id, path }) => {
		const model = modelOf(id);
		const curve = pathOf(model, { path }, baselineOf(model));

		it('has increasing x', () => {
			const places = curve.map(([at]) => at);
			expect(places.length).toBeGreaterThan(1);
			expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
		});

		it('has the same x and no NaN at both ends of every slider', () => {
			for (const [key, parameter] of Object.entries(model.parameters))
				for (const value of parameter.scale === 'choice'
					? Object.keys(parameter.choices)
					: [parameter.min, parameter.max]) {
					const moved = pathOf(model, { path }, { ...baselineOf(model), [key]: value });
					expect(
						moved.map(([at]) => at),
						key,
					).toEqual(curve.map(([at]) => at));
					for (const [, height] of moved)
						expect(Number.isFinite(height) && !Object.is(height, -0), `${key} at ${value}: ${height}`).toBe(true);
				}
		});
	},
);
