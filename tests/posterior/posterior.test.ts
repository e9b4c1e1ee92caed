import { describe, expect, it } from 'vitest';
import { weightedPercentiles, type Weights } from '../../src/engine/posterior.ts';
import record from '../../src/models/record.model.ts';
import { parameters } from '../../src/models/registry.ts';
import { DONE, usefulOver, yearOf } from '../../src/parameters/abilities.ts';
import { positions } from '../../src/positions/positions.ts';
import { RUNS } from '../../src/runs/queries.ts';
import { assume, PosteriorSampler, posteriorSpecOf, type Posterior } from '../../src/runs/posterior-sampler.ts';
import { positionInputs } from '../../src/state/position-values.ts';
import known from './brute-force.json';
import { bruteForce, ERRORS } from './brute-force.ts';

const values = Object.fromEntries(Array.from(parameters, ([key, parameter]) => [key, parameter.default]));
/** Returns the stored answer for a position's values; positions that differ in other models share it. */
const foundOf = (position: string) =>
	known.find(
		(line) =>
			JSON.stringify(positionInputs(line.position, record)) === JSON.stringify(positionInputs(position, record)),
	)!;

/** How far the model may be wrong: drawn like any other assumption, or pinned. */
type ModelError = 'drawn' | (typeof ERRORS)[number];

function sampleNow(sampler: PosteriorSampler, position: string, error: ModelError, seed: number): Posterior {
	const settings =
		error === 'drawn'
			? { seed, pinned: [], values }
			: { seed, pinned: ['modelError'], values: { ...values, modelError: error } };
	const work = sampler.sample(posteriorSpecOf(settings, position, Infinity), RUNS);
	for (;;) {
		const step = work.next();
		if (step.done) return step.value;
	}
}

function answers(posterior: Posterior, weights: Weights) {
	const inputs = { ...posterior.inputs };
	const agiYear = Float64Array.from(posterior.pool.predictions, (_, run) => {
		assume(posterior, run, inputs);
		return yearOf(usefulOver(inputs), DONE);
	});
	return {
		agiYear: weightedPercentiles(agiYear, weights, [0.05, 0.25, 0.5, 0.75, 0.95]),
		chances: [2030, 2035, 2045].map((by) =>
			agiYear.reduce((sum, year, run) => (year <= by ? sum + weights.of[run]! : sum), 0),
		),
		logEvidence: weights.logEvidence,
	};
}

/** Compares the average over the seeds: at about 6,000 effective runs one seed's probability can be off by 0.013. */
function expectAgreement(position: string, error: ModelError, seeds: readonly number[]) {
	const found = foundOf(position)[`${error}`];
	const about = `${position}, model error ${error}`;
	const all = seeds.map((seed) => {
		const posterior = sampleNow(new PosteriorSampler(), position, error, seed);
		expect(posterior.weights.effective, about).toBeGreaterThan(5000);
		return answers(posterior, posterior.weights);
	});
	const mean = (of: (answer: (typeof all)[number]) => number) =>
		all.reduce((sum, answer) => sum + of(answer), 0) / all.length;
	expect(Math.abs(mean(({ agiYear }) => agiYear[2]!) - found.agiYear[2]!), `median of ${about}`).toBeLessThan(0.25);
	found.chances.forEach((chance, i) =>
		expect(Math.abs(mean(({ chances }) => chances[i]!) - chance), `chance ${i} of ${about}`).toBeLessThan(0.01),
	);
	expect(Math.abs(mean(({ logEvidence }) => logEvidence) - found.logEvidence), `evidence of ${about}`).toBeLessThan(
		0.1,
	);
}

/** Set by `npm run test:all`. */
const isAtLength = process.env['RUNS'] !== undefined;

describe('`PosteriorSampler`', () => {
	it('agrees with brute force on the essay’s assumptions', () => expectAgreement('essay-2025', 'drawn', [1]));

	const cases = positions.flatMap(({ id }) => (['drawn', ...ERRORS] as const).map((error) => [id, error] as const));
	it.runIf(isAtLength).each(cases)('agrees with brute force on %s with model error %s', (id, error) => {
		// The narrowest posterior stops after its last round, with the fewest effective runs.
		expectAgreement(id, error, error === 1.5 ? [1, 2, 3, 4, 5, 6] : [1, 2, 3]);
	});

	it('has a stored answer of a million runs or more for every position', () => {
		for (const { id } of positions) expect(foundOf(id), id).toBeDefined();
		for (const { runs } of known) expect(runs).toBeGreaterThanOrEqual(1e6);
	});

	it('`bruteForce` reproduces the stored answer', () => {
		const again = bruteForce('essay-2025', 20_000, 1)['4']!;
		const found = foundOf('essay-2025')['4'];
		expect(Math.abs(again.agiYear[2]! - found.agiYear[2]!)).toBeLessThan(0.5);
		expect(Math.abs(again.logEvidence - found.logEvidence)).toBeLessThan(0.05);
	});
});

describe('the record with the essay’s assumptions', () => {
	it('moves the median year nearer, the more the surer one is of the model', () => {
		const { prior, drawn, ...pinned } = foundOf('essay-2025');
		const [narrow, middle, wide] = ERRORS.map((error) => pinned[`${error}`].agiYear[2]!);
		expect(narrow).toBeLessThan(middle!);
		expect(middle).toBeLessThan(wide!);
		expect(wide).toBeLessThan(prior.agiYear[2]!);
		expect(drawn.agiYear[2]!).toBeGreaterThan(narrow!);
		expect(drawn.agiYear[2]!).toBeLessThan(wide!);
	});
});
