import { expect, it } from 'vitest';
import { evidenceText } from '../../src/prose/evidence-text.ts';
import type { Evidence } from '../../src/runs/queries.ts';

it('`evidenceText` compares odds with the post’s, and returns “hardly at all” under the surprise limit', () => {
	const told = (odds: number, surprise = 0.5) =>
		evidenceText({ odds, surprise, effective: 900, logEvidence: -3 } satisfies Evidence);
	expect([told(1), told(2.8), told(1 / 13), told(5, 0.001)]).toEqual([
		'as well as the post’s',
		'2.8× as well as the post’s',
		'13× worse than the post’s',
		'hardly at all: a one in 1,000 surprise',
	]);
});
