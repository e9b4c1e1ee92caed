import { expect, it } from 'vitest';
import { baselineOf } from '../../../src/engine/model.ts';
import { stagesOf } from '../../../src/figures/VerificationFunnel/stages.ts';
import model from '../../../src/models/verification.model.ts';

const baseline = baselineOf(model);

it('`stagesOf` settles or retries every task', () => {
	for (const { tried, right, wrong, open } of stagesOf({ ...baseline, attempts: 5 }))
		expect(right + wrong + open).toBeCloseTo(tried, 9);
});

it('`stagesOf` groups the attempts from the sixth on', () => {
	expect(stagesOf({ ...baseline, attempts: 6 }).at(-1)!.last).toBe(6);
});
