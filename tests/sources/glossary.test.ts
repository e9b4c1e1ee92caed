import { describe, expect, it } from 'vitest';
import { entryOf, readGlossary, usedAt } from '../../src/sources/glossary.ts';

describe('`readGlossary`', () => {
	const read = (...lines: string[]) => readGlossary(['id,term,says,words', ...lines].join('\n'));
	const token = 'token,Token,A piece of text.,token|tokens';

	it('returns entries, and `usedAt` finds a term in each of its forms', () => {
		const entry = read(token).get('token')!;
		expect(entry).toEqual({ id: 'token', term: 'Token', says: 'A piece of text.', words: ['token', 'tokens'] });
		expect(usedAt('Many tokens', entry)).toBe(5);
		expect(usedAt('Tokens are many', entry)).toBe(0);
		expect(usedAt('A tokenizer, betokened', entry)).toBe(-1);
	});
	it.each([
		['a duplicate id', [token, token], '"token" is defined twice'],
		[
			'an explanation that starts with a small letter',
			['token,Token,a piece of text,token'],
			'the explanation of "token" must be one sentence',
		],
		['an entry without forms', ['token,Token,A piece of text.,'], 'glossary.csv, line 2: words must be given'],
		['an unquoted comma', ['token,Token,A piece, of text.,token'], 'the explanation of "token" must be one sentence'],
	])('rejects %s', (_, lines, message) => expect(() => read(...lines)).toThrow(message));
});

it('`entryOf` throws and names the nearest ids if the id is unknown', () =>
	expect(() => entryOf('tokn')).toThrow('content/glossary.csv has no entry "tokn". Near: token'));
