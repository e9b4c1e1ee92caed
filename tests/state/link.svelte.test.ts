import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baselineOf, type Inputs } from '../../src/engine/model.ts';
import { clamp, isNumber, invalidReason, type Parameter, type Value } from '../../src/engine/parameter.ts';
import { modelOf, models, parameters } from '../../src/models/registry.ts';
import { migrations } from '../../src/state/link-migrations.ts';
import { EDITION } from '../../src/state/editions.ts';
import { toLinkKey } from '../../src/state/link-syntax.ts';
import { readLink, writeLink } from '../../src/state/link.ts';
import { safeName, type OtherReader } from '../../src/state/other-reader.ts';
import { readPasted } from '../../src/reader/pasted-link.ts';
import golden from '../golden-links.jsonl?raw';
import { hostileLinks } from '../hostile-links.ts';

const read = (query: string) => readLink(query, parameters);
const write = (values: ReadonlyMap<string, Value>, foreign: readonly string[] = []) =>
	writeLink((id) => values.get(id) ?? parameters.get(id)!.default, parameters, foreign);
const keys = new Map([...parameters.keys()].map((id) => [toLinkKey(id), id]));

/** Any value that a reader can set, to the last bit. */
const exact = (parameter: Parameter): fc.Arbitrary<Value> =>
	isNumber(parameter)
		? fc.oneof(
				fc.double({ min: parameter.min, max: parameter.max, noNaN: true }).map((value) => clamp(parameter, value)),
				fc.constantFrom(parameter.min, parameter.max),
			)
		: fc.constantFrom(...Object.keys(parameter.choices));
const settings = fc
	.record(Object.fromEntries([...parameters].map(([id, parameter]) => [id, exact(parameter)])), { requiredKeys: [] })
	.map(
		(values) =>
			new Map(
				Object.entries(values as Record<string, Value>).filter(([id, value]) => value !== parameters.get(id)!.default),
			),
	);

describe('a link that the essay wrote', () => {
	it('brings back every setting to the last bit, and says nothing', () => {
		fc.assert(
			fc.property(settings, (values) => {
				const { values: back, notices, foreign } = read(write(values));
				expect(new Map([...back].sort())).toEqual(new Map([...values].sort()));
				for (const [id, value] of values) expect(Object.is(back.get(id), value), id).toBe(true);
				expect([notices, foreign]).toEqual([[], []]);
			}),
			{ numRuns: 1000 },
		);
	});

	it('survives being pasted into a sentence: it ends in a letter or digit, and has no plus', () => {
		fc.assert(
			fc.property(settings, (values) => {
				const link = write(values);
				expect(link).toMatch(values.size === 0 ? /^$/ : /^\?m=\d+&[\w.=&-]*[a-zA-Z\d]$/);
			}),
		);
	});

	it('lists settings in the order in which the models define them', () => {
		fc.assert(
			fc.property(settings, (values) => {
				const order = [...keys.keys()];
				const places = Array.from(write(values).matchAll(/([\w-]+)=/g), ([, key]) => order.indexOf(key!)).slice(1);
				expect(places).toEqual(places.toSorted((a, b) => a - b));
			}),
		);
	});

	it('is empty when nothing was moved', () => expect(write(new Map())).toBe(''));

	it('names its edition and only what was moved', () =>
		expect(write(new Map([['rlPerInference', 1.82]]))).toBe(`?m=${EDITION}&rl-per-inference=1.82`));

	it('keeps pairs of others in the address', () => {
		const { foreign } = read('?utm_source=a%20b&revenue=30&ref');
		expect(write(new Map([['revenue', 30]]), foreign)).toBe(`?utm_source=a%20b&ref&m=${EDITION}&revenue=30`);
		expect(write(new Map(), foreign)).toBe('?utm_source=a%20b&ref');
	});

	it('has a key of its own for every parameter, in small letters and hyphens', () => {
		expect(keys.size).toBe(parameters.size);
		for (const key of keys.keys()) expect(key).toMatch(/^[a-z][a-z\d]*(-[a-z\d]+)*$/);
		expect(keys.has('m')).toBe(false);
	});
});

describe('a link that cannot be taken as written', () => {
	it.each([
		['?revenue=9999', 1000, /revenue.*9999.*above \$1\strillion; showing \$1\strillion/],
		['?revenue=0', 1, /revenue.*below \$1\sbillion; showing \$1\sbillion/],
		['?revenue=1,000', undefined, /revenue.*1,000.*not a number that a link can hold\. Try .*using \$29\sbillion/],
		['?revenue=%zz', undefined, /revenue.*damaged/],
		['?loss-fit=hofmann', undefined, /loss-fit.*hofmann.*refit, hoffmann/],
		['?revenue=30&revenue=40', 30, /revenue.*twice; used the first/],
		['?revenu=40', undefined, /revenu.*Did you mean revenue/],
		['?m=99&revenue=30', 30, /newer edition/],
		['?m=x&revenue=30', 30, /^Edition \(m\): “x” is not a whole number from 1 to \d+; using today’s edition\.$/],
	])('%s gives %s, and the reader is told', (link, value, notice) => {
		const { values, notices } = read(link);
		expect([values.get('revenue'), values.size]).toEqual([value, value === undefined ? 0 : 1]);
		expect(notices).toEqual([expect.stringMatching(notice)]);
	});

	it('is ignored as a whole when it is too long, and the reader is told', () => {
		for (const link of [`?revenue=30&${'x'.repeat(8192)}`, `?revenue=30${'&a=1'.repeat(64)}`]) {
			const { values, notices } = read(link);
			expect([values.size, notices.length]).toEqual([0, 1]);
		}
		expect(read(`?revenue=30${'&a=1'.repeat(63)}`).values.get('revenue')).toBe(30);
	});

	it('prints none of a link’s control characters, and not much of its text', () => {
		const [notice] = read(`?revenue=${encodeURIComponent(`\u202e\u0000\u2066${'x'.repeat(500)}`)}`).notices;
		expect(notice).not.toMatch(/[\p{Cc}\p{Cf}]|x{40}/u);
	});
});

describe('a link to a parameter that counts whole things', () => {
	const seats: Parameter = {
		label: 'Seats',
		unit: 'people',
		scale: 'linear',
		default: 3,
		min: -5,
		max: 9,
		integer: true,
		source: { cite: [], note: '' },
	};
	it.each([
		['?seats=4', 4, 0],
		['?seats=4e0', 4, 0],
		['?seats=-2', -2, 0],
		['?seats=4.4', 4, 1],
		['?seats=9.4', 9, 1],
		['?seats=-0.4', 0, 1],
	])('%s seats %d, and says so where that is not what was asked', (link, value, told) => {
		const { values, notices } = readLink(link, new Map([['seats', seats]]));
		expect([values.get('seats'), notices.length]).toEqual([value, told]);
	});
});

const STRICT = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d{1,3})?$/;
const decoded = (text: string) => {
	try {
		return decodeURIComponent(text);
	} catch {
		return undefined;
	}
};

/** What holds of any link at all: nothing throws, nothing out of range gets in, nothing wrong goes unsaid. */
function expectSafe(link: string) {
	if (!link.includes('their-') && link.length < 4000) {
		// The same, as somebody else's: no more gets in that way.
		const { other } = read(`?their-${link.replace(/^\?/, '').split('&').filter(Boolean).join('&their-')}`);
		for (const [id, value] of other?.values ?? [])
			expect(invalidReason(id, parameters.get(id)!, value), `their ${id} from ${link}`).toBeUndefined();
	}
	const { values, notices } = read(link);
	for (const [id, value] of values)
		expect(invalidReason(id, parameters.get(id)!, value), `${id} from ${link}`).toBeUndefined();
	expect([...values.values()].some((value) => Object.is(value, -0))).toBe(false);
	expect(Object.keys(Object.prototype)).toEqual([]);
	expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();

	const pairs = link.replace(/^\?/, '').split('&').filter(Boolean);
	const names = pairs.map((pair) => pair.split('=')[0]!);
	// The essay's own links may be longer: every setting, each once.
	const ours = new Set(names).size === names.length && names.every((name) => name === 'm' || keys.has(name));
	if (link.length > 8193 || (pairs.length > 64 && !ours)) {
		expect([values.size, notices.length], link).toEqual([0, 1]);
		return;
	}
	const seen = new Set<string>();
	for (const pair of pairs) {
		const [rawKey = '', ...rest] = pair.split('=');
		const key = decoded(rawKey);
		const id = key === undefined ? undefined : keys.get(key);
		if (key === undefined || id === undefined || seen.has(id)) continue;
		seen.add(id);
		const parameter = parameters.get(id)!;
		const text = decoded(rest.join('='));
		const wanted =
			text === undefined || !isNumber(parameter) ? text : STRICT.test(text) && text.length <= 64 ? Number(text) : NaN;
		const fine = wanted !== undefined && invalidReason(id, parameter, wanted) === undefined;
		if (fine)
			expect(values.get(id), link).toBe(
				Number.isNaN(wanted) ? undefined : typeof wanted === 'number' ? wanted + 0 : wanted,
			);
		else
			expect(
				notices.filter((notice) => notice.includes(`(${key})`)),
				link,
			).not.toEqual([]);
	}
}

describe('a hostile link', () => {
	it('comes in more than a hundred kinds', () =>
		expect(new Set(hostileLinks.map(({ query }) => query)).size).toBeGreaterThan(100));
	it.each(hostileLinks.map(({ query, isTold }) => [query.slice(0, 80), query, isTold] as const))(
		'%s does no harm',
		(_, query, isTold) => {
			expectSafe(`?${query}`);
			if (isTold !== undefined) expect(read(`?${query}`).notices.length > 0).toBe(isTold);
			// The address stays as it came: what is not ours is put back where it stood.
			if (isTold === false)
				expect(write(new Map(), read(`?${query}`).foreign)).toBe(`?${query.split('&').filter(Boolean).join('&')}`);
		},
	);

	it('made of a good one by accident does no harm either', () => {
		const accident = fc.record({
			at: fc.nat(200),
			cut: fc.nat(3),
			put: fc.oneof(
				fc.string({ unit: 'binary', maxLength: 3 }),
				fc.constantFrom('&', '=', '%', '+', '-', '.', 'e', '0', '__proto__', ...keys.keys()),
			),
		});
		fc.assert(
			fc.property(
				settings,
				fc.array(accident, { minLength: 1, maxLength: 6 }),
				(values, accidents) =>
					void expectSafe(
						accidents.reduce(
							(link, { at, cut, put }) => link.slice(0, at) + put + link.slice(at + cut),
							write(values) || '?revenue=30',
						),
					),
			),
			// Ten thousand where there is a night for them.
			{ numRuns: process.env['RUNS'] ? 10_000 : 2000 },
		);
	});
});

describe('a link of two people', () => {
	const name = fc.string({ unit: 'binary', maxLength: 40 }).map(safeName);
	const writePair = (values: ReadonlyMap<string, Value>, other: OtherReader) =>
		writeLink((id) => values.get(id) ?? parameters.get(id)!.default, parameters, [], { other });

	it('brings back both, to the last bit, and the name', () => {
		fc.assert(
			fc.property(settings, settings, name, (values, theirs, called) => {
				const { values: back, other, notices, foreign } = read(writePair(values, { name: called, values: theirs }));
				expect(new Map([...back].sort())).toEqual(new Map([...values].sort()));
				expect(other!.name).toBe(called);
				expect(new Map([...other!.values].sort())).toEqual(new Map([...theirs].sort()));
				expect([notices, foreign]).toEqual([[], []]);
			}),
			{ numRuns: 300 },
		);
	});

	it('carries somebody who holds what the essay holds', () => {
		const link = writePair(new Map(), { name: '', values: new Map() });
		expect(link).toBe(`?m=${EDITION}&their-m=${EDITION}`);
		expect(read(link).other).toEqual({ name: '', values: new Map() });
	});

	it('has no parameter under a key that would be taken for theirs', () => {
		for (const key of keys.keys()) expect(key.startsWith('their-')).toBe(false);
	});

	it('reads their older link as it was then', () =>
		expect(read('?their-m=1&their-revenue=30').other!.values).toEqual(
			new Map<string, Value>([
				['adoptionShare', 0.17],
				['afterLearner', 0],
				['revenue', 30],
			]),
		));

	it.each([
		['?their-revenue=9999', 1000, /The other’s settings\. .*9999.*above/],
		['?their-revenue=%zz', undefined, /The other’s settings\. .*damaged/],
		['?their-revenu=40', undefined, /The other’s settings\. .*Did you mean revenue/],
		['?their-revenue=30&their-revenue=40', 30, /The other’s settings\. .*twice/],
		[`?their-revenue=30&their-a=${'x'.repeat(9000)}`, undefined, /The other’s settings\. This link is too long/],
		[`?their-revenue=30${'&their-a=1'.repeat(70)}`, undefined, /The other’s settings\. This link is too long/],
	])('%s is as strict as any', (link, value, notice) => {
		const { values, other, notices } = read(link);
		expect([values.size, other!.values.get('revenue')]).toEqual([0, value]);
		expect(notices).toEqual([expect.stringMatching(notice)]);
	});

	it('never reads a second within the second, and leaves what it does not know where it stood', () => {
		const { other, foreign, notices } = read('?their-their-revenue=30&their-x=1&their-__proto__=2');
		expect(other!.values.size).toBe(0);
		expect(notices.every((notice) => notice.startsWith('The other’s settings. '))).toBe(true);
		expect(foreign).toEqual(expect.arrayContaining(['their-x=1', 'their-__proto__=2']));
	});

	it.each([
		['%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E', '<img src=x onerror=alert'],
		['%E2%80%AEnna%00%0A%0D', 'nna'],
		['%zz', ''],
		['x'.repeat(500), 'x'.repeat(24)],
		['%20%20Ann%20%20%20Lee%20', 'Ann Lee'],
	])('a name of %s is no more than a short text', (name, said) =>
		expect(read(`?their-name=${name}&their-m=2`).other!.name).toBe(said),
	);
});

describe('a pasted link', () => {
	it.each([
		'https://elsewhere.example/x/?m=2&revenue=30#diffusion',
		'  ?m=2&revenue=30 ',
		'm=2&revenue=30',
		'javascript:alert(1)?revenue=30',
	])('%s is read for its settings alone', (text) =>
		expect(readPasted(text)).toEqual({ values: new Map([['revenue', 30]]), notices: [] }),
	);
	it('of an older edition is read as it was then, and the reader is told', () =>
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
	])('%s carries nobody, and is told why', (text, why) =>
		expect(readPasted(text)).toEqual({ error: expect.stringMatching(why) }),
	);
	it('that is hostile does no harm', () => {
		for (const { query } of hostileLinks) {
			const pasted = readPasted(`https://example.org/?${query}`);
			if ('values' in pasted)
				for (const [id, value] of pasted.values) expect(invalidReason(id, parameters.get(id)!, value)).toBeUndefined();
		}
	});
});

describe('a link given out earlier', () => {
	interface Golden {
		readonly link: string;
		/** What the link says itself. */
		readonly values: Inputs;
		readonly outputs: Readonly<Record<string, number | boolean | 'Infinity'>>;
	}
	const missing = (all: Iterable<string>, found: readonly string[]) =>
		Array.from(all).filter((one) => !found.includes(one));
	const lines = golden
		.split('\n')
		.filter(Boolean)
		.map((line) => JSON.parse(line) as Golden);

	it('is on record for every model, and for every key that a link may have', () => {
		expect(
			missing(
				models.keys(),
				lines.flatMap(({ outputs }) => Object.keys(outputs).map((name) => name.split('.')[0]!)),
			),
		).toEqual([]);
		expect(
			missing(
				parameters.keys(),
				lines.flatMap(({ values }) => Object.keys(values)),
			),
		).toEqual([]);
	});

	it('is on record for every edition, with nothing moved among them', () => {
		const editions = lines.map(({ link }) => Number(/m=(\d+)/.exec(link)![1]));
		expect([...new Set(editions)]).toEqual(Array.from({ length: EDITION }, (_, i) => i + 1));
		for (let edition = 1; edition < EDITION; edition++)
			expect(lines.some(({ link }) => link === `?m=${edition}`)).toBe(true);
	});

	it.each(lines)('$link still means what it meant', ({ link, values: own, outputs }) => {
		const parsed = read(link);
		expect([Object.fromEntries(parsed.values), parsed.notices]).toEqual([own, []]);
		const values = Object.fromEntries([...parsed.editionDefaults, ...parsed.values]);
		for (const [name, expected] of Object.entries(outputs)) {
			const [model, output] = name.split('.') as [string, string];
			const value = modelOf(model).evaluate({ ...baselineOf(modelOf(model)), ...values })[output];
			if (typeof expected !== 'number') expect(value, name).toBe(expected === 'Infinity' ? Infinity : expected);
			else
				expect(Math.abs(Number(value) - expected), `${name} is ${value}, was ${expected}`).toBeLessThanOrEqual(
					1e-9 * Math.abs(expected),
				);
		}
	});
});

describe('a link of an older edition', () => {
	it('stands on that edition’s defaults wherever it is silent', () => {
		const { editionDefaults, values, edition, notices } = read('?m=1&revenue=30');
		expect([edition, notices]).toEqual([1, []]);
		expect(Object.fromEntries(editionDefaults)).toEqual({ adoptionShare: 0.17, afterLearner: 0 });
		expect(Object.fromEntries(values)).toEqual({ revenue: 30 });
	});

	it('says itself what it says, even where that is today’s', () => {
		const { editionDefaults, values } = read('?adoption-share=0.32&m=1');
		expect(Object.fromEntries(editionDefaults)).toEqual({ afterLearner: 0 });
		expect(values.get('adoptionShare')).toBe(0.32);
	});

	it('falls back to its own defaults where it is malformed, and names those', () => {
		const { editionDefaults, notices } = read('?m=1&adoption-share=lots');
		expect(editionDefaults.get('adoptionShare')).toBe(0.17);
		expect(notices).toEqual([expect.stringMatching(/lots.*using 17%/)]);
	});

	it.each(['', '?revenue=30', `?m=${EDITION}`, `?m=${EDITION}&revenue=30`, '?m=99&revenue=30', '?m=x', '?m=0', '?m'])(
		'%s is none: it is read as today’s',
		(link) => {
			const { editionDefaults, edition } = read(link);
			expect([editionDefaults.size, edition]).toEqual([0, EDITION]);
		},
	);
});

it('every renamed key leads to a parameter that exists, and none to two', () => {
	for (const [old, id] of migrations) {
		expect(parameters.has(id), `${old} → ${id}`).toBe(true);
		expect(keys.has(old), `${old} is a key of today`).toBe(false);
	}
});
