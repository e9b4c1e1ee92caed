import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { baselineOf } from '../src/engine/model.ts';
import { isNumber } from '../src/engine/parameter.ts';
import { guessFeedback } from '../src/prose/guess.ts';
import { asMarkdown, asText, ledger } from '../src/reader/ledger.ts';
import { rangeText } from '../src/prose/ranges.svelte.ts';
import { formatParts } from '../src/engine/number-format.ts';
import { spanText } from '../src/prose/span-text.ts';
import { difference, sentenceAs, type ValueSource } from '../src/prose/sentence.ts';
import { modelOf, models, parameters } from '../src/models/registry.ts';
import { positions } from '../src/positions/positions.ts';
import type { RunSettings } from '../src/runs/queries.ts';
import { assumptions } from '../src/state/assumptions.svelte.ts';
import { comparison } from '../src/state/comparison.svelte.ts';
import { LARGEST_SEED } from '../src/state/link-keys.ts';
import { readLink, writeLink } from '../src/state/link.ts';
import { inputsAt, valuesOf } from '../src/state/held-values.ts';
import { answerNow, Sampler } from '../src/runs/sampler.ts';

const essay = new Map([...parameters].map(([key, parameter]) => [key, parameter.default]));
const settings = (given: Partial<RunSettings> = {}): RunSettings => ({
	seed: 1,
	values: Object.fromEntries(essay),
	pinned: [],
	...given,
});
beforeEach(() => assumptions.load(new Map()));

describe('what was done can be taken back', () => {
	it('each change, in turn, and made again', () => {
		vi.useFakeTimers();
		assumptions.set('wage', 100);
		vi.advanceTimersByTime(2000);
		assumptions.set('learnerYear', 2040);
		assumptions.undo();
		expect([assumptions.get('wage'), assumptions.get('learnerYear')]).toEqual([100, 2033.5]);
		assumptions.undo();
		expect(assumptions.changedKeys).toEqual([]);
		assumptions.redo();
		assumptions.redo();
		expect([assumptions.get('wage'), assumptions.get('learnerYear')]).toEqual([100, 2040]);
		vi.useRealTimers();
	});
	it('a drag is one change, a position adopted is one, a reset of all is one', () => {
		for (const year of [2034, 2035, 2036]) assumptions.set('learnerYear', year);
		assumptions.replaceAll(valuesOf('weak-links'));
		assumptions.replaceAll(new Map());
		assumptions.undo();
		expect(assumptions.get('learnerYear')).toBe(2042);
		assumptions.undo();
		expect(assumptions.get('learnerYear')).toBe(2036);
		assumptions.undo();
		expect(assumptions.get('learnerYear')).toBe(2033.5);
	});
	it('a new change ends what could be made again', () => {
		assumptions.set('wage', 100);
		assumptions.undo();
		assumptions.set('learnerYear', 2040);
		expect(assumptions.canRedo).toBe(false);
	});
});

describe('a link carries how the page is looked at', () => {
	const viewing = fc.record({
		seed: fc.option(fc.integer({ min: 1, max: LARGEST_SEED }), { nil: undefined }),
		pinned: fc.subarray([...parameters.keys()]),
		compared: fc.uniqueArray(fc.constantFrom(...positions.map(({ id }) => id)), { maxLength: 2 }),
		guesses: fc
			.dictionary(
				fc.constantFrom(...[...models.values()].filter(({ guess }) => guess).map(({ id }) => id)),
				fc.double({ min: 1e-9, max: 1e12, noNaN: true }),
			)
			.map((made) => new Map(Object.entries(made))),
	});
	it('and brings it back', () => {
		fc.assert(
			fc.property(viewing, (given) => {
				const link = writeLink((key) => essay.get(key)!, parameters, [], given);
				const { seed, pinned, compared, guesses, notices, foreign } = readLink(link, parameters);
				expect({ seed, pinned, compared, guesses: new Map(guesses) }).toEqual(given);
				expect([notices, foreign]).toEqual([[], []]);
			}),
		);
	});
	it('and no guess unless it was asked for', () => expect(writeLink((key) => essay.get(key)!, parameters)).toBe(''));
	it('has no parameter under a key that it needs itself', () => {
		for (const key of ['m', 'seed', 'pin', 'with']) expect(parameters.has(key)).toBe(false);
		for (const key of parameters.keys()) expect(key.startsWith('guess')).toBe(false);
	});
	it.each([
		['?seed=0', /Seed \(seed\): “0” is not a whole number/],
		['?seed=4294967296', /seed/],
		['?seed=1.5', /seed/],
		['?pin=wages', /Pinned.*wages.*Did you mean wage\?/],
		['?with=ord-repli', /Compared with.*ord-repli.*Did you mean ord-reply\?/],
		['?with=ord-reply,weak-links,short-timelines', /two positions at the most/],
		['?guess-rl-scaling=lots', /Guess \(guess-rl-scaling\): “lots” is not a number above 0/],
		['?guess-rl-scaling=-3', /Guess .*“-3”/],
	])('%s is said, not swallowed', (link, words) => expect(readLink(link, parameters).notices.join()).toMatch(words));
});

describe('the runs', () => {
	const outputs = (sampler: Sampler, model: string, given = settings()) =>
		answerNow(sampler, { kind: 'outputs', model }, given);
	it('are the same for the same seed, whatever was run before, and others for another', () => {
		const used = new Sampler();
		outputs(used, 'payback');
		outputs(used, 'lemons', settings({ seed: 7 }));
		expect(outputs(used, 'revenue-gap')).toEqual(outputs(new Sampler(), 'revenue-gap'));
		expect(outputs(used, 'revenue-gap', settings({ seed: 2 }))).not.toEqual(outputs(used, 'revenue-gap'));
	});
	it('do not depend on the order of parameters', () => {
		const turned = Object.fromEntries([...essay].reverse());
		expect(outputs(new Sampler(), 'rl-scaling', settings({ values: turned }))).toEqual(
			outputs(new Sampler(), 'rl-scaling'),
		);
	});
	it('agree between models: what two of them share is drawn once', () => {
		const sampler = new Sampler();
		const [one, other] = [
			outputs(sampler, 'revenue-gap')['orders']!,
			outputs(sampler, 'gap-decomposition')['gapOrders']!,
		];
		one.outcomes.forEach((outcome, i) => expect(other.outcomes[i]).toBeCloseTo(outcome, 12));
	});
	it('leave nothing to chance where everything is pinned', () => {
		for (const model of models.values()) {
			if (model.id === 'long-tail') continue;
			const now = model.evaluate(baselineOf(model));
			const spreads = answerNow(
				new Sampler(),
				{ kind: 'outputs', model: model.id },
				settings({ pinned: [...parameters.keys()] }),
				20,
			);
			for (const [key, spread] of Object.entries(spreads))
				expect([spread.p05, spread.p95], `${model.id}.${key}`).toEqual([Number(now[key]), Number(now[key])]);
		}
	});
	it('bracket their middle, and give twenty outcomes in order', () => {
		for (const spread of Object.values(outputs(new Sampler(), 'forecast', settings()))) {
			const { p05, p25, p50, p75, p95, outcomes } = spread;
			expect([p05, p25, p50, p75, p95].toSorted((a, b) => a - b)).toEqual([p05, p25, p50, p75, p95]);
			expect(outcomes).toHaveLength(20);
			expect(outcomes.toSorted((a, b) => a - b)).toEqual(outcomes);
		}
	});
	it('know more where one thing is known: odds given each tenth average to the odds', () => {
		const { odds, known } = answerNow(
			new Sampler(),
			{ kind: 'likely', model: 'forecast', path: 'soonAndLater', mark: 0.95 },
			settings(),
		);
		for (const [key, tenths] of Object.entries(known))
			for (const point of [0, 1] as const)
				expect(tenths.reduce((sum, tenth) => sum + tenth[point], 0) / tenths.length, key).toBeCloseTo(odds[point], 9);
		expect(odds[0]).toBeLessThanOrEqual(odds[1]);
	});
});

describe('named positions', () => {
	it.each(positions.map(({ id }) => id))('%s is legal in every parameter', (id) => {
		for (const [key, value] of valuesOf(id)) {
			const parameter = parameters.get(key)!;
			if (isNumber(parameter)) expect(Number(value) >= parameter.min && Number(value) <= parameter.max, key).toBe(true);
		}
		for (const model of models.values())
			for (const value of Object.values(model.evaluate(inputsAt(id, model)))) expect(value).not.toBeNaN();
	});
	it('two at the most stand beside the reader’s own', () => {
		for (const { id } of positions) if (!comparison.has(id)) comparison.toggle(id);
		expect(comparison.ids).toEqual(positions.slice(-2).map(({ id }) => id));
		comparison.show([]);
	});
});

describe('the ledger', () => {
	it('says what was changed, from what, and what it moves', () => {
		assumptions.set('learnerYear', 2050);
		const [entry] = ledger();
		expect(entry).toMatchObject({ essay: '2033.5', mine: '2050', range: '2028 to 2045', isOutside: true });
		expect(entry!.moves.map(({ to }) => to)).toContain(
			String(
				Math.floor(
					Number(modelOf('forecast').evaluate({ ...baselineOf(modelOf('forecast')), learnerYear: 2050 })['agiYear']),
				),
			),
		);
		expect(asText(ledger(), 'https://x.example/?a=1')).toMatch(
			/2050, where the essay has 2033\.5 \(held possible: 2028 to 2045; outside that\)\..*\n\nhttps:\/\/x\.example/s,
		);
		expect(
			asMarkdown(ledger(), 'https://x.example')
				.split('\n')
				.filter((line) => line.startsWith('|')),
		).toHaveLength(3);
	});
	it('is empty when nothing was moved', () => expect(ledger()).toEqual([]));
});

describe('ranges in words', () => {
	it.each([
		['yr', 8.1, 40, '8.1 to 40 years'],
		['bn$', 1.2, 3, '$1.2 to $3 billion'],
		['year', 2028, 2044, '2028 to 2044'],
		['year', 2028, Infinity, '2028 to never'],
		['fraction', 0.12, 0.4, '12 to 40%'],
		['bn$', 0.9, 3, '$900 million to $3 billion'],
		['FLOP', 1e25, 3e25, '10²⁵ FLOP to 3·10²⁵ FLOP'],
	] as const)('`spanText` names a shared scale and unit once: %s from %d to %d', (unit, low, high, words) =>
		expect(spanText(formatParts(low, unit), formatParts(high, unit)).replaceAll('\u00a0', ' ')).toBe(words),
	);
	const spread = { p05: 2028.4, p25: 2030, p50: 2035, p75: 2040, p95: Infinity, runs: 10_000, outcomes: [] };
	const agi = { of: 'forecast.agiYear' };
	it('are said in full once, in brackets later, and not at all where nothing varies', () => {
		expect(rangeText(agi, 2035, spread, 'first')).toBe(' (half of the runs: 2030 to 2040; nine in ten: 2028 or later)');
		expect(rangeText(agi, 2035, spread, 'later')).toBe(' (2028 or later)');
		expect(rangeText(agi, 2035, { ...spread, p95: 2028.9 }, 'first')).toBe('');
	});
	it('never claim to hold what they leave out, and foretell nothing that is past', () => {
		expect(rangeText(agi, 2027, spread, 'later')).toBe(' (though nine runs in ten give 2028 or later)');
		expect(rangeText(agi, 2029, spread, 'first')).toBe(' (nine runs in ten: 2028 or later)');
		expect(rangeText(agi, 2035, { ...spread, p05: 2022, p95: 2050 }, 'later')).toBe(' (now to 2050)');
	});
	it('have both ends in one scale, rounded away from what is inside', () => {
		const at = (p05: number, p95: number) => ({ ...spread, p05, p95 });
		expect(rangeText({ of: 'rl-scaling.rlScaleUp', style: 'words' }, 1e6, at(2239, 4.318e6), 'later')).toBe(
			' (2,200 to 4,400,000×)',
		);
		expect(rangeText({ of: 'forecast.capability2030' }, 0.272, at(1e-8, 0.8439), 'later')).toBe(
			' (under 0.01% to 85%)',
		);
	});
});

describe('a guess', () => {
	it.each([
		[1e6, 1e6, /done this sum before/],
		[2e6, 1e6, /^Within a factor of 2:/],
		[1e5, 1e6, /^10 times below it/],
		[1e9, 1e6, /^1,000 times above it/],
	])('of %d for %d is told kindly', (guess, answer, words) => expect(guessFeedback(guess, answer)).toMatch(words));
});

describe('a sentence under other values', () => {
	const at = (learner: number): ValueSource => ({
		parameter: () => learner,
		output: ({ model, key }) => model.evaluate({ ...baselineOf(model), learnerYear: learner })[key]!,
	});
	const print = (sentence: string) => {
		document.body.innerHTML = `<p id="s">${sentence}</p>`;
		return document.getElementById('s')!;
	};
	const agi = `<span data-live='{"of":"forecast.agiYear"}'>?</span>`;
	const learner = '<span class="adjust" data-parameter="learnerYear">?</span>';

	it('says theirs and the essay’s, and only where they part', () => {
		const printed = print(`Labs earn much. In ${agi} it is done; so ${learner}.`);
		expect(sentenceAs(printed, at(2033.5))).toBe('Labs earn much. In 2036 it is done; so 2033.');
		expect(difference(printed, at(2040), at(2033.5))).toEqual({
			mine: 'In 2043 it is done',
			essay: 'In 2036 it is done',
		});
		expect(difference(printed, at(2040), at(2040))).toBeUndefined();
	});

	it('says what the settings come to rather than what they are', () => {
		const printed = print(`Learning comes in ${learner}. Then it is done in ${agi}.`);
		expect(difference(printed, at(2040), at(2033.5))?.mine).toBe('Then it is done in 2043');
		expect(difference(print(`Learning comes in ${learner}.`), at(2040), at(2033.5))).toBeUndefined();
	});
});
