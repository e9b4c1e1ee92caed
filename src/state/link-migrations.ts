import type { NumberParameter } from '../engine/parameter.ts';

/** A parameter that a parameter of today took the place of. */
export interface Migration {
	/** Id of the parameter of today. */
	readonly to: string;
	/** The last edition in which it was a key. */
	readonly until: number;
	/** The former parameter: what its value in a link may be. */
	readonly former: Pick<NumberParameter, 'label' | 'unit' | 'default' | 'min' | 'max' | 'integer'>;
	/** Returns what must be added to its value for today's meaning, given the other values in force. */
	offset(valueOf: (id: string) => number): number;
}

/** Former link keys that another took the place of. Published links contain them, so the list only grows. */
export const migrations: ReadonlyMap<string, Migration> = new Map([
	[
		'learner-year',
		{
			to: 'humanLevelYear',
			until: 2,
			former: {
				label: 'Year in which on-the-job learning is half way to human level',
				unit: 'year',
				default: 2033.5,
				min: 2026.5,
				max: 2075,
			},
			offset: (valueOf) => valueOf('ramp') / 2,
		},
	],
]);

/** A parameter that no model asks for any more. */
export interface Retirement {
	/** Id that it had. */
	readonly id: string;
	readonly label: string;
	/** The last edition in which it was a key. */
	readonly until: number;
	/** Why it is gone, as a clause. */
	readonly because: string;
}

const FLEET = 'what a fleet knows now follows from the situations that its copies meet';
const MISTAKES = 'its answers were put in by hand, so that model is gone';

/** Link keys that are retired. They are never given to another parameter, so the list only grows. */
export const retired: ReadonlyMap<string, Retirement> = new Map([
	['learning-exponent', { id: 'learningExponent', label: 'Learning exponent', until: 2, because: FLEET }],
	['spillover', { id: 'spillover', label: 'Share of the leader’s lessons that rivals get', until: 2, because: FLEET }],
	[
		'human-error-types',
		{ id: 'humanErrorTypes', label: 'Kinds of mistake that learners make', until: 2, because: MISTAKES },
	],
	[
		'human-error-skew',
		{ id: 'humanErrorSkew', label: 'How concentrated their mistakes are (Zipf)', until: 2, because: MISTAKES },
	],
	[
		'model-error-types',
		{ id: 'modelErrorTypes', label: 'Kinds of mistake that a model makes', until: 2, because: MISTAKES },
	],
	[
		'model-error-skew',
		{ id: 'modelErrorSkew', label: 'How concentrated its mistakes are (Zipf)', until: 2, because: MISTAKES },
	],
	['lessons', { id: 'lessons', label: 'Mistakes pre-empted, commonest first', until: 2, because: MISTAKES }],
]);

/** Returns the notice about a retired key in a link. */
export const retiredNotice = (key: string, { label, until, because }: Retirement): string =>
	`${label} (${key}) is not asked for since edition ${until + 1}: ${because}. It was left out.`;
