import { describe, expect, it } from 'vitest';
import { dateInWords, readBibliography } from '../../src/sources/bibliography.ts';

const entry = (key: string, fields = 'title = {T}, date = {2025-10-20}, url = {https://example.org}') =>
	`@misc{${key}, author = {Noone, Ann}, ${fields}}`;

describe('`readBibliography`', () => {
	it.each([
		['an unclosed entry', '@misc{ann2025, author = {Noone, Ann}, title = {T', /references\.bib/],
		['a duplicate key', `${entry('ann2025')}\n${entry('ann2025')}`, /"ann2025" is defined twice/],
		['an entry without url', entry('ann2025', 'title = {T}, date = {2025}'), /"ann2025" has no url/],
		[
			'an entry without title and date',
			entry('ann2025', 'url = {https://example.org}'),
			/"ann2025" has no title, no date/,
		],
		[
			'an entry without author',
			'@misc{ann2025, title = {T}, date = {2025}, url = {https://example.org}}',
			/"ann2025" has no author/,
		],
	])('rejects %s', (_, text, message) => expect(() => readBibliography(text)).toThrow(message));

	it('abbreviates one, two and more authors and formats the date', () => {
		expect(readBibliography(entry('ann2025')).get('ann2025')).toMatchObject({
			short: 'Noone 2025',
			authors: 'Ann Noone',
			title: 'T',
			date: '20 October 2025',
			year: '2025',
		});
		const by = (author: string) =>
			readBibliography(`@misc{k, author = {${author}}, title = {T}, date = {2025}, url = {https://example.org}}`).get(
				'k',
			)!;
		expect(by('Noone, Ann and Other, Bob').short).toBe('Noone & Other 2025');
		expect(by('Noone, Ann and Other, Bob and Third, Cy').short).toBe('Noone et al. 2025');
		expect(by('Noone, Ann and others')).toMatchObject({ short: 'Noone et al. 2025', authors: 'Ann Noone and others' });
		expect(by('{Epoch AI}')).toMatchObject({ short: 'Epoch AI 2025', authors: 'Epoch AI' });
	});

	it.each([
		['2025-10-20', '20 October 2025'],
		['2025-10', 'October 2025'],
		['2025', '2025'],
	])('`dateInWords` formats %s as “%s”', (date, words) => expect(dateInWords(date)).toBe(words));
});
