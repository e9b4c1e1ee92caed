import { createHash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { positions } from '../../src/positions/positions.ts';
import type { WagerProspect } from '../../src/runs/queries.ts';
import { wagerLink, wagerOf } from '../../src/reader/wager-link.ts';
import {
	bettorsOf,
	fairnessText,
	findingsOf,
	findingText,
	fingerprint,
	halfYears,
	offerOf,
	outcomeOf,
	outcomeText,
	pointsOf,
	ruleText,
	wagerText,
	YOU,
	yearOfDay,
	type Bettors,
} from '../../src/reader/wager-words.ts';
import { parameters } from '../../src/models/registry.ts';
import { readLink } from '../../src/state/link.ts';
import type { WagerTerms } from '../../src/state/wager-terms.ts';

const terms: WagerTerms = {
	made: '2026-11-30',
	quantity: 'revenue',
	date: '2027-12',
	threshold: 210,
	chances: [0.62, 0.2],
};
const you: Bettors = [YOU, { name: 'Ann' }];
const sent = bettorsOf('Bob', '');
const prospect = (quantity: WagerProspect['quantity'], year: number, odds: number): WagerProspect => ({
	quantity,
	year,
	odds,
	ifFirst: 0,
	ifSecond: 0,
	threshold: 0.3,
	chances: [0.6, 0.2],
});

describe('`wagerText`', () => {
	it('names both, what each puts in and what is bet on, with the one who gives it the better chance as the one for it', () => {
		expect(wagerText(terms, you)).toBe(
			'You bet 34.4 points against Ann’s 49.6 that the yearly run rate of OpenAI and Anthropic together, as this essay’s record has it for December 2027, will be more than $210\u00a0billion.',
		);
		expect(wagerText({ ...terms, chances: [0.2, 0.62] }, you)).toMatch(
			/^Ann bets 34\.4 points against your 49\.6 that/,
		);
		expect(wagerText(terms, sent)).toMatch(/^Bob bets 34\.4 points against the other reader’s 49\.6 that/);
		expect(wagerText({ ...terms, chances: [0.2, 0.62] }, bettorsOf('', 'Ann'))).toMatch(
			/^Ann bets 34\.4 points, against 49\.6 from the reader who made it, that the yearly/,
		);
	});
	it.each(['wholeProjects', 'clearBriefs'] as const)('says a share of %s in percent', (quantity) =>
		expect(wagerText({ ...terms, quantity, threshold: 0.35 }, you)).toMatch(
			/as this essay’s record has it for December 2027, will .* more than 35% of .*\.$/,
		),
	);
	it('`fairnessText` gives the chances by the runs of both and the gain that both expect', () =>
		expect(fairnessText(terms, you)).toBe(
			'Your runs give it 62%; Ann’s give it 20%. The price lies half way, in a pot of 84 points: each expects to gain 18 of them, if they believe what their runs give and that a void does not depend on who would win, and once the claim is fixed neither gains by naming another chance. Accept it only if you do believe them.',
		));
	it.each([
		['Bob', 'Ann', 'Bob’s runs give it 62%; Ann’s give it 20%.'],
		['', 'Ann', 'The runs of the reader who made it give it 62%; Ann’s give it 20%.'],
		['Bob', '', 'Bob’s runs give it 62%; the other reader’s give it 20%.'],
	])('`fairnessText` takes the names “%s” and “%s”', (one, two, text) =>
		expect(fairnessText(terms, bettorsOf(one, two))).toContain(text),
	);
	it('`ruleText` says what decides it, and that there is no money', () =>
		expect(ruleText(terms)).toMatch(
			/by its row of December 2027, of several by the middle one, of two half way between; .* neither more than three months away, evenly on a logarithmic scale .* A value equal to the threshold makes it void\. .* five months after .* no money/,
		));
	it('`pointsOf` divides the pot by the price', () => {
		expect(pointsOf({ price: 0.41, pot: 100, gain: 0.2, isFirstFor: true })).toEqual([41, 59]);
		expect(pointsOf({ price: 0.415, pot: 26, gain: 0.2, isFirstFor: true })).toEqual([10.8, 15.2]);
	});
});

describe('`findingsOf` and `findingText`', () => {
	const dateOf = ({ year }: WagerProspect) => `${Math.floor(year)}-12`;
	const context = { enough: 3, dateOf, bettors: you };
	it('names the earliest recorded date, and what would do it sooner', () => {
		const found = findingsOf([prospect('revenue', 2030, 4), prospect('takenUp', 2027, 12)], 3);
		expect(findingText(found, context)).toBe(
			'The earliest that would tell you and Ann apart is labs’ revenue in December 2030: if one of the two forecasts is right, the report should typically favour it by 4 to 1. To measure the share of the work that machines can do that is in fact given to them in December 2027 with a typical error of a quarter would do it sooner, by 12 to 1.',
		);
	});
	it('says that nothing recorded separates them, what comes nearest, and what would', () => {
		const found = findingsOf([prospect('revenue', 2030, 1.5), prospect('canDo', 2031, 2.2)], 3);
		expect(found.best?.quantity).toBe('revenue');
		expect(findingText(found, context)).toBe(
			'Nothing that is recorded separates you and Ann before 2033 by 3 to 1; the nearest is labs’ revenue in December 2030, by 1.5 to 1. Among what no record counts yet, the share of all knowledge work, counted job by job, that machines can do in December 2031 would separate you and Ann most, by 2.2 to 1, if it were measured with a typical error of a quarter.',
		);
	});
	it('says why nothing separates two readers whose central numbers are far apart', () => {
		const centres = { date: '2032-12', ratio: 5.04, modelErrors: [2, 2] } as const;
		const text = (odds: number, more: object) =>
			findingText(findingsOf([prospect('revenue', 2030, odds)], 3), { ...context, centres: { ...centres, ...more } });
		expect(text(1.5, {})).toContain(
			'by 1.5 to 1. Your two central numbers for labs’ revenue in December 2032 are a factor of 5 apart, but each forecast is allowed to be wrong by a factor of 2, so that even numbers far apart overlap.',
		);
		expect(text(1.5, { modelErrors: [2, 3] })).toContain('wrong by a factor of 2 or 3, so');
		expect(text(1.5, { ratio: 2 })).not.toContain('central numbers');
		expect(text(4, {})).not.toContain('central numbers');
	});
	it('says that readers who expect the same have no wager', () => {
		const found = findingsOf([prospect('revenue', 2030, 1), prospect('canDo', 2031, 1)], 3);
		expect(found).toEqual({ found: undefined, best: undefined, unrecorded: undefined });
		expect(findingText(found, context)).toMatch(/^You and Ann expect the same of everything/);
	});
	it('offers no wager on chances that hardly differ, and whole percents on others', () => {
		const one = prospect('revenue', 2030, 2);
		expect(offerOf({ ...one, chances: [0.301, 0.345] }, terms.made, '2030-12')).toBeUndefined();
		// A report of 2026, without its month, has passed it.
		const passed = { ...one, quantity: 'wholeProjects', chances: [0.3, 0.9] } as const;
		expect(offerOf({ ...passed, threshold: 0.16 }, terms.made, '2030-12')).toBeUndefined();
		expect(offerOf({ ...passed, threshold: 0.2 }, terms.made, '2030-12')).toBeDefined();
		expect(offerOf({ ...one, chances: [0.3049, 0.9991] }, terms.made, '2030-12')!.chances).toEqual([0.3, 0.99]);
	});
});

describe('dates of a wager', () => {
	it('`halfYears` begins after the month of the day and ends with 2032', () => {
		const months = halfYears('2026-11-30');
		expect([months[0], months.at(-1), months.length]).toEqual(['2026-12', '2032-12', 13]);
		expect(halfYears('2026-12-01')[0]).toBe('2027-06');
		expect(halfYears('2033-01-01')).toEqual([]);
	});
	it('`yearOfDay` puts a day between the middles of its months', () => {
		expect(yearOfDay('2026-01-01')).toBe(2026);
		expect(yearOfDay('2026-09-30')).toBeGreaterThan(2026 + 8.5 / 12);
		expect(yearOfDay('2026-12-31')).toBeLessThan(2027);
	});
});

describe('the outcome of a wager', () => {
	const row = (month: number, value: number) => ({
		kind: 'revenue' as const,
		month: `month ${month}`,
		year: 2027 + (month - 0.5) / 12,
		published: 2027 + month / 12,
		value,
	});
	it('waits until a row has come, and is void if none comes', () => {
		expect(outcomeOf(terms, '2028-01-05', [])).toEqual({ state: 'waiting' });
		expect(outcomeOf(terms, '2028-04-30', [])).toEqual({ state: 'waiting' });
		expect(outcomeOf(terms, '2028-07-01', [])).toEqual({ state: 'void' });
		expect(outcomeText({ state: 'waiting' }, terms, you, undefined)).toMatch(/graded here when the record has rows/);
	});
	it('is decided by the row of its month, of several by the middle one', () => {
		const outcome = (...rows: ReturnType<typeof row>[]) => outcomeOf(terms, '2028-07-01', rows);
		expect(outcomeOf(terms, '2028-04-01', [row(12, 230)])).toMatchObject({ isFinal: false });
		expect(outcome(row(11, 150), row(12, 230), row(13, 300))).toEqual({
			state: 'came',
			value: 230,
			isAbove: true,
			isFinal: true,
		});
		expect(outcome(row(12, terms.threshold))).toEqual({ state: 'tied', value: terms.threshold });
		expect(outcome(row(12, 190), row(12, 260), row(12, 230))).toMatchObject({ value: 230, isAbove: true });
		expect(outcomeOf({ ...terms, quantity: 'clearBriefs', threshold: 0.5 }, '2028-07-01', [row(12, 1)])).toEqual({
			state: 'void',
		});
	});
	it('is decided without a row of its month by what lies between the rows on each side, on the scale of their error', () => {
		const outcome = (...rows: ReturnType<typeof row>[]) => outcomeOf(terms, '2028-07-01', rows);
		const { value } = outcome(row(10, 100), row(14, 400)) as { value: number };
		expect(value).toBeCloseTo(200, 6);
		expect(outcome(row(8, 90), row(10, 180), row(13, 240), row(16, 900))).toMatchObject({
			value: expect.closeTo(180 * (240 / 180) ** (2 / 3), 6),
			isAbove: true,
		});
		for (const one of [row(15, 900), row(9, 10)]) expect(outcome(one)).toEqual({ state: 'void' });
		expect(outcome(row(8, 90), row(13, 240))).toEqual({ state: 'void' });
	});
	it('says what came, who won, and both log scores as a direct computation gives them', () => {
		const came = { state: 'came', value: 230, isAbove: true, isFinal: true } as const;
		expect(outcomeText(came, terms, you, [-1.21, -0.94])).toBe(
			'It came: $230\u00a0billion, above $210\u00a0billion. You win 49.6 points. By log score on the threshold you were better: −0.48 for you, −1.6 for Ann (higher is better). Over their whole distributions Ann was better: −1.2 for you, −0.94 for Ann.',
		);
		expect([Math.log(0.62), Math.log(0.2)].map((score) => score.toFixed(2))).toEqual(['-0.48', '-1.61']);
		expect(outcomeText({ ...came, isFinal: false }, terms, you, undefined)).toMatch(
			/Provisional: rows can still be entered until five months after December 2027\.$/,
		);
		const below = { ...came, value: 200, isAbove: false };
		expect(outcomeText(below, terms, sent, undefined)).toMatch(
			/\$200.billion, not above .* The other reader wins 34\.4 points\. .*the other reader was better: −0\.97 for Bob, −0\.22 for the other reader/,
		);
	});
});

describe('the link of a wager', () => {
	const two = { name: 'Ann', values: new Map([['humanLevelYear', 2029 as const]]) };
	const wager = wagerOf(terms, { name: '', values: new Map() }, two);
	it('carries both readers, and no setting of the page', () => {
		const { wager: read, values, notices } = readLink(new URL(wagerLink(wager)).search, parameters);
		expect(read).toEqual(wager);
		expect([values.size, notices]).toEqual([0, []]);
		expect(read!.two).toEqual(two);
	});
	it('has the SHA-256 of its text as its fingerprint', async () => {
		const digits = createHash('sha256').update(wager.text).digest('hex');
		expect((await fingerprint(wager.text))!.replaceAll(' ', '')).toBe(digits);
	});
	it('has no fingerprint where the browser has no cryptography', async () => {
		vi.stubGlobal('crypto', {});
		expect(await fingerprint(wager.text)).toBeUndefined();
		vi.unstubAllGlobals();
	});
	it('has room for the name of every position', () => {
		for (const { title } of positions) expect(title.length).toBeLessThanOrEqual(24);
	});
});
