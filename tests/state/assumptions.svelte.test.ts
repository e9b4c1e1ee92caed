import { flushSync } from 'svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { isNumber, type NumberParameter } from '../../src/engine/parameter.ts';
import { models, parameters } from '../../src/models/registry.ts';
import { assumptions, baselineOutputsOf, outputsOf } from '../../src/state/assumptions.svelte.ts';

const sliders = [...parameters].filter((pair): pair is [string, NumberParameter] => isNumber(pair[1]));
const [[first, slider], [second, other]] = sliders as [[string, NumberParameter], [string, NumberParameter]];
beforeEach(() => assumptions.replaceAll(new Map()));

it('`assumptions` starts with every default', () => {
	expect(assumptions.changedKeys).toEqual([]);
	for (const [key, parameter] of parameters) expect(assumptions.get(key)).toBe(parameter.default);
	for (const id of models.keys()) expect(outputsOf(id)).toEqual(baselineOutputsOf(id));
});

describe('`assumptions.set`', () => {
	it.each(sliders)('clamps %s to its range', (key, { min, max }) => {
		assumptions.set(key, max * 2 + 1);
		expect(assumptions.get(key)).toBe(max);
		assumptions.set(key, min - 1 - Math.abs(min));
		expect(assumptions.get(key)).toBe(min);
	});

	it('ignores a value that is no number, a choice that does not exist, and an unknown key', () => {
		const before = [...parameters.keys()].map((key) => assumptions.get(key));
		for (const [key, parameter] of parameters)
			for (const value of isNumber(parameter) ? [NaN, Infinity, '5'] : ['neither', 'constructor', 1])
				assumptions.set(key, value);
		assumptions.set('nobody', 5);
		assumptions.set('__proto__', 5);
		expect([...parameters.keys()].map((key) => assumptions.get(key))).toEqual(before);
	});

	it('adds the key to `changedKeys`, in the order of definition, until `reset`', () => {
		assumptions.set(second, other.max);
		assumptions.set(first, slider.max);
		expect(assumptions.changedKeys).toEqual([first, second]);
		assumptions.reset(first);
		expect([assumptions.changedKeys, assumptions.isChanged(first), assumptions.isChanged(second)]).toEqual([
			[second],
			false,
			true,
		]);
	});

	it('changes the outputs of every model that has the parameter, and no baseline output', () => {
		const sharing = [...models.values()].filter((model) => first in model.parameters);
		const before = sharing.map(({ id }) => baselineOutputsOf(id));
		assumptions.set(first, slider.max);
		for (const model of sharing) expect(outputsOf(model.id)).toEqual(model.evaluate(assumptions.inputsOf(model)));
		for (const { id } of sharing) expect(outputsOf(id)).not.toEqual(baselineOutputsOf(id));
		expect(sharing.map(({ id }) => baselineOutputsOf(id))).toEqual(before);
	});

	it('runs the effects that read the parameter', () => {
		const seen: unknown[] = [];
		const stop = $effect.root(() => {
			$effect(() => void seen.push(assumptions.get(first)));
		});
		flushSync();
		assumptions.set(first, slider.max);
		flushSync();
		stop();
		expect(seen).toEqual([slider.default, slider.max]);
	});
});

it('`assumptions.replaceAll` resets every parameter that it is not given', () => {
	assumptions.set(first, slider.max);
	assumptions.replaceAll(new Map([[second, other.min]]));
	expect(assumptions.changedKeys).toEqual([second]);
	expect(assumptions.get(second)).toBe(other.min);
	assumptions.replaceAll(new Map());
	expect(assumptions.changedKeys).toEqual([]);
});
