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
	/** Null if it was certain. */
	readonly from: readonly [p05: number, p95: number] | readonly [null, null];
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

/** A parameter that another took the place of. Its links are read by src/state/link-migrations.ts. */
export interface Renamed {
	readonly key: string;
	readonly to: string;
	/** What the new one asks, and what an older value is taken to mean. */
	readonly change: string;
	readonly because: string;
}
/** Parameters that are no longer asked for. Links that have them are told so. */
export interface Retired {
	readonly keys: readonly string[];
	readonly change: string;
	readonly because: string;
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
	readonly renamed?: readonly Renamed[];
	readonly retired?: readonly Retired[];
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
	{
		edition: 3,
		date: '2026-11',
		defaults: [
			{
				key: 'afterLearner',
				from: 1,
				to: 2,
				because:
					'The post expects to ask for “X, Y, and Z” in 2030. With two abilities missing after the learner its three dates can be had together: a person’s level in 2033, hundreds of billions in 2030, AGI within a decade or two.',
			},
		],
		formulas: [
			{
				models: ['payback'],
				change:
					'A lesson earns until learning on the job is as good as a person’s, and no longer until it is half way.',
				because: 'That is the date that the post gives, and the one at which lessons are no longer needed.',
				asBefore: { paybackUntil: 'half-way' },
			},
			{
				models: ['long-tail'],
				change:
					'A skill that is built in covers some neighbouring kinds of task, as an experience does for the learner.',
				because: 'Leaving that out helped only one side of the comparison.',
				asBefore: { bakedGeneralisation: 1 },
			},
			{
				models: ['forecast'],
				change: 'The price of machine work may fall against the wage from year to year.',
				because:
					'Elsewhere the essay lets the price of tokens fall tenfold a year, while the forecast had it stand still.',
				asBefore: { priceDecline: 1 },
			},
			{
				models: ['record'],
				change: 'The forecast’s yearly growth may be wrong too, by a factor of its own.',
				because: 'A forecast that cannot doubt its own slope learns too much from a few years.',
				asBefore: { slopeError: 1 },
			},
		],
		ranges: [
			{
				key: 'afterLearner',
				from: [0, 4],
				to: [0, 5],
				because: 'From none to more than the three that the post names, round the new default.',
			},
			{
				key: 'doublingDays',
				from: [104, 188],
				to: [80, 188],
				because: 'METR’s own doubling time since 2024, 89 days as reported, lay outside the old range.',
			},
			{
				key: 'modelError',
				from: [null, null],
				to: [1.4, 4],
				because: 'How far the model may be wrong is drawn like any other assumption, so the record has a say in it.',
			},
		],
		renamed: [
			{
				key: 'learnerYear',
				to: 'humanLevelYear',
				change:
					'The date of the learner is the year in which it learns as well as a person, read as nine tenths of a person’s level. An older link’s year, in which it was half way, is shown half a ramp later.',
				because:
					'The post gives that date, five to ten years after the first product of 2026. The half-way mark stood two years off, and its label was hard to read.',
			},
		],
		retired: [
			{
				keys: ['learningExponent', 'spillover'],
				change: '“What a fleet still learns” is now “What a fleet knows”: chances to meet each of many situations.',
				because: 'The exponent was that of a factory’s costs, which says nothing of agents.',
			},
			{
				keys: ['humanErrorTypes', 'humanErrorSkew', 'modelErrorTypes', 'modelErrorSkew', 'lessons'],
				change: '“Mistakes that can be taught against” is gone.',
				because: 'Both of its answers were put in by hand, so it could show nothing.',
			},
		],
		besides: [
			'Where a value stands at an end of its slider, or has no room on one side, all runs lie to the other side of it. Before, half of them stood still at the value.',
			'“Short timelines” follows the AI Futures Project’s update of August 2026, and “Diffusion first” and “Weak links” give the year of a person’s level: 2031, and 2045 with three abilities missing after it.',
			'A new position, “Patel, August 2026”: the post’s author eight months on.',
			'“Does a baked-in skill pay back in time?” leads with what the dollar has brought by the learner’s date.',
		],
		lost: [
			'The figures of “What a fleet still learns” and of “Mistakes that can be taught against”: what a link set in them is named to whoever opens it, and left out.',
			'Ranges, bands and dots, of the record above all: the runs now doubt how wrong the model may be, and those at an end of a slider are drawn otherwise.',
			'A learner so late, with so long a ramp, that half a ramp more lies past 2075 is shown at 2075.',
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
