import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { lastMonth, type DrawnPath } from '../../src/engine/drawn-path.ts';
import { models, parameters } from '../../src/models/registry.ts';
import { isNumber } from '../../src/engine/parameter.ts';
import { drawings } from '../../src/state/drawings.svelte.ts';
import { parseDrawings, parsePath, serializePath } from '../../src/state/drawn-text.ts';
import { storageKey } from '../../src/state/storage.ts';

const drawable = [...models.values()].filter(({ drawing }) => drawing);
const [{ id, drawing: toDraw }] = drawable as [(typeof drawable)[number]];
const rules = toDraw!;
const pathOf = (...values: (number | undefined)[]): DrawnPath =>
	Array.from({ length: rules.months }, (_, i) => values[i]);
const read = (text: string | undefined) => {
	const notices: string[] = [];
	return { path: parsePath(rules, text, (notice) => notices.push(notice)), notices };
};

describe('`drawing` of every model', () => {
	it.each(drawable.map((model) => [model.id, model] as const))(
		'%s adopts a number parameter, whose value moves with the growth',
		(_, { drawing, parameters: own }) => {
			expect(drawing!.min).toBeGreaterThan(0);
			const parameter = own[drawing!.adopts]!;
			expect(isNumber(parameter) && parameters.has(drawing!.adopts)).toBe(true);
			expect(drawing!.valueFor(3)).not.toBe(drawing!.valueFor(4));
		},
	);
});

describe('`parsePath`', () => {
	it('restores every path that `serializePath` writes, without a notice', () =>
		fc.assert(
			fc.property(
				fc.array(fc.option(fc.double({ min: rules.min, max: rules.max, noNaN: true }), { nil: undefined }), {
					minLength: rules.months,
					maxLength: rules.months,
				}),
				(path) => {
					if (lastMonth(path) === 0) return;
					expect(read(serializePath(path))).toEqual({ path, notices: [] });
				},
			),
		));
	it('ends in a digit, since addresses in a text lose a comma', () =>
		expect(serializePath(pathOf(undefined, 33, undefined, 40))).toBe(',33,,40'));
	it('never throws, and returns a path of the right length or a notice, for any text', () =>
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9,.e-]{0,60}$/)), (text) => {
				const { path, notices } = read(text);
				if (path) {
					expect(path).toHaveLength(rules.months);
					for (const value of path)
						if (value !== undefined) expect(value >= rules.min && value <= rules.max).toBe(true);
				} else expect(notices).toHaveLength(1);
			}),
		));
	it.each([
		[undefined, /“” is not a list/],
		['', /“” is not a list/],
		[',,,', /is not a list/],
		['1,2,3,4,5,6,7,8,9,10,11,12,13', /up to 12 numbers/],
		['30,x', /“x” is not a number above 0/],
		['30,-4', /“-4” is not a number above 0/],
		['30,0', /“0” is not a number above 0/],
		['1'.repeat(600), /is not a list/],
		['30,1e999', /“1e999” is not a number/],
		['%E0', /“%E0” is not a number/],
	])('leaves out %s with a notice', (text, notice) => {
		const { path, notices } = read(text);
		expect(path).toBeUndefined();
		expect(notices).toEqual([expect.stringMatching(notice)]);
	});
	it('moves a value outside the chart to its edge, and says so', () => {
		const { path, notices } = read('30,5000');
		expect(path).toEqual(pathOf(30, 1000));
		expect(notices.join().replaceAll('\u00a0', ' ')).toBe(
			'asked $5 trillion, and the chart goes from $1 billion to $1 trillion: $1 trillion is shown.',
		);
	});
});

describe('`parseDrawings`', () => {
	it.each([
		null,
		'',
		'null',
		'[]',
		'{',
		'{"a":1}',
		`{"${id}":null}`,
		`{"${id}":{"path":5}}`,
		'{"__proto__":{"path":"1"}}',
	])('returns none for %s', (text) => expect(parseDrawings(text).size).toBe(0));
	it('reads what is stored', () =>
		expect(parseDrawings(`{"${id}":{"path":"30,,40","seen":2}}`).get(id)).toEqual({
			path: pathOf(30, undefined, 40),
			seen: 2,
		}));
});

describe('`drawings`', () => {
	beforeEach(() => {
		drawings.forget();
		localStorage.clear();
	});
	const stored = () => localStorage.getItem(storageKey('drawings'));
	it('keeps a drawing in local storage, and an empty path removes it', () => {
		drawings.keep(id, { path: pathOf(30, 33), seen: 1 });
		expect(stored()).toBe(`{"${id}":{"path":"30,33","seen":1}}`);
		drawings.keep(id, { path: pathOf(), seen: 0 });
		expect([stored(), drawings.of(id)]).toEqual([null, undefined]);
	});
	it('puts a drawing into links only if the reader asks for it, and never the one of another link', () => {
		drawings.receive(new Map([[id, pathOf(99)]]));
		drawings.keep(id, { path: pathOf(30), seen: 0 });
		expect(drawings.inLink.size).toBe(0);
		drawings.share(id, true);
		expect([...drawings.inLink]).toEqual([[id, pathOf(30)]]);
		expect(drawings.sentOf(id)).toEqual(pathOf(99));
		drawings.forget();
		expect(drawings.inLink.size).toBe(0);
	});
	it('keeps a drawing on the page if the browser refuses storage', () => {
		const refuse = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
			throw new Error('refused');
		});
		drawings.keep(id, { path: pathOf(30), seen: 0 });
		refuse.mockRestore();
		expect([drawings.isRefused, drawings.of(id)?.path[0]]).toEqual([true, 30]);
	});
});
