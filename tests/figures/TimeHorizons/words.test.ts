import { expect, it } from 'vitest';
import { baselineOf } from '../../../src/engine/model.ts';
import model from '../../../src/models/time-horizon.model.ts';
import texts from './texts.ts';

const baseline = baselineOf(model);

it('`summary` gives both doubling times, both horizons and the year in which the task is done reliably', () => {
	const { horizon, reliableHorizon, reliableYear } = model.evaluate(baseline);
	expect([Math.round(horizon / 60), (reliableHorizon / 60).toFixed(1), Math.floor(reliableYear)]).toEqual([
		20,
		'3.8',
		2026,
	]);
	expect(texts.of().summary).toBe(
		'By our own fit to METR’s measurements, without those over sixteen hours, the length of task that ' +
			'models finish half the time has doubled every 129 days since 2023, and every 188 days over all years. ' +
			'On your line it is 20 hours in 2026.5; what they finish 80% of the time is 3.8 hours. A task of 8 ' +
			'hours is done that reliably in 2026.',
	);
});

it('`summary` covers a year before the first drawn year and a task below one second', () => {
	expect(texts.of({ taskMinutes: 1, horizonStart: 2000, doublingDays: 400, reliability: 0.5 }).summary).toMatch(
		/done that reliably from before 2016\.$/,
	);
	expect(texts.of({ horizonStart: 1, reliability: 0.999, hazardShape: 0.3 }).summary).toMatch(
		/99\.9% of the time is under a second\./,
	);
});

it('`rows` lists each measurement, then the reader’s lines', () => {
	const [first, ...own] = texts.of().rows;
	expect(first).toEqual(['October 2024, GPT-9', '30 minutes', '5 minutes at 80%']);
	const { horizon, reliableHorizon } = model.evaluate({ ...baseline, horizonYear: 2027 });
	expect(own[1]).toEqual([
		'January 2027, your line',
		`${Math.round(horizon / 60)} hours`,
		`${(reliableHorizon / 60).toPrecision(2)} hours at 80%`,
	]);
});
