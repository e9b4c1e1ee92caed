import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { flushSync, mount, unmount, type Component } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { isNumber, type NumberParameter } from '../../src/engine/parameter.ts';
import { assumptions } from '../../src/state/assumptions.svelte.ts';
import { nameOf, propsOf } from './island.ts';
import { modelRead, readable, readBack } from './readings.ts';

const components = import.meta.glob<Component<Record<string, unknown>>>('../../src/figures/*/*.svelte', {
	eager: true,
	import: 'default',
});
const page = join(import.meta.dirname, '../../dist/index.html');
const printed = new DOMParser().parseFromString(existsSync(page) ? readFileSync(page, 'utf8') : '', 'text/html');

/** Every figure of the built page, by what its island is called and given: a new one is read from the day it is there. */
const figures = Array.from(printed.querySelectorAll('figure.figure'), (figure) => {
	const island = figure.querySelector('astro-island')!;
	const written = { opts: island.getAttribute('opts')!, props: island.getAttribute('props')! };
	return { id: figure.id, name: nameOf(written), props: propsOf(written) };
});

it('has a built page to read: run `npm run build` first', () => expect(figures.length).toBeGreaterThan(0));
it('every reading has its figure', () =>
	expect(readable.filter((name) => !(`../../src/figures/${name}/${name}.svelte` in components))).toEqual([]));

/** Values at which a slider is read: both ends, and both sides of the essay's own. */
const stopsOf = ({ min, max, default: own, integer }: NumberParameter): number[] => {
	const between = (a: number, b: number) => (integer ? Math.round((a + b) / 2) : (a + b) / 2);
	return [...new Set([min, between(min, own), between(own, max), max])];
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
		mounted = mount(components[`../../src/figures/${name}/${name}.svelte`]!, { target: figure, props });
		flushSync();
		return figure;
	};
	const model = () => modelRead(name, props);

	it('says with nothing touched what its model says', () => {
		readBack(name, props, draw(), assumptions.inputsOf(model()));
	});

	it('says it wherever any of its sliders stands', () => {
		const figure = draw();
		for (const [key, parameter] of Object.entries(model().parameters))
			for (const value of isNumber(parameter) ? stopsOf(parameter) : Object.keys(parameter.choices)) {
				assumptions.set(key, value);
				flushSync();
				try {
					readBack(name, props, figure, assumptions.inputsOf(model()));
				} catch (error) {
					throw new Error(`${key} at ${value}: ${(error as Error).message}`, { cause: error });
				}
				assumptions.reset(key);
			}
	});
});
