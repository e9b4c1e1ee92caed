import type { InputsOf, OutputsOf } from '../../engine/model.ts';
import type model from '../../models/bottlenecks.model.ts';
import { chancesLeft, chancesOfMore } from '../../models/bottlenecks.model.ts';

/** A bead ahead of today. */
export interface Bead {
	/** Counted from the first that fell. */
	readonly index: number;
	/** Chance that this bead exists, and that it is the last. */
	readonly exists: number;
	readonly isLast: number;
	/** Share of the bead that the expected number includes, from 0 to 1. */
	readonly filled: number;
}

const AT_LEAST = 20;
/** Beads beyond the last expected. */
const BEYOND = 8;
/** A bead rarer than this is no longer drawn, unless it is expected. */
const FAINTEST = 0.02;

/** Returns the beads ahead of today; `isDrawn` selects those that are visible. */
export function beadsAhead(
	inputs: InputsOf<typeof model>,
	{ expectedRemaining }: OutputsOf<typeof model>,
): readonly Bead[] {
	const count = Math.max(AT_LEAST, Math.ceil(expectedRemaining) + BEYOND);
	const last = chancesLeft(inputs, count);
	return chancesOfMore(inputs, count).map((exists, i) => ({
		index: inputs.solved + i + 1,
		exists,
		isLast: last[i]!,
		filled: Math.min(1, Math.max(0, expectedRemaining - i)),
	}));
}

export const isDrawn = ({ exists, filled }: Bead): boolean => filled > 0 || exists >= FAINTEST;

/** A chance is printed under the first bead at or below each landmark, not under every bead. */
const LANDMARKS = [1, 0.75, 0.5, 0.25, 0.1, 0.05];
export const isLandmark = (beads: readonly Bead[], i: number): boolean =>
	LANDMARKS.some((mark) => beads[i]!.exists <= mark + 1e-9 && (i === 0 || beads[i - 1]!.exists > mark + 1e-9));
