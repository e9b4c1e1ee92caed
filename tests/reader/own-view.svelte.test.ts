import { describe, expect, it } from 'vitest';
import { readOwnView } from '../../src/reader/own-view.ts';

const link = (year: number) => `https://example.org/?m=3&human-level-year=${year}#your-forecast`;

describe('`readOwnView`', () => {
	it('reads a month and a link a line, and sorts them', () => {
		const { dates, notices } = readOwnView(`2026-06 ${link(2031)}\n\n2025-12: ${link(2034)}\r\n`);
		expect(notices).toEqual([]);
		expect(dates).toEqual([
			{ date: '2025-12', values: { humanLevelYear: 2034 }, ranges: {} },
			{ date: '2026-06', values: { humanLevelYear: 2031 }, ranges: {} },
		]);
	});
	it('reads a link of an older edition as it was then', () => {
		const { dates, notices } = readOwnView(`2025-12 ?m=2&revenue=30\n2026-06 ${link(2031)}`);
		expect(dates[0]!.values).toMatchObject({ revenue: 30, humanLevelYear: 2035.5 });
		expect(notices).toEqual([expect.stringMatching(/^Line 1: It was made with edition 2/)]);
	});
	it.each([
		['', /needs two months at least/],
		[`${link(2031)}`, /Line 1: “https:.*” does not begin with a month\. A line is a month and a link/],
		[`2026-13 ${link(2031)}`, /Line 1: .* does not begin with a month/],
		[`2026-06 ${link(2031)}\n2026-06 ${link(2032)}`, /Line 2: 2026-06 is given twice; used the first/],
		['2026-06 hello', /Line 1: “hello” is not a link with settings/],
		['2026-06 ?human-level-year=soon', /Line 1: .*soon/],
		[Array.from({ length: 14 }, (_, i) => `20${10 + i}-01 ${link(2031)}`).join('\n'), /the first 12 were read/],
		['2026-06 ?m=3&human-level-year=2031&x=<img src=x onerror=alert(1)>', /needs two months/],
	])('names what is wrong with %j', (text, notice) => expect(readOwnView(text).notices.join('\n')).toMatch(notice));
});
