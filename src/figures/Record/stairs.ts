import type { EvidenceStep } from '../../runs/queries.ts';

/** Domain of the x axis. */
export const [FIRST, LAST] = [2024.5, 2027];

/** Returns two corners per step: each step lasts until the next report, the last one until `to`. */
export const stairsOf = (steps: readonly EvidenceStep[], to: number): { at: number; step: EvidenceStep }[] =>
	steps.flatMap((step, i) => {
		const from = step.until ?? FIRST;
		return [
			{ at: from, step },
			{ at: steps[i + 1]?.until ?? Math.max(to, from), step },
		];
	});

/** Returns the steps whose reports count. */
export const countedBy = (until: number, steps: readonly EvidenceStep[]): readonly EvidenceStep[] =>
	steps.filter((step) => step.until === undefined || step.until <= until);
