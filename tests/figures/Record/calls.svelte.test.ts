import { beforeEach, describe, expect, it } from 'vitest';
import { answerText, callOf, callsTally, questionText } from '../../../src/figures/Record/calls.ts';
import { reported } from '../../../src/parameters/record.ts';
import type { EvidenceStep } from '../../../src/runs/queries.ts';
import { calls, parseCalls } from '../../../src/state/calls.svelte.ts';
import { currentViewing } from '../../../src/state/link-keys.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const step = (p50: number, until?: number): EvidenceStep =>
	({
		until,
		agiYear: { p05: p50 - 5, p25: p50 - 2, p50, p75: p50 + 2, p95: p50 + 5 },
		odds: [0.1, 0.5],
		surprise: 0.5,
		effective: 1000,
	}) as unknown as EvidenceStep;
const [first] = reported.filter(({ kind }) => kind === 'revenue');
const COUNTED = { wholeProjects: 'off', clearBriefs: 'off' } as const;
const MOVES = [
	[2040, 2039, 'earlier'],
	[2040, 2040.4, 'hardly'],
	[2040, 2041, 'later'],
	[Infinity, 2050, 'earlier'],
	[2050, Infinity, 'later'],
	[Infinity, Infinity, 'hardly'],
] as const;

describe('`callOf`', () => {
	it.each(MOVES)('from %f to %f the forecast moves %s', (from, to, call) =>
		expect(callOf(step(from), step(to))).toBe(call),
	);
});

describe('`questionText`', () => {
	it('names the report and where the forecast stands, and not where it goes', () => {
		const text = plain(questionText(step(2040.4), step(2037.7, Number(first!.year.toFixed(3))), COUNTED));
		expect(text).toContain(`reported to earn $${first!.value} billion a year`);
		expect(text).toContain('is 2040.4');
		expect(text).not.toContain('2037');
	});
	it('names what counts, and every report that does', () => {
		for (const { kind, year } of reported) {
			const text = questionText(step(2040), step(2039, year), { wholeProjects: 'on', clearBriefs: 'on' });
			expect(text).toContain(
				{ revenue: 'to earn', wholeProjects: 'whole projects', clearBriefs: 'clear briefs' }[kind],
			);
			expect(questionText(step(2040), step(2039, year), COUNTED)).not.toMatch(/projects|briefs/);
		}
	});
});

describe('`answerText`', () => {
	it('says how far the forecast moved, and whether the reader had said so', () => {
		expect(plain(answerText(step(2040), step(2038.5, first!.year), 'earlier'))).toMatch(
			/came earlier, by 1\.5 years, to 2038\.5\. You said earlier, and so it was\.$/,
		);
		expect(plain(answerText(step(2040), step(2039.8, first!.year), 'later'))).toMatch(
			/hardly moved, by 0\.2 years, to 2039\.8\. You said later\.$/,
		);
	});
	it('says what the other reader of a link said', () =>
		expect(answerText(step(2040), step(2039.8, first!.year), 'later', 'hardly')).toMatch(
			/You said later\. The other reader said hardly\.$/,
		));
	it.each(MOVES)('has no failed number from %f to %f', (from, to) =>
		expect(answerText(step(from), step(to, first!.year), 'hardly')).not.toMatch(/NaN|Infinity/),
	);
});

it('`callsTally` counts what the reader got right, and the moves to each side', () =>
	expect(callsTally([step(2040), step(2038), step(2037.9), step(2036)], ['earlier', 'later', 'earlier'])).toBe(
		'You were right about two of three reports. How often they moved the forecast: earlier two, hardly one, later none.',
	));

it('`callsTally` counts what another reader got right, also in an unfinished list', () =>
	expect(callsTally([step(2040), step(2038), step(2037.9)], ['later', 'later'], ['earlier'])).toMatch(
		/^You were right about none of two reports\. The other reader was right about one\. /,
	));

describe('`calls`', () => {
	beforeEach(() => calls.forget());
	it('keeps the answers in local storage, in order, until they are forgotten', () => {
		calls.make('earlier');
		calls.make('hardly');
		expect(Object.values({ ...localStorage })).toContain('earlier,hardly');
		calls.forget();
		expect([calls.made, localStorage.length]).toEqual([[], 0]);
	});
	it('puts the answers in a link only while the reader asks for it', () => {
		calls.make('earlier');
		expect(currentViewing().calls).toEqual([]);
		calls.isShared = true;
		expect(currentViewing().calls).toEqual(['earlier']);
		calls.forget();
		calls.make('later');
		expect(currentViewing().calls).toEqual([]);
	});
	it.each([
		[null, []],
		['', []],
		['earlier,later', ['earlier', 'later']],
		['earlier,<b>,later', ['earlier']],
		['hardly,'.repeat(500), expect.objectContaining({ length: 100 })],
	])('`parseCalls` reads %j', (text, made) => expect(parseCalls(text)).toEqual(made));
});
