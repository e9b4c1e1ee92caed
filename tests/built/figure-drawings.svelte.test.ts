import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import type { Inputs } from '../../src/engine/model.ts';
import { isNumber, type NumberParameter } from '../../src/engine/parameter.ts';
import { assumptions } from '../../src/state/assumptions.svelte.ts';
import { componentOf, figureKinds } from '../figures/figure-components.ts';
import { checkFigure, modelOfFigure, specifiedFigures } from '../figures/figure-specs.ts';
import { drawnWords, twice } from '../figures/one-unit.ts';
import { figureNameOf, propsOf } from '../figures/printed-island.ts';

const page = join(import.meta.dirname, '../../dist/whole/index.html');
const printed = new DOMParser().parseFromString(existsSync(page) ? readFileSync(page, 'utf8') : '', 'text/html');

/** Every figure of the built page: its component's name, and the props that Astro serialized for it. */
const figures = Array.from(printed.querySelectorAll('figure.figure'), (figure) => {
	const island = figure.querySelector(':scope > astro-island')!;
	const attributes = { props: island.getAttribute('props')! };
	return { id: figure.id, name: figureNameOf(attributes), props: propsOf(attributes) };
});

it('the built page has figures (run `npm run build` first)', () => expect(figures.length).toBeGreaterThan(0));
it('every figure spec has a figure', () =>
	expect(specifiedFigures.filter((name) => !figureKinds.includes(name))).toEqual([]));

/** Slider values to check: both ends, and one value on each side of the default. */
const stopsOf = ({ min, max, default: baseline, integer }: NumberParameter): number[] => {
	const between = (a: number, b: number) => (integer ? Math.round((a + b) / 2) : (a + b) / 2);
	return [...new Set([min, between(min, baseline), between(baseline, max), max])];
};

describe.each(figures)('$id ($name)', ({ id, name, props }) => {
	let mounted: Record<string, unknown> | undefined;
	afterEach(() => {
		if (mounted) void unmount(mounted);
		document.body.replaceChildren();
		assumptions.replaceAll(new Map());
	});
	const draw = () => {
		const figure = document.createElement('figure');
		figure.id = id;
		document.body.append(figure);
		mounted = mount(componentOf(name), { target: figure, props });
		flushSync();
		return figure;
	};
	const model = () => modelOfFigure(name, props);

	it('draws the values of its model for the baseline', () => {
		checkFigure(name, props, draw(), assumptions.inputsOf(model()));
	});

	it('states no length of time in one unit on an axis and in another elsewhere', () => {
		const figure = draw();
		const ends: readonly Inputs[] = Object.entries(model().parameters).flatMap(([key, parameter]) =>
			isNumber(parameter) ? [{ [key]: parameter.min }, { [key]: parameter.max }] : [],
		);
		for (const changes of [{}, ...ends]) {
			assumptions.setAll(changes);
			flushSync();
			expect(twice(drawnWords(figure)), JSON.stringify(changes)).toEqual([]);
			assumptions.replaceAll(new Map());
		}
	});

	it('draws the values of its model at every stop of every slider', () => {
		const figure = draw();
		for (const [key, parameter] of Object.entries(model().parameters))
			for (const value of isNumber(parameter) ? stopsOf(parameter) : Object.keys(parameter.choices)) {
				assumptions.set(key, value);
				flushSync();
				try {
					checkFigure(name, props, figure, assumptions.inputsOf(model()));
				} catch (error) {
					throw new Error(`${key} at ${value}: ${(error as Error).message}`, { cause: error });
				}
				assumptions.reset(key);
			}
	});
});
