// @vitest-environment jsdom
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { minutesInWords, readingMinutes, WORDS_A_MINUTE, wordsInText } from '../../src/essay/reading-time.ts';

const dist = join(import.meta.dirname, '../../dist');
const read = (path: string) =>
	new DOMParser().parseFromString(readFileSync(join(dist, path, 'index.html'), 'utf8'), 'text/html');

/** What a reader who opens nothing does not see, and what is no text: controls, names of axes, tables, marks. */
const NOT_READ = [
	'script, style, template, svg, table, button, summary, [hidden]',
	'details:not([open]) > :not(summary)',
	'.unseen, .skip, .note, .note-number, .in-hand, .summary, .axis-title, .key, .controls, .figure .needs-scripts',
].join(', ');
const wordsOnShow = (path: string) => {
	const main = read(path).querySelector('main')!;
	for (const element of main.querySelectorAll(NOT_READ)) element.remove();
	// Elements side by side are words of their own.
	for (const element of main.querySelectorAll('*')) element.after(' ');
	return wordsInText(main.textContent);
};
const printed = (path: string, selector: string) =>
	read(path).querySelector(selector)!.textContent.replace(/\s+/g, ' ');
/** Sections whose pages have text of their own between controls: what one would have to believe, views, claims. */
const HAS_LISTS = ['your-forecast'];
const sections = globSync('*/index.html', { cwd: dist })
	.map((path) => path.split('/')[0]!)
	.filter((name) => read(`${name}/`).querySelector('main .in-short'));

describe('reading times count the words on show', () => {
	it('on the first page', () =>
		expect(printed('', '.reading-times').toLowerCase()).toContain(minutesInWords(readingMinutes(wordsOnShow('')))));

	it.each(sections.filter((name) => !HAS_LISTS.includes(name)))('on /%s/, within two minutes', (name) => {
		const minutes = Number(/(\d+) minutes?/.exec(printed(`${name}/`, '.kicker'))![1]);
		expect(Math.abs(minutes - wordsOnShow(`${name}/`) / WORDS_A_MINUTE)).toBeLessThan(2);
	});
});
