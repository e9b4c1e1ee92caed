import { describe, expect, it } from 'vitest';
import { invalidReason, type Value } from '../../src/engine/parameter.ts';
import { parameters } from '../../src/models/registry.ts';
import { readPasted } from '../../src/reader/pasted-link.ts';
import { hostileLinks } from '../hostile-links.ts';

describe('`readPasted`', () => {
	it.each([
		'https://elsewhere.example/x/?m=2&revenue=30#diffusion',
		'  ?m=2&revenue=30 ',
		'm=2&revenue=30',
		'javascript:alert(1)?revenue=30',
	])('reads the settings of %s and nothing else', (text) =>
		expect(readPasted(text)).toEqual({ values: new Map([['revenue', 30]]), notices: [] }),
	);
	it('reads a link of an older edition with its defaults, and adds a notice', () =>
		expect(readPasted('?m=1')).toEqual({
			values: new Map<string, Value>([
				['adoptionShare', 0.17],
				['afterLearner', 0],
			]),
			notices: [expect.stringMatching(/edition 1/)],
		}));
	it.each([
		['hello', /^“hello” is not a link with settings\. Paste one that was copied here/],
		['https://example.org/rl-scaling/', /no settings/],
		['https://example.org/?utm_source=x', /^That link has no setting of this essay/],
		['', /^The field is empty\. Paste one that was copied here/],
		['?', /^That link has no setting of this essay/],
	])('returns an error for “%s”', (text, error) =>
		expect(readPasted(text)).toEqual({ error: expect.stringMatching(error) }),
	);
	it('returns only legal values for a hostile link', () => {
		for (const { query } of hostileLinks) {
			const pasted = readPasted(`https://example.org/?${query}`);
			if ('values' in pasted)
				for (const [id, value] of pasted.values) expect(invalidReason(id, parameters.get(id)!, value)).toBeUndefined();
		}
	});
});
