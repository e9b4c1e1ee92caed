import { expect, it } from 'vitest';
import { baselineOf } from '../../../src/engine/model.ts';
import { spanText } from '../../../src/figures/Race/words.ts';
import model from '../../../src/models/lead.model.ts';
import texts from './texts.ts';

it('`summary` gives the lead, its steady state and the start of the runaway region', () => {
	const { leadAfter, steadyLead } = model.evaluate(baselineOf(model));
	expect([leadAfter, steadyLead].map((months) => months.toPrecision(2))).toEqual(['1.4', '1.7']);
	expect(texts.of().summary).toBe(
		'With rivals 4 months behind, the lead is 1.4 months after 12 months. It settles at 1.7 months: ' +
			'each month of lead adds 40% of what it loses to imitation. In the map that point lies outside the region of runaway ' +
			'leads, which with this flywheel begins at a lag of 10 months.',
	);
});

it('`summary` names a runaway lead, a flywheel of zero and a region beyond the map', () => {
	expect(texts.of({ flywheel: 0.25 }).summary).toMatch(
		/It runs away: .* lies inside the region .* at a lag of 4 months\.$/,
	);
	expect(texts.of({ flywheel: 0 }).summary).toMatch(/each month of lead adds nothing\. .* begins nowhere\.$/);
	expect(texts.of({ flywheel: 0.02 }).summary).toMatch(/begins beyond the map\.$/);
});

it('`spanText` chooses days, months or years, and caps at 1,000 years', () => {
	expect([0.5, 6, 240, 12_000].map((months) => spanText(months).replaceAll('\u00a0', ' '))).toEqual([
		'15 days',
		'6 months',
		'20 years',
		'over 1,000 years',
	]);
});

it('`rows` puts the baseline lead beside the reader’s', () => {
	const { rows } = texts.of({ flywheel: 0.25 });
	expect(rows[3]).toEqual(['12 months', '3 months', '1.4 months']);
	expect(rows.at(-1)![1]).toBe('30 months');
});
