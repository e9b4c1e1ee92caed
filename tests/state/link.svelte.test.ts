import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baselineOf, type Inputs } from '../../src/engine/model.ts';
import { clamp, isNumber, invalidReason, type Parameter, type Value } from '../../src/engine/parameter.ts';
import { modelOf, models, parameters } from '../../src/models/registry.ts';
import { migrations, retired } from '../../src/state/link-migrations.ts';
import { EDITION } from '../../src/state/editions.ts';
import { editionKey, isOf, viewingKeys } from '../../src/state/link-keys.ts';
import { toLinkKey } from '../../src/state/link-syntax.ts';
import { repairs } from '../../src/state/link-repairs.ts';
import { readLink, writeLink } from '../../src/state/link.ts';
import { safeName, type OtherReader } from '../../src/state/other-reader.ts';
import golden from '../golden-links.jsonl?raw';
import { hostileLinks } from '../hostile-links.ts';

const read = (query: string) => readLink(query, parameters);
const write = (values: ReadonlyMap<string, Value>, foreign: readonly string[] = []) =>
	writeLink((id) => values.get(id) ?? parameters.get(id)!.default, parameters, foreign);
const keys = new Map([...parameters.keys()].map((id) => [toLinkKey(id), id]));
const ofViewing = [editionKey, ...Object.values(viewingKeys)];

/** Generates any legal value of a parameter, to the last bit. */
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

describe('`writeLink`', () => {
	it('writes a link from which `readLink` returns every value to the last bit, without a notice', () => {
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

	it('writes a link that ends in a letter or digit and has no plus, so that it survives being pasted into text', () => {
		fc.assert(
			fc.property(settings, (values) => {
				const link = write(values);
				expect(link).toMatch(values.size === 0 ? /^$/ : /^\?m=\d+&[\w.=&-]*[a-zA-Z\d]$/);
			}),
		);
	});

	it('lists settings in the order of definition', () => {
		fc.assert(
			fc.property(settings, (values) => {
				const order = [...keys.keys()];
				const places = Array.from(write(values).matchAll(/([\w-]+)=/g), ([, key]) => order.indexOf(key!)).slice(1);
				expect(places).toEqual(places.toSorted((a, b) => a - b));
			}),
		);
	});

	it('writes an empty query if nothing differs', () => expect(write(new Map())).toBe(''));

	it('writes the edition and only what differs', () =>
		expect(write(new Map([['rlPerInference', 1.82]]))).toBe(`?m=${EDITION}&rl-per-inference=1.82`));

	it('puts foreign pairs first, as they stood', () => {
		const { foreign } = read('?utm_source=a%20b&revenue=30&ref');
		expect(write(new Map([['revenue', 30]]), foreign)).toBe(`?utm_source=a%20b&ref&m=${EDITION}&revenue=30`);
		expect(write(new Map(), foreign)).toBe('?utm_source=a%20b&ref');
	});

	it('has one kebab-case key for each parameter, none of them `m`', () => {
		expect(keys.size).toBe(parameters.size);
		for (const key of keys.keys()) expect(key).toMatch(/^[a-z][a-z\d]*(-[a-z\d]+)*$/);
		expect(keys.has('m')).toBe(false);
	});
});

describe('`readLink` of a malformed link', () => {
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
	])('reads %s as %s and adds a notice', (link, value, notice) => {
		const { values, notices } = read(link);
		expect([values.get('revenue'), values.size]).toEqual([value, value === undefined ? 0 : 1]);
		expect(notices).toEqual([expect.stringMatching(notice)]);
	});

	it('ignores all settings of a link that is too long, and adds one notice', () => {
		for (const link of [`?revenue=30&${'x'.repeat(8192)}`, `?revenue=30${'&a=1'.repeat(64)}`]) {
			const { values, notices } = read(link);
			expect([values.size, notices.length]).toEqual([0, 1]);
		}
		expect(read(`?revenue=30${'&a=1'.repeat(63)}`).values.get('revenue')).toBe(30);
	});

	it('shortens what a notice quotes, and removes control characters', () => {
		const [notice] = read(`?revenue=${encodeURIComponent(`\u202e\u0000\u2066${'x'.repeat(500)}`)}`).notices;
		expect(notice).not.toMatch(/[\p{Cc}\p{Cf}]|x{40}/u);
	});
});

describe('`readLink` of an integer parameter', () => {
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
	])('reads %s as %d, and adds %d notices', (link, value, told) => {
		const { values, notices } = readLink(link, new Map([['seats', seats]]));
		expect([values.get('seats'), notices.length]).toEqual([value, told]);
	});
});

const isRepair = (notice: string) => repairs.some((repair) => repair.notice === notice);
const STRICT = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d{1,3})?$/;
const decoded = (text: string) => {
	try {
		return decodeURIComponent(text);
	} catch {
		return undefined;
	}
};

/** Asserts the invariants of every link: reading never throws, every value is legal, and each changed value has a notice. */
function expectSafe(link: string) {
	if (!link.includes('their-') && link.length < 4000) {
		// The same pairs as another reader's.
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
	// The essay's own links may have more pairs: every setting, each once.
	const ours =
		new Set(names).size === names.length &&
		names.every((name) => keys.has(name) || ofViewing.some((key) => isOf(key, { key: name, rawKey: name })));
	if (notices.every((notice) => !isRepair(notice)) && (link.length > 8193 || (pairs.length > 64 && !ours))) {
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
				notices.filter((notice) => notice.includes(`(${key})`) || isRepair(notice)),
				link,
			).not.toEqual([]);
	}
}

describe('`readLink` of a hostile link', () => {
	it('is tested with more than a hundred links', () =>
		expect(new Set(hostileLinks.map(({ query }) => query)).size).toBeGreaterThan(100));
	it.each(hostileLinks.map(({ query, hasNotice }) => [query.slice(0, 80), query, hasNotice] as const))(
		'reads %s safely',
		(_, query, hasNotice) => {
			expectSafe(`?${query}`);
			if (hasNotice !== undefined) expect(read(`?${query}`).notices.length > 0).toBe(hasNotice);
			// If all pairs are foreign, the address stays as it is.
			if (hasNotice === false)
				expect(write(new Map(), read(`?${query}`).foreign)).toBe(`?${query.split('&').filter(Boolean).join('&')}`);
		},
	);

	it('reads a randomly damaged link safely', () => {
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
			// `npm run test:all` sets RUNS and tries more.
			{ numRuns: process.env['RUNS'] ? 10_000 : 500 },
		);
	});
});

/** The defaults of edition 1 that differ from today's, by the ids of today. */
const FIRST_EDITION: Readonly<Record<string, Value>> = {
	adoptionShare: 0.17,
	afterLearner: 0,
	bakedGeneralisation: 1,
	humanLevelYear: 2035.5,
	paybackUntil: 'half-way',
	slopeError: 1,
};

describe('a link with another reader', () => {
	const name = fc.string({ unit: 'binary', maxLength: 40 }).map(safeName);
	const writePair = (values: ReadonlyMap<string, Value>, other: OtherReader) =>
		writeLink((id) => values.get(id) ?? parameters.get(id)!.default, parameters, [], { other });

	it('returns both readers’ values to the last bit, and the name', () => {
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

	it('carries another reader who changed nothing', () => {
		const link = writePair(new Map(), { name: '', values: new Map() });
		expect(link).toBe(`?m=${EDITION}&their-m=${EDITION}`);
		expect(read(link).other).toEqual({ name: '', values: new Map() });
	});

	it('has no parameter whose key begins with `their-`', () => {
		for (const key of keys.keys()) expect(key.startsWith('their-')).toBe(false);
	});

	it('reads the other reader’s older edition with its defaults', () =>
		expect(read('?their-m=1&their-revenue=30').other!.values).toEqual(
			new Map<string, Value>([...Object.entries(FIRST_EDITION), ['revenue', 30]]),
		));

	it.each([
		['?their-revenue=9999', 1000, /The other’s settings\. .*9999.*above/],
		['?their-revenue=%zz', undefined, /The other’s settings\. .*damaged/],
		['?their-revenu=40', undefined, /The other’s settings\. .*Did you mean revenue/],
		['?their-revenue=30&their-revenue=40', 30, /The other’s settings\. .*twice/],
		[`?their-revenue=30&their-a=${'x'.repeat(9000)}`, undefined, /The other’s settings\. This link is too long/],
		[`?their-revenue=30${'&their-a=1'.repeat(70)}`, undefined, /The other’s settings\. This link is too long/],
	])('reads %s as strictly as an outer link', (link, value, notice) => {
		const { values, other, notices } = read(link);
		expect([values.size, other!.values.get('revenue')]).toEqual([0, value]);
		expect(notices).toEqual([expect.stringMatching(notice)]);
	});

	it('reads no other reader within the other reader, and keeps unknown pairs as foreign', () => {
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
	])('makes the name %s a short, single line of text', (name, said) =>
		expect(read(`?their-name=${name}&their-m=2`).other!.name).toBe(said),
	);
});

describe('a golden link', () => {
	interface Golden {
		readonly link: string;
		/** The values that the link sets. */
		readonly values: Inputs;
		readonly outputs: Readonly<Record<string, number | boolean | 'Infinity'>>;
		/** The year up to which `record` had reports when the line was added, if not `FIRST_REPORTS`. */
		readonly reportsUntil?: number;
		/** What it says that another reader drew, by model: a value for each month up to the last one drawn. */
		readonly drawings?: Readonly<Record<string, readonly (number | null)[]>>;
		/** What it says that another reader answered about the record. */
		readonly calls?: readonly string[];
		/** The months of the reports that it leaves out; the outputs are then without them. */
		readonly leftOut?: readonly string[];
		/** The wager that it carries: its terms, and what each of the two readers assumes. */
		readonly wager?: {
			readonly terms: Readonly<Record<string, unknown>>;
			readonly one: Inputs;
			readonly two: Inputs;
			readonly edition: number;
		};
	}
	/** Just after August 2026, the newest report when the first lines of `record` were added. */
	const FIRST_REPORTS = 2026.65;
	const missing = (all: Iterable<string>, found: readonly string[]) =>
		Array.from(all).filter((one) => !found.includes(one));
	/** Models that links of older editions had. */
	const GONE_MODELS = ['fleet-learning', 'predictable-errors'];
	/** Returns recorded values by the ids of today: without retired ones, and with the year of a person's level. */
	const ofToday = (own: Inputs, ramp: number): Inputs =>
		Object.fromEntries(
			Object.entries(own)
				.filter(([id]) => !retired.has(toLinkKey(id)))
				.map(([id, value]) => (id === 'learnerYear' ? ['humanLevelYear', Number(value) + ramp / 2] : [id, value])),
		);
	const lines = golden
		.split('\n')
		.filter(Boolean)
		.map((line) => JSON.parse(line) as Golden);

	it('is recorded for every model and for every parameter', () => {
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

	it('is recorded for every model that a reader can draw first', () => {
		const drawable = [...models.values()].filter((model) => model.drawing).map(({ id }) => id);
		expect(
			missing(
				drawable,
				lines.flatMap(({ drawings = {} }) => Object.keys(drawings)),
			),
		).toEqual([]);
	});

	it('is recorded for a wager of the edition before it, too', () =>
		expect(lines.flatMap(({ wager }) => (wager ? [wager.edition] : []))).toEqual(expect.arrayContaining([2, EDITION])));

	it('is recorded for every edition, and for each older one without any change', () => {
		const editions = lines.map(({ link }) => Number(/m=(\d+)/.exec(link)![1]));
		expect([...new Set(editions)]).toEqual(Array.from({ length: EDITION }, (_, i) => i + 1));
		for (let edition = 1; edition < EDITION; edition++)
			expect(lines.some(({ link }) => link === `?m=${edition}`)).toBe(true);
	});

	it.each(lines)(
		'$link gives the recorded values and outputs',
		({ link, values: own, outputs, reportsUntil = FIRST_REPORTS, drawings = {}, calls = [], leftOut = [], wager }) => {
			const parsed = read(link);
			expect(parsed.calls).toEqual(calls);
			expect(parsed.leftOut).toEqual(leftOut);
			const sent = parsed.wager && {
				terms: parsed.wager.terms,
				one: Object.fromEntries(parsed.wager.one.values),
				two: Object.fromEntries(parsed.wager.two.values),
				edition: parsed.wager.edition,
			};
			expect(sent).toEqual(wager);
			const drawn = Array.from(parsed.drawings, ([model, path]) => [
				model,
				path.slice(0, path.findLastIndex((value) => value !== undefined) + 1).map((value) => value ?? null),
			]);
			expect(Object.fromEntries(drawn)).toEqual(drawings);
			const values = Object.fromEntries([...parsed.editionDefaults, ...parsed.values]);
			const named = Object.keys(own).filter((id) => retired.has(toLinkKey(id)));
			expect([Object.fromEntries(parsed.values), parsed.notices]).toEqual([
				ofToday(own, Number(values['ramp'] ?? parameters.get('ramp')!.default)),
				named.map((id) => expect.stringContaining(`(${toLinkKey(id)})`)),
			]);
			for (const [name, expected] of Object.entries(outputs)) {
				const [model, output] = name.split('.') as [string, string];
				if (GONE_MODELS.includes(model)) continue;
				const now: Inputs = { ...baselineOf(modelOf(model)), ...values };
				// A report that came in later is new evidence, and changes no link's settings.
				const recordUntil = Math.min(Number(now['recordUntil']), reportsUntil);
				const { evaluate, evaluateWithout } = modelOf(model);
				const value = evaluateWithout
					? evaluateWithout({ ...now, recordUntil }, leftOut)[output]
					: evaluate(now)[output];
				if (typeof expected !== 'number') expect(value, name).toBe(expected === 'Infinity' ? Infinity : expected);
				else
					expect(Math.abs(Number(value) - expected), `${name} is ${value}, was ${expected}`).toBeLessThanOrEqual(
						1e-9 * Math.abs(expected),
					);
			}
		},
	);
});

describe('`readLink` of an older edition', () => {
	it('returns that edition’s defaults for silent parameters', () => {
		const { editionDefaults, values, edition, notices } = read('?m=1&revenue=30');
		expect([edition, notices]).toEqual([1, []]);
		expect(Object.fromEntries(editionDefaults)).toEqual(FIRST_EDITION);
		expect(Object.fromEntries(values)).toEqual({ revenue: 30 });
	});

	it('returns no edition default for a parameter that the link sets, even to today’s default', () => {
		const { editionDefaults, values } = read('?adoption-share=0.32&m=1');
		const rest = Object.fromEntries(Object.entries(FIRST_EDITION).filter(([id]) => id !== 'adoptionShare'));
		expect(Object.fromEntries(editionDefaults)).toEqual(rest);
		expect(values.get('adoptionShare')).toBe(0.32);
	});

	it('falls back to that edition’s default if a value is malformed, and names it in the notice', () => {
		const { editionDefaults, notices } = read('?m=1&adoption-share=lots');
		expect(editionDefaults.get('adoptionShare')).toBe(0.17);
		expect(notices).toEqual([expect.stringMatching(/lots.*using 17%/)]);
	});

	it.each(['', '?revenue=30', `?m=${EDITION}`, `?m=${EDITION}&revenue=30`, '?m=99&revenue=30', '?m=x', '?m=0', '?m'])(
		'reads %s as today’s edition',
		(link) => {
			const { editionDefaults, edition } = read(link);
			expect([editionDefaults.size, edition]).toEqual([0, EDITION]);
		},
	);
});

describe('a former key', () => {
	it('is not a key of today', () => {
		for (const old of [...migrations.keys(), ...retired.keys()]) expect(keys.has(old), old).toBe(false);
		for (const old of migrations.keys()) expect(retired.has(old), old).toBe(false);
	});

	it('that another took the place of maps to a parameter that exists', () => {
		for (const [old, { to }] of migrations) expect(parameters.has(to), `${old} → ${to}`).toBe(true);
	});

	it.each([
		['?m=2&learner-year=2029', 2031],
		['?m=1&learner-year=2029&ramp=2.5', 2030.25],
		['?ramp=6&learner-year=2029&m=2', 2032],
		// Its meaning does not depend on the edition of the link.
		['?learner-year=2029', 2031],
		['?m=3&learner-year=2029', 2031],
	])('`learner-year` in %s is read as the year of a person’s level, half a ramp later', (link, year) => {
		const { values, editionDefaults, notices } = read(link);
		expect([values.get('humanLevelYear'), notices]).toEqual([year, []]);
		expect(editionDefaults.has('humanLevelYear')).toBe(false);
	});

	it('a silent older link puts the year of a person’s level half of its own ramp after 2033.5', () => {
		expect(read('?m=2&ramp=6').editionDefaults.get('humanLevelYear')).toBe(2036.5);
		expect(read('?m=2').editionDefaults.get('humanLevelYear')).toBe(2035.5);
		expect(read('?m=3&ramp=6').editionDefaults.has('humanLevelYear')).toBe(false);
	});

	it('is clamped and named in a notice, in its old range and in today’s', () => {
		expect(read('?m=2&learner-year=2090')).toMatchObject({
			notices: [
				expect.stringMatching(/\(learner-year\): .*2090.* is above 2075/),
				expect.stringMatching(/\(learner-year\).*2077.*above 2075/),
			],
		});
		expect(read('?m=2&learner-year=2075&ramp=12').values.get('humanLevelYear')).toBe(2075);
		const { values, editionDefaults, notices } = read('?m=2&learner-year=soon');
		expect([values.size, editionDefaults.get('humanLevelYear')]).toEqual([0, 2035.5]);
		expect(notices).toEqual([expect.stringMatching(/\(learner-year\): .*soon.* is not a number/)]);
	});

	it('does not override the key that took its place, and is said to be given twice', () => {
		const { values, notices } = read('?human-level-year=2030&learner-year=2040');
		expect(values.get('humanLevelYear')).toBe(2030);
		expect(notices).toEqual([expect.stringContaining('given twice')]);
	});

	it('that is retired is named in one notice, sets nothing and is not kept in the address', () => {
		for (const [key, { label }] of retired) {
			const { values, notices, foreign } = read(`?m=2&${key}=3&${key}=4&revenue=30`);
			expect(Object.fromEntries(values)).toEqual({ revenue: 30 });
			expect(notices).toEqual([
				expect.stringMatching(`^${label.replace(/[()]/g, '\\$&')} \\(${key}\\) is not asked for`),
			]);
			expect(foreign).toEqual([]);
		}
	});

	it('may be pinned: it pins what took its place, and a retired one is named', () => {
		const { pinned, notices } = read('?m=2&pin=learner-year,spillover,ramp');
		expect(pinned.toSorted()).toEqual(['humanLevelYear', 'ramp']);
		expect(notices).toEqual([expect.stringMatching(/^Pinned \(pin\): .*\(spillover\)/)]);
	});

	it('is read within another reader’s link too', () => {
		const { other, notices } = read('?their-m=2&their-learner-year=2029&their-lessons=9');
		expect(other!.values.get('humanLevelYear')).toBe(2031);
		expect(notices).toEqual([expect.stringMatching(/^The other’s settings\. .*\(lessons\)/)]);
	});
});
