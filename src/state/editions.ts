import type { Value } from '../engine/parameter.ts';

/** A parameter's default that changed. */
export interface ChangedDefault {
	readonly key: string;
	readonly from: Value;
	readonly to: Value;
	readonly because: string;
}
/** A parameter's range, from its 5th to its 95th percentile, that changed. */
export interface ChangedRange {
	readonly key: string;
	readonly from: readonly [p05: number, p95: number];
	readonly to: readonly [p05: number, p95: number];
	readonly because: string;
}
/** A model's arithmetic that changed. */
export interface ChangedFormula {
	/** Ids of the models. */
	readonly models: readonly string[];
	readonly change: string;
	readonly because: string;
	/** The values with which the new arithmetic gives the old results. */
	readonly asBefore: Readonly<Record<string, Value>>;
}

/**
 * A step from one edition of defaults, ranges and formulas to the next. Published links rely on it, so a published step never
 * changes; tests/editions.jsonl records it.
 */
export interface Step {
	/** The edition after the step. */
	readonly edition: number;
	/** The month of publication, as `YYYY-MM`. */
	readonly date: string;
	readonly defaults: readonly ChangedDefault[];
	readonly formulas: readonly ChangedFormula[];
	readonly ranges: readonly ChangedRange[];
	/** Other changes, as the page's change log prints them. */
	readonly besides: readonly string[];
	/** What an older link no longer shows as its sender saw it. */
	readonly lost: readonly string[];
}

/** All steps, the earliest first. The list only grows. */
export const steps: readonly Step[] = [
	{
		edition: 2,
		date: '2026-11',
		defaults: [
			{
				key: 'adoptionShare',
				from: 0.17,
				to: 0.32,
				because:
					'It multiplies wages, so firms must count by their staff. The Census Bureau’s working paper of April 2026 gives both: 18% of firms, 32% of employment.',
			},
		],
		formulas: [
			{
				models: ['impressive-useful', 'forecast'],
				change:
					'Further abilities that turn out to be missing after the learner are counted, each some years after the one before.',
				because:
					'The post expects to be able to name more that is missing once learning is solved, and puts AGI in a decade or two, learning in five to ten years. With none the forecast had AGI in 2034, before that; with one its three dates agree.',
				asBefore: { afterLearner: 0 },
			},
		],
		ranges: [
			{
				key: 'adoptionShare',
				from: [0.12, 0.5],
				to: [0.18, 0.65],
				because: 'From firms counted one by one to what very large knowledge firms report by employment.',
			},
			{
				key: 'inferencePerPretraining',
				from: [1, 1.6],
				to: [1, 2],
				because:
					'Epoch’s survey says one to two tenfolds of thinking for one of training in most language tasks, so Ord’s 1.5 stands in the middle.',
			},
			{
				key: 'adoptionQ',
				from: [0.25, 0.8],
				to: [0.25, 1.2],
				because: 'Goods that last for years are a poor guide to software sold by the month.',
			},
		],
		besides: [
			'The runs behind ranges are drawn so that the value in force is their middle. Before, they were drawn round the middle of the range, and the essay’s own number could lie outside half of its runs.',
			'A new model, “The forecast against the record”, and runs of the forecast that have seen what was reported.',
			'The reported 105 billion dollars for both labs is July’s 65 and August’s 40, so it is dated August 2026, not October.',
			'“Short timelines” rests on the AI Futures Project; with “Diffusion first” it has nothing missing after the learner, “Weak links” has two abilities. “Diffusion first” counts 18% of employers rather than 17%.',
			'“A year on” is the post’s assumptions given the reported record, and its time horizon doubles every 103 days, through the newest model measured. It no longer counts 19% of employers.',
		],
		lost: [
			'Ranges, bands and dots: the same seed gives other runs, since all of them are drawn otherwise. The old way contradicted the sentences that it stood in, so it was not kept.',
			'Named positions drawn beside the sender’s own are as they are held today.',
		],
	},
];

/** The current edition. */
export const EDITION: number = steps.at(-1)!.edition;

/** Returns an edition's values, by parameter key, wherever the defaults or formulas have changed since. */
export function defaultsOf(edition: number): ReadonlyMap<string, Value> {
	const values = new Map<string, Value>();
	// The steps run backwards, so that the first step after the edition has the last word.
	for (const { defaults, formulas } of steps.filter((step) => step.edition > edition).toReversed()) {
		for (const { key, from } of defaults) values.set(key, from);
		for (const { asBefore } of formulas) for (const [key, value] of Object.entries(asBefore)) values.set(key, value);
	}
	return values;
}
