import { expect, it } from 'vitest';
import { sentence } from '../../src/essay/text.ts';

it.each([
	['A bill', 'A bill.'],
	['A bill.', 'A bill.'],
	['Why?', 'Why?'],
	['“Soon.”', '“Soon.”'],
	['and so on …', 'and so on …'],
])('`sentence` gives “%s” one end: “%s”', (text, ended) => expect(sentence(text)).toBe(ended));
