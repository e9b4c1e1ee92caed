import { expect, it } from 'vitest';
import {
	answersOf,
	conditionText,
	differenceText,
	supposable,
} from '../../../src/figures/Record/parts/suppose-words.ts';
import type { Supposed } from '../../../src/runs/queries.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const supposed: Supposed = {
	mark: 0.6,
	now: 2035.04,
	set: 2035.04,
	learnt: 2037.5,
	effective: 900,
	isGiven: true,
	other: { key: 'humanLevelYear', before: 2031.9, after: 2034.2, distance: 0.4 },
};

it('says what is supposed, and what follows by both questions', () => {
	expect(plain(conditionText('adoptionQ', 'high', supposed))).toBe(
		'“How strongly adopters draw others in” is above 60% a year',
	);
	expect(answersOf(supposed)).toEqual({
		set: 'Set so by hand, every other assumption as it was: 2035.0, where the middle of all runs is 2035.0.',
		learnt: 'Learnt to be so, which leaves only the runs in which it is: 2037.5.',
	});
});
it('says by how much the two differ, and what else is different in the runs that remain', () => {
	const text = plain(differenceText(supposed));
	expect(text).toMatch(/^The two differ by 2\.5 years\. /);
	expect(text).toContain(
		'the middle of “Year in which a machine learns as people do” is 2034; in all runs it is 2031.',
	);
	expect(differenceText({ ...supposed, other: undefined })).toMatch(/make up for it\.$/);
});
it('says that the two come to the same if they do, and why they must without a record', () => {
	expect(differenceText({ ...supposed, learnt: supposed.set + 0.1 })).toMatch(/^Here the two come to much the same/);
	expect(differenceText({ ...supposed, set: Infinity, learnt: Infinity })).toMatch(/^Here the two/);
	expect(differenceText({ ...supposed, isGiven: false })).toMatch(
		/^No report counts, so that one assumption says nothing/,
	);
	expect(differenceText({ ...supposed, learnt: Infinity })).toMatch(/^The two differ\. /);
});
it('says nothing of a date if too few runs remain', () => {
	const few = { ...supposed, effective: 12 };
	expect(answersOf(few)).toBeUndefined();
	expect(plain(differenceText(few))).toBe(
		'The runs in which it is so count for as little as 12 equal ones: too few to say what would be learnt.',
	);
});
it('offers the assumptions of the forecast that vary', () =>
	expect(supposable.map(([key]) => key)).toEqual(
		expect.arrayContaining(['humanLevelYear', 'adoptionQ', 'priceDecline']),
	));
