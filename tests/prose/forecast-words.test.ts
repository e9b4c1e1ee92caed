import { describe, expect, it } from 'vitest';
import { baselineOf } from '../../src/engine/model.ts';
import forecast from '../../src/models/forecast.model.ts';
import { parameters } from '../../src/models/registry.ts';
import { forecastText, unexplored } from '../../src/prose/forecast-words.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const outputs = forecast.evaluate(baselineOf(forecast));
const change = (key: string, value: number) => [parameters.get(key)!, value] as const;

describe('`forecastText`', () => {
	it('states dates, share and revenue, and that no assumption is changed', () => {
		const text = plain(forecastText(outputs, 2033.5, []));
		expect(text).toContain('nineteen jobs in twenty of knowledge work in 2037.');
		expect(text).toContain('as well as a person in 2033.');
		expect(text).toContain('can do 26% of the work, and labs earn $250 billion a year');
		expect(text).toMatch(/I have changed none\.$/);
	});
	it('names up to three changes and counts the rest', () => {
		const says = (...changes: ReturnType<typeof change>[]) => plain(forecastText(outputs, 2030, changes));
		expect(says(change('humanLevelYear', 2030))).toMatch(
			/Where I differ from the essay: “Year in which a machine learns as people do” at 2030\.$/,
		);
		expect(says(change('ramp', 3), change('wageGrowth', 0))).toMatch(/at 3 years and “[^”]+” at 0% a year\.$/);
		expect(
			says(change('ramp', 3), change('wageGrowth', 0), change('gdp', 100), change('solved', 4), change('labels', 10)),
		).toMatch(/“World GDP” at \$100 trillion and two more\.$/);
	});
	it('writes “never” for an infinite date', () =>
		expect(forecastText({ ...outputs, agiYear: Infinity }, 2033, [])).toContain('of knowledge work never.'));
});

describe('`unexplored`', () => {
	const question = (href: string, ...models: string[]) => ({ href, question: '?', models });
	const all = [
		question('/a/', 'lemons'),
		question('/b/', 'lemons', 'long-tail'),
		question('/c/', 'robot-homes'),
		question('/d/', 'software-explosion'),
		question('/e/'),
	];
	const hrefs = (...changed: string[]) => unexplored(all, changed).map(({ href }) => href);

	it('returns the first three questions of whose models no parameter is changed', () => {
		expect(hrefs()).toEqual(['/a/', '/b/', '/c/']);
		expect(hrefs('searchCost')).toEqual(['/c/', '/d/', '/e/']);
		expect(hrefs('searchCost', 'nines', 'speedUp')).toEqual(['/e/']);
	});
});
