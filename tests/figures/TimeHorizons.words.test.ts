import fc from 'fast-check';
import { expect, it } from 'vitest';
import { baselineOf } from '../../src/engine/model.ts';
import { rows, summary } from '../../src/figures/TimeHorizons/words.ts';
import model from '../../src/models/time-horizon.model.ts';
import { inputsOf } from '../inputs.ts';

const essay = baselineOf(model);
const fits = { recent: { doubling: 128.7 }, all: { doubling: 187.8 } };
const summaryOf = (inputs = essay) => summary(inputs, model.evaluate(inputs), fits, 2016);

it('says both doubling times, both lengths, and the year in which the task is done reliably', () => {
	const { horizon, reliableHorizon, reliableYear } = model.evaluate(essay);
	expect([Math.round(horizon / 60), (reliableHorizon / 60).toFixed(1), Math.floor(reliableYear)]).toEqual([
		20,
		'3.8',
		2026,
	]);
	expect(summaryOf()).toBe(
		'By our own fit to METR’s measurements, without those over sixteen hours, the length of task that ' +
			'models finish half the time has doubled every 129 days since 2023, and every 188 days over all years. ' +
			'On your line it is 20 hours in 2026; what they finish 80% of the time is 3.8 hours. A task of 8 ' +
			'hours is done that reliably in 2026.',
	);
});

it('says so where the task was done before the picture begins, and where it takes less than a second', () => {
	expect(summaryOf({ ...essay, taskMinutes: 1, horizonStart: 2000, doublingDays: 400, reliability: 0.5 })).toMatch(
		/done that reliably from before 2016\.$/,
	);
	expect(summaryOf({ ...essay, horizonStart: 1, reliability: 0.999, hazardShape: 0.3 })).toMatch(
		/99\.9% of the time is under a second\./,
	);
});

it('has a row for each measurement, and the reader’s lines after them', () => {
	const measured = {
		series: 'GPT-9',
		label: 'GPT-9',
		day: 20_000,
		year: 2024.8,
		date: 'October 2024',
		value: 30,
		p80: 5,
		reported: true,
		source: 'METR 2026',
	};
	const [first, ...own] = rows([measured], essay);
	expect(first).toEqual(['October 2024, GPT-9', '30 minutes', '5 minutes at 80%']);
	const { horizon, reliableHorizon } = model.evaluate({ ...essay, horizonYear: 2027 });
	expect(own[1]).toEqual([
		'January 2027, your line',
		`${Math.round(horizon / 60)} hours`,
		`${(reliableHorizon / 60).toPrecision(2)} hours at 80%`,
	]);
});

it('has words for whatever is asked', () => {
	fc.assert(
		fc.property(inputsOf(model), (inputs) => {
			const given = { ...essay, ...inputs };
			return !/NaN|Infinity|undefined/.test(summaryOf(given) + rows([], given).join());
		}),
	);
});
