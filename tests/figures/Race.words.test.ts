import fc from 'fast-check';
import { expect, it } from 'vitest';
import { baselineOf } from '../../src/engine/model.ts';
import { rows, spanText, summary } from '../../src/figures/Race/words.ts';
import model from '../../src/models/lead.model.ts';
import { inputsOf } from '../inputs.ts';

const essay = baselineOf(model);
const summaryOf = (inputs = essay) => summary(inputs, model.evaluate(inputs)).replaceAll('\u00a0', ' ');

it('says how long the lead is, where it settles, and where the region of runaway leads begins', () => {
	const { leadAfter, steadyLead } = model.evaluate(essay);
	expect([leadAfter, steadyLead].map((months) => months.toPrecision(2))).toEqual(['1.4', '1.7']);
	expect(summaryOf()).toBe(
		'With rivals 4 months behind, the lead is 1.4 months after 12 months. It settles at 1.7 months: ' +
			'each month of lead adds 40% of what it loses to imitation. In the small map that point lies outside the region of runaway ' +
			'leads, which with this flywheel begins at a lag of 10 months.',
	);
});

it('says that it runs away, that nothing feeds it, and that the region lies beyond the map', () => {
	expect(summaryOf({ ...essay, flywheel: 0.25 })).toMatch(
		/It runs away: .* lies inside the region .* at a lag of 4 months\.$/,
	);
	expect(summaryOf({ ...essay, flywheel: 0 })).toMatch(/each month of lead adds nothing\. .* begins nowhere\.$/);
	expect(summaryOf({ ...essay, flywheel: 0.02 })).toMatch(/begins beyond the map\.$/);
});

it('measures a lead in days, months or years', () => {
	expect([0.5, 6, 240, 12_000].map((months) => spanText(months).replaceAll('\u00a0', ' '))).toEqual([
		'15 days',
		'6 months',
		'20 years',
		'over 1,000 years',
	]);
});

it('has rows of what the model gives, the essay’s beside the reader’s', () => {
	const table = rows({ ...essay, flywheel: 0.25 }, essay);
	expect(table[3]).toEqual(['12 months', '3 months', '1.4 months']);
	expect(table.at(-1)![1]).toBe('30 months');
});

it('has words for whatever is asked', () => {
	fc.assert(
		fc.property(inputsOf(model), (inputs) => {
			const given = { ...essay, ...inputs };
			return !/NaN|Infinity|undefined/.test(summaryOf(given) + rows(given, essay).join());
		}),
	);
});
