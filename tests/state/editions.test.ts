import { describe, expect, it } from 'vitest';
import { isNumber, type Value } from '../../src/engine/parameter.ts';
import { models, parameters } from '../../src/models/registry.ts';
import { defaultsOf, EDITION, steps, type Step } from '../../src/state/editions.ts';
import { migrations, retired } from '../../src/state/link-migrations.ts';
import { toLinkKey } from '../../src/state/link-syntax.ts';
import record from '../editions.jsonl?raw';

/** A published edition: every parameter, and the step that led to it. Lines are added, and never changed. */
interface Published {
	readonly edition: number;
	readonly step?: Step;
	readonly parameters: Readonly<
		Record<
			string,
			{
				readonly default: Value;
				readonly min?: number;
				readonly max?: number;
				readonly p05?: number;
				readonly p95?: number;
			}
		>
	>;
}
const published = record
	.split('\n')
	.filter(Boolean)
	.map((line) => JSON.parse(line) as Published);
const of = (edition: number): Published['parameters'] => published.find((line) => line.edition === edition)!.parameters;

it('`steps` and the record of editions number editions from 1 up to `EDITION`', () => {
	expect(published.map(({ edition }) => edition)).toEqual(Array.from({ length: EDITION }, (_, i) => i + 1));
	expect(steps.map(({ edition }) => edition)).toEqual(Array.from({ length: EDITION - 1 }, (_, i) => i + 2));
});

describe.each(steps)('the step to edition $edition', (step) => {
	const { edition, defaults, ranges, formulas } = step;
	const [before, after] = [of(edition - 1), of(edition)];

	it('equals the published step', () => expect(step).toEqual(published.find((line) => line.edition === edition)!.step));

	/** Keys that the step renamed or retired. */
	const gone = [...(step.renamed ?? []).map(({ key }) => key), ...(step.retired ?? []).flatMap(({ keys }) => keys)];

	it('renames and retires exactly the keys that are gone, and links of each are still understood', () => {
		expect(gone.toSorted()).toEqual(
			Object.keys(before)
				.filter((key) => !after[key])
				.toSorted(),
		);
		for (const { key, to } of step.renamed ?? []) {
			expect(migrations.get(toLinkKey(key)), key).toMatchObject({ to, until: edition - 1 });
			expect(after[to], to).toBeDefined();
			const { default: standard, min, max } = migrations.get(toLinkKey(key))!.former;
			expect(before[key]).toMatchObject({ default: standard, min, max });
		}
		for (const key of (step.retired ?? []).flatMap(({ keys }) => keys))
			expect(retired.get(toLinkKey(key)), key).toMatchObject({ id: key, until: edition - 1 });
	});

	it('lists exactly the defaults that changed, with both values', () => {
		const changed = Object.keys(before).filter((key) => after[key] && after[key].default !== before[key]!.default);
		expect(defaults.map(({ key, from, to }) => ({ key, from, to }))).toEqual(
			changed.map((key) => ({ key, from: before[key]!.default, to: after[key]!.default })),
		);
	});

	it('lists exactly the ranges that changed, with both values', () => {
		const rangeOf = (all: Published['parameters'], key: string) => [all[key]?.p05 ?? null, all[key]?.p95 ?? null];
		const changed = Object.keys(before).filter(
			(key) => after[key] && String(rangeOf(before, key)) !== String(rangeOf(after, key)),
		);
		expect(ranges.map(({ key }) => key).toSorted()).toEqual(changed.toSorted());
		for (const { key, from, to } of ranges) expect([from, to]).toEqual([rangeOf(before, key), rangeOf(after, key)]);
	});

	it('narrows no slider, so that every older link stays legal', () => {
		for (const [key, { min, max }] of Object.entries(before)) {
			if (gone.includes(key)) continue;
			expect(after[key], key).toBeDefined();
			if (min === undefined) continue;
			expect(after[key]!.min! <= min && after[key]!.max! >= max!, key).toBe(true);
		}
	});

	it('gives, for each formula, models and parameters that exist', () => {
		for (const { models: ids, asBefore } of formulas) {
			for (const id of ids) expect(models.has(id), id).toBe(true);
			for (const key of Object.keys(asBefore)) expect(after[key], key).toBeDefined();
		}
	});

	it('gives a reason for each change, as a sentence', () => {
		for (const { because } of [...defaults, ...ranges, ...formulas, ...(step.renamed ?? []), ...(step.retired ?? [])])
			expect(because).toMatch(/^\p{Lu}.{20,}\.$/u);
	});
});

it('the newest edition records every default and range: if one changed, add an edition', () => {
	const now = Object.fromEntries(
		Array.from(parameters, ([key, parameter]) => [
			key,
			isNumber(parameter)
				? {
						default: parameter.default,
						min: parameter.min,
						max: parameter.max,
						...(parameter.p05 !== undefined && { p05: parameter.p05, p95: parameter.p95 }),
					}
				: { default: parameter.default, choices: Object.keys(parameter.choices) },
		]),
	);
	expect(now).toEqual(of(EDITION));
});

it('`defaultsOf` returns the published defaults of each edition', () => {
	for (let edition = 1; edition <= EDITION; edition++) {
		const held = defaultsOf(edition);
		for (const [key, { default: published }] of Object.entries(of(edition)))
			if (parameters.has(key)) expect(held.get(key) ?? parameters.get(key)!.default, key).toBe(published);
	}
	expect(defaultsOf(EDITION).size).toBe(0);
});
