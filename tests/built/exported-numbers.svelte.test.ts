import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inputsFrom, type AnyModel, type Inputs } from '../../src/engine/model.ts';
import { quantileOf } from '../../src/engine/monte-carlo.ts';
import { isNumber, type Parameter, type Value } from '../../src/engine/parameter.ts';
import { uniforms } from '../../src/engine/random.ts';
import { parameters } from '../../src/models/registry.ts';
import { bearsOn } from '../../src/models/record.model.ts';
import { positions } from '../../src/positions/positions.ts';
import type { Answer, Query, Request } from '../../src/runs/queries.ts';
import { answerNow, Sampler } from '../../src/runs/sampler.ts';
import { assumptions } from '../../src/state/assumptions.svelte.ts';
import { comparison, MOST_COMPARED } from '../../src/state/comparison.svelte.ts';
import { OTHER_READER } from '../../src/state/position-values.ts';
import { FIRST_SEED } from '../../src/state/first-seed.ts';
import { uncertainty } from '../../src/state/uncertainty.svelte.ts';
import { checkCsv, checkJson, type Drawn } from '../figures/exported-numbers.ts';
import type { Answers, Fan, IslandProps, Reported } from '../figures/figure-spec.ts';
import { componentOf } from '../figures/figure-components.ts';
import { checkFigure, specOf } from '../figures/figure-specs.ts';
import { figureNameOf, propsOf } from '../figures/printed-island.ts';

const saved = vi.hoisted(() => new Map<string, Blob>());
vi.mock('../../src/figures/frame/save-file.ts', () => ({
	saveFile: (name: string, content: Blob) => void saved.set(name, content),
}));

/** Runs behind a drawn band: few, since each is evaluated again for the comparison. */
const RUNS = 60;
const sampler = new Sampler();
/** The newest answer to each query of the page. */
const answered = new Map<string, Answer>();

/** Stands for the worker: answers each query from `RUNS` runs. */
class WorkerOfFewRuns extends EventTarget {
	constructor() {
		super();
		queueMicrotask(() => this.#post('started'));
	}
	#post(data: unknown): void {
		this.dispatchEvent(new MessageEvent('message', { data }));
	}
	postMessage({ settings, queries }: Request): void {
		queueMicrotask(() => {
			for (const query of queries) {
				const answer = answerNow(sampler, JSON.parse(query) as Query, settings, RUNS);
				answered.set(query, answer);
				this.#post({ query, answer });
			}
			this.#post('ready');
			this.#post('counted');
		});
	}
}

const page = join(import.meta.dirname, '../../dist/whole/index.html');
const printed = new DOMParser().parseFromString(existsSync(page) ? readFileSync(page, 'utf8') : '', 'text/html');
const figures = Array.from(printed.querySelectorAll('figure.figure'), (figure) => {
	const attributes = { props: figure.querySelector(':scope > astro-island')!.getAttribute('props')! };
	return { id: figure.id, name: figureNameOf(attributes), props: propsOf(attributes) };
});
it('the built page has figures (run `npm run build` first)', () => expect(figures.length).toBeGreaterThan(0));

/** Returns a parameter's value at this share of our distribution of it; of its slider, if it has none. */
function valueAt(parameter: Parameter, share: number): Value {
	if (!isNumber(parameter)) return parameter.default;
	const value = parameter.default;
	const drawn = quantileOf(parameter, { value, isPinned: false })?.(share);
	if (drawn !== undefined) return drawn;
	const end = share < 0.5 ? parameter.min : parameter.max;
	const moved = value + Math.abs(share - 0.5) * (end - value);
	return parameter.integer ? Math.round(moved) : moved;
}
const valuesAt = (share: number) =>
	new Map(Array.from(parameters, ([key, parameter]) => [key, valueAt(parameter, share)] as const));

/** The named positions, as many at a time as are compared; with each, own values on another side of the essay’s. */
const comparisons = Array.from({ length: Math.ceil(positions.length / MOST_COMPARED) }, (_, i) => ({
	ids: positions.slice(i * MOST_COMPARED, (i + 1) * MOST_COMPARED).map(({ id }) => id),
	own: [0.62, 0.4, 0.55][i % 3]!,
	other: [0.35, 0.6, 0.45][i % 3]!,
}));

/** Returns the inputs of each run round a reader’s values. */
function runsOf(model: AnyModel, values: Inputs): Inputs[] {
	const drawn = Object.entries(model.parameters).map(([key, parameter]) => {
		const value = values[key]!;
		const at = quantileOf(parameter, { value, isPinned: false });
		return [key, at && Array.from(uniforms(FIRST_SEED, key, RUNS), at), value] as const;
	});
	return Array.from({ length: RUNS }, (_, i) =>
		Object.fromEntries(drawn.map(([key, column, value]) => [key, column ? column[i]! : value])),
	);
}

const textOf = (file: Blob) =>
	new Promise<string>((resolve) => {
		const reader = new FileReader();
		reader.addEventListener('load', () =>
			resolve(new TextDecoder('utf-8', { ignoreBOM: true }).decode(reader.result as ArrayBuffer)),
		);
		reader.readAsArrayBuffer(file);
	});

const isReported = (value: unknown): value is Reported =>
	typeof value === 'object' && value !== null && 'source' in value && 'reported' in value;
const reportedIn = ({ points }: IslandProps): readonly Reported[] =>
	(Array.isArray(points) ? points : []).filter(isReported);

describe.each(figures)('the export of $id ($name)', ({ id, name, props }) => {
	let mounted: Record<string, unknown> | undefined;
	beforeEach(() => {
		vi.stubGlobal('Worker', WorkerOfFewRuns);
		document.documentElement.dataset['theme'] = 'light';
		saved.clear();
		answered.clear();
	});
	afterEach(async () => {
		if (mounted) await unmount(mounted);
		document.body.replaceChildren();
		uncertainty.hide();
		comparison.showPositions([]);
		comparison.setOther(undefined);
		assumptions.replaceAll(new Map());
	});

	it.each(comparisons)(
		'has the numbers of the model and of the drawing, beside another reader and $ids',
		async ({ ids, own, other }) => {
			const spec = specOf(name, props);
			const { model } = spec;
			const [mine, theirs] = [valuesAt(own), valuesAt(other)];
			assumptions.replaceAll(mine);
			uncertainty.show();
			comparison.setOther({ name: 'Ann', values: theirs });
			comparison.showPositions(ids);

			const figure = document.createElement('figure');
			figure.id = id;
			figure.innerHTML = `<p class="figure-title">The title of ${id}</p><div></div>`;
			document.body.append(figure);
			mounted = mount(componentOf(name), {
				target: figure.lastElementChild!,
				props,
			});
			flushSync();
			const fold = figure.querySelector<HTMLDetailsElement>('.export-fold')!;
			fold.open = true;
			fold.dispatchEvent(new Event('toggle'));
			const press = async (label: string, file: string) => {
				saved.delete(file);
				const button = Array.from(fold.querySelectorAll('button')).find(({ textContent }) => textContent === label);
				if (!button) throw new Error(`The menu has no button “${label}”.`);
				button.click();
				return textOf(
					await vi.waitFor(() => saved.get(file) ?? Promise.reject(new Error(`${file} is not saved.`)), 20_000),
				);
			};
			// Runs answer, and parts that are fetched later arrive.
			const settled = async () => {
				for (let [before, html] = ['', figure.innerHTML]; before !== html; [before, html] = [html, figure.innerHTML]) {
					await new Promise((resolve) => setTimeout(resolve, 120));
					flushSync();
				}
			};
			await vi.waitFor(() => expect(fold.querySelector('.export-menu')).not.toBeNull(), 10_000);
			await settled();

			const inputs = inputsFrom(model, (key) => mine.get(key)!);
			const settings = {
				seed: FIRST_SEED,
				values: Object.fromEntries(mine),
				other: Object.fromEntries(theirs),
				pinned: [],
				given: false,
			};
			const answers: Answers = (query) => answerNow(sampler, query, settings, RUNS);
			const drawn: Drawn = {
				figure,
				inputs,
				otherReader: OTHER_READER,
				compared: [
					{ id: OTHER_READER, title: 'Ann', inputs: inputsFrom(model, (key) => theirs.get(key)!) },
					...ids.map((position) => ({
						id: position,
						title: positions.find((known) => known.id === position)!.title,
						inputs: inputsFrom(model, (key) => {
							const parameter = parameters.get(key)!;
							return parameter.positions?.[position] ?? parameter.default;
						}),
					})),
				],
				runs: runsOf(model, inputs),
				answers,
				learntAs(position, path) {
					if (!positions.find((known) => known.id === position)?.isGivenRecord || !bearsOn(model.parameters))
						return undefined;
					const same = (wanted: typeof path) =>
						'path' in path
							? 'path' in wanted && wanted.path === path.path
							: 'output' in wanted && wanted.output === path.output;
					for (const [text, answer] of answered) {
						const query = JSON.parse(text) as Query;
						if ('model' in query && query.kind === 'path' && query.position === position && same(query.name))
							return answer as Fan & { p50: readonly number[] };
					}
					throw new Error(`The runs of ${position} are not asked for.`);
				},
				points: reportedIn(props),
			};
			// Labels of compared curves are of the same kind as others that a figure spec reads. A figure that is given the positions names
			// them itself.
			const names = 'positions' in props ? [] : drawn.compared.map(({ title }) => title);
			const check = async () => {
				const alone = figure.cloneNode(true) as HTMLElement;
				for (const label of alone.querySelectorAll('.plot text')) if (names.includes(label.textContent)) label.remove();
				checkFigure(name, props, alone, inputs, undefined, answers);
				checkCsv(spec, drawn, await press('CSV, as drawn', `${id}.csv`));
				checkJson(spec, drawn, await press('JSON, inputs and outputs', `${id}.json`));
			};
			// On a busy machine the last answers are drawn a little later.
			await vi.waitFor(check, { timeout: 20_000, interval: 250 });
		},
	);
});
