import { describe, expect, it } from 'vitest';
import { missOf } from '../../../src/engine/drawn-path.ts';
import { adoptedText, missText, tallyText } from '../../../src/figures/frame/drawing-words.ts';

describe('`missText`', () => {
	it.each([
		[30, 54, '1.8 times too low'],
		[108, 54, '2 times too high'],
		[54, 55, 'as near as can be drawn'],
	])('a line at %f beside a report of %f is "%s"', (drawn, reported, text) =>
		expect(missText(missOf(drawn, reported))).toBe(text),
	);
});

describe('`tallyText`', () => {
	const [low, high, met] = [missOf(1, 2), missOf(2, 1), missOf(1, 1)];
	it.each([
		[[low, low, low, high], 'Of four reports, your line was too low three times and too high once.'],
		[[low, low], 'Of two reports, your line was too low twice, never too high.'],
		[[high, met], 'Of two reports, your line was too high once and near enough once, never too low.'],
		[[met, met], 'Of two reports, your line was near enough twice.'],
		[[low], 'Of the one report, your line was too low once, never too high.'],
	])('counts %#', (misses, text) => expect(tallyText(misses, 'your line')).toBe(text));
});

describe('`adoptedText`', () => {
	it('says what was set, and what was wanted if the slider ends before it', () => {
		expect(adoptedText('Growth', '×/yr', 4, 4)).toBe('“Growth” is now 4× a year.');
		expect(adoptedText('Growth', '×/yr', 14, 10)).toBe(
			'“Growth” is now 10× a year. By your line it would be 14× a year, and the slider ends there.',
		);
		expect(adoptedText('Doubling', 'days', Infinity, 400)).toContain('without end');
	});
});
