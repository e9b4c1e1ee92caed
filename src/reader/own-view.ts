import { quote } from '../state/link-syntax.ts';
import type { Inputs } from '../engine/model.ts';
import { readPasted } from './pasted-link.ts';
import type { DatedSettings } from './view-steps.ts';

/** The most links that are replayed. */
const MOST = 12;
const LINE = /^(20\d\d-(?:0[1-9]|1[0-2]))[\s:,]+(\S.*)$/;
const EXAMPLE = 'A line is a month and a link: 2026-06 https://…?m=3&…';

/** What a reader pasted: links of their own, each after its month. */
export interface OwnView {
	/** The settings at each month, the earliest first. */
	readonly dates: readonly DatedSettings[];
	/** One for each line, or part of one, that was not taken exactly as written. */
	readonly notices: readonly string[];
}

/** Reads dated links, one a line, each as strictly as any pasted link. */
export function readOwnView(text: string): OwnView {
	const notices: string[] = [];
	const found = new Map<string, Inputs>();
	const lines = text
		.split(/\r?\n/)
		.map((line) => line.trim())
		.filter(Boolean);
	if (lines.length > MOST) notices.push(`More than ${MOST} lines: the first ${MOST} were read.`);
	lines.slice(0, MOST).forEach((line, i) => {
		const at = `Line ${i + 1}`;
		const [, month, link] = LINE.exec(line) ?? [];
		if (!month || !link) return void notices.push(`${at}: ${quote(line)} does not begin with a month. ${EXAMPLE}`);
		if (found.has(month)) return void notices.push(`${at}: ${month} is given twice; used the first.`);
		const read = readPasted(link);
		for (const notice of read.notices) notices.push(`${at}: ${notice}`);
		if ('error' in read) return void notices.push(`${at}: ${read.error}`);
		found.set(month, Object.fromEntries(read.values));
	});
	const dates = Array.from(found, ([date, values]) => ({ date, values, ranges: {} }));
	if (dates.length < 2) notices.push(`A replay needs two months at least. ${EXAMPLE}`);
	return { dates: dates.toSorted((a, b) => (a.date < b.date ? -1 : 1)), notices };
}
