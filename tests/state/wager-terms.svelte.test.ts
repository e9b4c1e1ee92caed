import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parameters } from '../../src/models/registry.ts';
import { readLink, writeLink } from '../../src/state/link.ts';
import { parseTerms, serializeTerms, type WagerTerms } from '../../src/state/wager-terms.ts';

const read = (link: string) => readLink(link, parameters);
const terms: WagerTerms = {
	made: '2026-11-30',
	quantity: 'revenue',
	date: '2027-12',
	threshold: 210,
	chances: [0.62, 0.21],
};
const GOOD = serializeTerms(terms);

describe('terms of a wager in a link', () => {
	it('`parseTerms` restores what `serializeTerms` wrote', () => {
		const chance = fc.double({ min: 0.001, max: 0.999, noNaN: true });
		fc.assert(
			fc.property(
				fc.constantFrom('revenue', 'wholeProjects', 'clearBriefs'),
				fc.double({ min: 0.001, max: 0.999, noNaN: true }),
				fc.integer({ min: 0, max: 20_000 }),
				chance,
				chance,
				(quantity, threshold, day, one, two) => {
					const made = new Date(Date.UTC(2026, 0, 1) + day * 86_400_000).toJSON().slice(0, 10);
					const date = `${Number(made.slice(0, 4)) + 1}-06`;
					const own = { made, quantity, date, threshold, chances: [one, two] } as WagerTerms;
					const refused: string[] = [];
					expect(parseTerms(decodeURIComponent(serializeTerms(own)), (problem) => refused.push(problem))).toEqual(own);
					expect(refused).toEqual([]);
				},
			),
		);
	});
	it.each([
		['', /not six parts/],
		['2026-11-30,revenue,2027-12,210,0.62', /not six parts/],
		['2026-02-30,revenue,2027-12,210,0.62,0.21', /“2026-02-30” is not a day/],
		['yesterday,revenue,2027-12,210,0.62,0.21', /“yesterday” is not a day/],
		['2026-11-30,money,2027-12,210,0.62,0.21', /“money” is not one of revenue, whole-projects, clear-briefs/],
		['2026-11-30,can-do,2027-12,0.5,0.62,0.21', /“can-do” is not one of/],
		['2026-11-30,revenue,2027-13,210,0.62,0.21', /“2027-13” is not a month after/],
		['2026-11-30,revenue,2026-11,210,0.62,0.21', /“2026-11” is not a month after/],
		['2026-11-30,revenue,2027-12,-1,0.62,0.21', /threshold “-1” is not a number between 0 and/],
		['2026-11-30,whole-projects,2027-12,35,0.62,0.21', /threshold “35” is not a number between 0 and 1/],
		['2026-11-30,revenue,2027-12,210,1,0.21', /chances “1,0.21” are not two numbers between 0 and 1/],
		['2026-11-30,revenue,2027-12,210,NaN,<img>', /chances “NaN,<img>”/],
	])('a link with the terms %s names what is wrong and has no wager', (text, problem) => {
		const { wager, notices } = read(`?m=3&wager-terms=${encodeURIComponent(text)}&wager-two-revenue=30`);
		expect(wager).toBeUndefined();
		expect(notices.join()).toMatch(/^Wager \(wager-terms\): /);
		expect(notices.join()).toMatch(problem);
		expect(notices.join()).toMatch(/The wager was left out\./);
	});
});

describe('a wager in a link', () => {
	it('keeps its text, so that its hash stays what it was', () => {
		const text = `wager-terms=${GOOD}&wager-one-m=2&wager-one-learner-year=2029&wager-two-name=Ann&wager-two-m=3`;
		const { wager, notices } = read(`?m=3&utm_source=mail&${text}`);
		expect([wager?.text, notices]).toEqual([text, []]);
		expect(writeLink((id) => parameters.get(id)!.default, parameters, [], { wager })).toBe(`?m=3&${text}`);
	});
	it('of an older edition is read as it was then', () => {
		const { wager } = read(`?m=3&wager-terms=${GOOD}&wager-one-m=2&wager-two-m=3`);
		expect(wager!.edition).toBe(2);
		expect(wager!.one.values.get('humanLevelYear')).toBe(2035.5);
		expect(wager!.two.values.size).toBe(0);
	});
	it('names a damaged setting of either reader, and leaves what is not a setting in the address', () => {
		const { wager, notices, foreign } = read(
			`?m=3&wager-terms=${GOOD}&wager-one-revenue=9999&wager-two-revenu=40&wager-two-__proto__=1`,
		);
		expect(wager!.one.values.get('revenue')).toBe(1000);
		expect(notices).toEqual([
			expect.stringMatching(/^Wager, reader one\. .*“9999” is above/),
			expect.stringMatching(/^Wager, reader two\. .*Did you mean revenue/),
		]);
		expect(foreign).toEqual(['wager-two-revenu=40', 'wager-two-__proto__=1']);
		expect(wager!.text).not.toContain('proto');
	});
	it('without terms is left out and named', () => {
		const { wager, notices } = read('?wager-one-revenue=30');
		expect(wager).toBeUndefined();
		expect(notices).toEqual(['Wager (wager-terms): it has no terms, and was left out.']);
	});
	it('that is too long is left out and named', () => {
		const { wager, notices } = read(`?wager-terms=${GOOD}&wager-one-name=${'x'.repeat(9000)}`);
		expect(wager).toBeUndefined();
		expect(notices).toContain('Wager (wager-terms): it is too long, and was left out.');
	});
	it('shows no name that would change the text around it', () => {
		const { wager } = read(`?wager-terms=${GOOD}&wager-one-name=%E2%80%AEnoB%00%0Ab`);
		expect(wager!.one.name).toBe('noBb');
	});
	it('changes no setting of the reader who opens it', () => {
		const { values, other } = read(`?m=3&wager-terms=${GOOD}&wager-one-revenue=30&wager-two-revenue=40`);
		expect([values.size, other]).toEqual([0, undefined]);
	});
});
