import { describe, expect, it } from 'vitest';
import { invalidReason, type Value } from '../../src/engine/parameter.ts';
import { parameters } from '../../src/models/registry.ts';
import { readPasted } from '../../src/reader/pasted-link.ts';
import { hostileLinks } from '../hostile-links.ts';

describe('`readPasted`', () => {
	it.each([
		'https://elsewhere.example/x/?m=3&revenue=30#diffusion',
		'  ?m=3&revenue=30 ',
		'm=3&revenue=30',
		'javascript:alert(1)?revenue=30',
	])('reads the settings of %s and nothing else', (text) =>
		expect(readPasted(text)).toEqual({ values: new Map([['revenue', 30]]), notices: [] }),
	);
	it('reads a link of an older edition with its defaults, and adds a notice', () =>
		expect(readPasted('?m=1')).toEqual({
			values: new Map<string, Value>([
				['adoptionShare', 0.17],
				['paybackUntil', 'half-way'],
				['afterLearner', 0],
				['bakedGeneralisation', 1],
				['slopeError', 1],
				['humanLevelYear', 2035.5],
			]),
			notices: [expect.stringMatching(/edition 1/)],
		}));
	it.each([
		['hello', /^“hello” is not a link with settings\. Paste one that was copied here/],
		['https://example.org/rl-scaling/', /no settings/],
		['https://example.org/?utm_source=x', /^That link has no setting of this essay/],
		['https://example.org/?m=7%&gdp=lots', /^No setting could be read from that link\.$/],
		['?COPYS=5&LOS-FIT=x', /^That link has no setting of this essay/],
		['copies=5000,000', /^No setting could be read/],
		['', /^The field is empty\. Paste one that was copied here/],
		['?', /^That link has no setting of this essay/],
	])('returns an error for “%s”', (text, error) =>
		expect(readPasted(text)).toMatchObject({ error: expect.stringMatching(error) }),
	);
	it('lists what could not be read of a link from which nothing was read', () =>
		expect(readPasted('?gdp=lots')).toMatchObject({ notices: [expect.stringMatching(/gdp.*“lots”/)] }));
	it.each([
		'?m=3',
		'http://localhost:3000/',
		'http://localhost:3000/diffusion/#x',
		'http://localhost:3000/?utm_source=x',
		'HTTP://LocalHost:3000/diffusion/',
	])('reads %s as the essay’s own reader, and says so', (text) =>
		expect(readPasted(text)).toEqual({
			values: new Map(),
			notices: ['That link carries no settings: its reader assumes what the essay assumes.'],
		}),
	);
	const link = 'https://essay.example/?m=3&copies=5000&loss-fit=hoffmann';
	it.each([
		[`<${link}>`, undefined],
		[`“${link}”`, undefined],
		[`Look at this: ${link}#diffusion. What do you think?`, undefined],
		[`(see ${link})`, /Punctuation/],
		[`[here](${link})`, /Punctuation/],
		[`[${link}](${link})`, undefined],
		[`<a href="${link.replaceAll('&', '&amp;')}">here</a>`, /“&amp;”/],
		[link.replace('copies', 'cop\u00ADi\u200Bes'), /Invisible/],
		[link.replace('copies', 'cop\r\nies'), /line breaks/],
		[link.replace('5000', '50\n00'), /line breaks/],
		[link.replace('5000', '50 00'), /line breaks/],
		[`I wrote: ${link.replace('&loss', '\n> &loss')} last week`, /line breaks/],
		[`${link.replaceAll('=', '=3D').replace('copies', 'cop=\nies')}`, /line breaks/],
		[encodeURIComponent(link), undefined],
		[`https://mail.example/redirect/${encodeURIComponent(link)}`, undefined],
		[`https://mail.example/?url=${encodeURIComponent(link)}&data=5%7C1`, /inside a link/],
		[`https://mail.example/v3/__${link}__;!!a1$`, /behind the link/],
		[`<${link}|the essay>`, undefined],
		[`（${link}）`, undefined],
		[`「${link}」を見て`, undefined],
		[`${link}。`, /Punctuation/],
		[`\u2066${link}\u2069`, /Invisible/],
		[link.replaceAll('&', '&#038;'), undefined],
		[link.replace('?', '？').replaceAll('=', '＝').replaceAll('&', '＆'), /Full-width/],
		[`{"url":"${link.replaceAll('&', '\\u0026')}"}`, /Escapes/],
		[`open ${link.replaceAll(/[?&=]/g, '\\$&')}`, /Escapes/],
		[`${link}&mibextid=1&gbraid=2&igsh=x&srsltid=y&trk=z`, undefined],
		['?m=3\ncopies=5000\nloss-fit=hoffmann', /read as “&”/],
		['m=3, copies=5000; loss-fit=hoffmann', /read as “&”/],
	])('finds the link in “%s”', (text, notice) => {
		const pasted = readPasted(text);
		expect(pasted).toMatchObject({
			values: new Map<string, Value>([
				['copies', 5000],
				['lossFit', 'hoffmann'],
			]),
		});
		expect(pasted.notices).toEqual(notice ? expect.arrayContaining([expect.stringMatching(notice)]) : []);
	});
	it('returns only legal values for a hostile link', () => {
		for (const { query } of hostileLinks) {
			const pasted = readPasted(`https://example.org/?${query}`);
			if ('values' in pasted)
				for (const [id, value] of pasted.values) expect(invalidReason(id, parameters.get(id)!, value)).toBeUndefined();
		}
	});
});
