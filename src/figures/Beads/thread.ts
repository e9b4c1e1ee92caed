import { baselineOf, type InputsOf } from '../../engine/model.ts';
import model, { chancesOfMore } from '../../models/bottlenecks.model.ts';

type Inputs = InputsOf<typeof model>;
export type Shape = Inputs['priorShape'];

/** A bead ahead of today. */
export interface Bead {
	/** Counted from the first that fell. */
	readonly index: number;
	/** Chance that this bead exists. */
	readonly exists: number;
	/** Share of the bead that the expected number includes, from 0 to 1. */
	readonly filled: number;
}
/** The thread of one starting belief. */
export interface Thread {
	readonly shape: Shape;
	readonly name: string;
	readonly expected: number;
	readonly nextIsLast: number;
	/** Year in which the last expected bead falls. */
	readonly year: number;
	readonly ahead: readonly Bead[];
}

/** Year in which as many had fallen as by the post. */
const TODAY = 2026;
/** Beads ahead that are drawn: as many, some beyond the last expected, and at most. */
const [AT_LEAST, BEYOND, MOST] = [12, 3, 72];
/** A bead rarer than this is no longer drawn, unless it is expected. */
const FAINTEST = 0.02;

/** Returns the year of today's mark: each bottleneck that falls takes its years. */
export const yearOf = ({ solved, yearsPerBottleneck }: Inputs): number =>
	TODAY + Math.max(0, solved - model.parameters.solved.default) * yearsPerBottleneck;

/** Returns the threads of the three starting beliefs, all else equal. */
export const threadsOf = (inputs: Inputs): readonly Thread[] =>
	Object.entries(model.parameters.priorShape.choices).map(([key, name]) => {
		const shape = key as Shape;
		const given = { ...inputs, priorShape: shape };
		const { expectedRemaining: expected, nextIsLast, expectedYears } = model.evaluate(given);
		const count = Math.min(MOST, Math.max(AT_LEAST, Math.ceil(expected) + BEYOND));
		const ahead = chancesOfMore(given, count).map((exists, i) => ({
			index: inputs.solved + i + 1,
			exists,
			filled: Math.min(1, Math.max(0, expected - i)),
		}));
		return {
			shape,
			name,
			expected,
			nextIsLast,
			year: yearOf(inputs) + expectedYears,
			ahead: ahead.filter(({ exists, filled }) => filled > 0 || exists >= FAINTEST),
		};
	});

/** Places along the width: few, so that one more bead seldom changes the size of all. */
const SIZES = [16, 22, 30, 42, 60, 90];
/** Returns the number of places that all threads need: the fallen beads, today, and the beads ahead. */
export function placesFor({ solved }: Inputs, threads: readonly Thread[]): number {
	const wanted = solved + 1.5 + Math.max(...threads.map(({ ahead }) => ahead.length));
	return SIZES.find((size) => size >= wanted) ?? SIZES.at(-1)!;
}

/** Returns the bead after which the essay's own thread ends, counted from the first that fell. */
export function essayEnd(): number {
	const essay = baselineOf(model) as Inputs;
	return essay.solved + model.evaluate(essay).expectedRemaining;
}
