import type { WorthStep } from '../../runs/queries.ts';

/** From the first date of the picture to its last. */
export const [FIRST, LAST] = [2024.5, 2027];

/** A step of the record holds until the next report, the last one until `to`; each has two corners. */
export const stairsOf = (steps: readonly WorthStep[], to: number): { at: number; step: WorthStep }[] =>
	steps.flatMap((step, i) => {
		const from = step.until ?? FIRST;
		return [
			{ at: from, step },
			{ at: steps[i + 1]?.until ?? Math.max(to, from), step },
		];
	});

/** The steps whose reports count. */
export const countedBy = (until: number, steps: readonly WorthStep[]): readonly WorthStep[] =>
	steps.filter((step) => step.until === undefined || step.until <= until);
