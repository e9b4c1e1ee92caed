import { expect, it } from 'vitest';
import waysToBelieve, { BELIEFS, beliefText, GOALS } from '../../src/analysis/ways-to-believe.ts';
import { baselineOf } from '../../src/engine/model.ts';
import forecast from '../../src/models/forecast.model.ts';

const baseline = baselineOf(forecast);

it.each([
	['work', 2032],
	['work', 2045],
	['money', 2031],
	['money', 2036],
] as const)('`waysToBelieve` finds single changes that move the date of %s across %i', async (goal, year) => {
	const { isAlready, ways } = (await waysToBelieve(baseline, goal, year))!;
	const dateOf = (inputs: typeof baseline) => forecast.evaluate(inputs)[GOALS[goal].output];
	expect(isAlready).toBe(dateOf(baseline) <= year);
	expect(ways.length).toBeGreaterThan(0);
	for (const { key, value } of ways) expect(dateOf({ ...baseline, [key]: value }) <= year, key).toBe(!isAlready);
	expect(ways.map(({ distance }) => distance)).toEqual(ways.map(({ distance }) => distance).toSorted((a, b) => a - b));
});

it('`waysToBelieve` leads back after a way was taken', async () => {
	const { ways } = (await waysToBelieve(baseline, 'work', 2045))!;
	const [{ key, value }] = ways as [(typeof ways)[number]];
	const back = (await waysToBelieve({ ...baseline, [key]: value }, 'work', 2045))!;
	expect(back.isAlready).toBe(false);
	expect(back.ways.map((way) => way.key)).toContain(key);
});

it('`waysToBelieve` returns undefined once it is superseded', async () =>
	expect(await waysToBelieve(baseline, 'work', 2030, () => Promise.resolve(false))).toBeUndefined());

it('`beliefText` states each belief in plain words', () => {
	expect(beliefText('humanLevelYear', 2029)).toBe('a machine learns on the job as well as a person in 2029');
	for (const key of BELIEFS) expect(beliefText(key, baseline[key])).not.toMatch(/undefined|NaN|log|Bass/);
});
