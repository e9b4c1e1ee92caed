import { quantileOf } from '../../src/engine/monte-carlo.ts';
import { uniforms } from '../../src/engine/random.ts';
import record from '../../src/models/record.model.ts';
import { DONE, usefulOver, yearOf } from '../../src/parameters/abilities.ts';
import { likelihoodOf, reportsOf, residualsOf, type Observed } from '../../src/parameters/record.ts';
import { positionInputs } from '../../src/state/position-values.ts';

/** Values at which `modelError` is pinned in a stored answer; there is one with it drawn, too. */
export const ERRORS = [1.5, 2, 4] as const;
const YEARS = [2030, 2035, 2045] as const;

/** Histogram cells of 0.01 years from 2000 on; later years count in the last cell. */
const FIRST = 2000;
const CELLS = 20_001;
const cellOf = (year: number): number => Math.min(CELLS - 1, Math.max(0, Math.floor((year - FIRST) * 100)));

interface Answer {
	readonly effective: number;
	readonly logEvidence: number;
	/** 5th, 25th, 50th, 75th and 95th percentile of the year in which 95% of the work can be done. */
	readonly agiYear: readonly number[];
	/** Median of the year of a person's level. */
	readonly humanLevelYear: number;
	/** Median of how far the model may be wrong. */
	readonly modelError: number;
	/** Probabilities that the work can be done by 2030, 2035 and 2045. */
	readonly chances: readonly number[];
}

/** Computes the posterior of a position by likelihood weighting of prior runs, without a sampler. */
export function bruteForce(
	position: string,
	runs: number,
	seed: number,
	chunk = 10_000,
): Readonly<Record<string, Answer>> {
	const values = positionInputs(position, record) as Parameters<typeof record.evaluate>[0];
	const reports = reportsOf(values);
	const quantiles = Object.entries(record.parameters).flatMap(([key, parameter]) => {
		const quantile = quantileOf(parameter, { value: values[key as keyof typeof values], isPinned: false });
		return quantile ? [[key, quantile] as const] : [];
	});
	const likelihood = likelihoodOf(values, reports);
	const kinds = ['prior', 'drawn', ...ERRORS].map((error) => ({
		name: String(error),
		logLikelihood: (observed: Observed): number =>
			error === 'prior' ? 0 : likelihood(typeof error === 'number' ? { ...observed, modelError: error } : observed),
		sum: 0,
		squares: 0,
		finished: new Float64Array(CELLS),
		learned: new Float64Array(CELLS),
		/** Cells of a hundredth, from 0 on. */
		errors: new Float64Array(CELLS),
		by: YEARS.map(() => 0),
	}));
	const inputs: Record<string, number | string> = { ...values };
	for (let from = 0; from < runs; from += chunk) {
		const columns = quantiles.map(([key]) => uniforms(seed + from / chunk, `brute force ${key}`, chunk));
		for (let i = 0; i < chunk; i++) {
			quantiles.forEach(([key, quantile], k) => (inputs[key] = quantile(columns[k]![i]!)));
			const drawn = inputs as typeof values;
			const { modelError, slopeError } = drawn;
			const observed = { residuals: residualsOf(drawn, reports), modelError, slopeError };
			const year = yearOf(usefulOver(drawn), DONE);
			for (const kind of kinds) {
				const weight = Math.exp(kind.logLikelihood(observed));
				kind.sum += weight;
				kind.squares += weight ** 2;
				kind.finished[cellOf(year)]! += weight;
				kind.learned[cellOf(drawn.humanLevelYear)]! += weight;
				kind.errors[Math.floor(modelError * 100)]! += weight;
				YEARS.forEach((by, j) => (kind.by[j]! += year <= by ? weight : 0));
			}
		}
	}
	const percentile = (cells: Float64Array, sum: number, share: number): number => {
		let passed = 0;
		const cell = cells.findIndex((weight) => (passed += weight) >= share * sum);
		return FIRST + cell / 100 + 0.005;
	};
	return Object.fromEntries(
		kinds.map(({ name, sum, squares, finished, learned, errors, by }) => [
			name,
			{
				effective: Math.round(sum ** 2 / squares),
				logEvidence: Math.log(sum / runs),
				agiYear: [0.05, 0.25, 0.5, 0.75, 0.95].map((share) => Number(percentile(finished, sum, share).toFixed(3))),
				humanLevelYear: Number(percentile(learned, sum, 0.5).toFixed(3)),
				modelError: Number((percentile(errors, sum, 0.5) - FIRST).toFixed(3)),
				chances: by.map((weight) => weight / sum),
			},
		]),
	);
}
