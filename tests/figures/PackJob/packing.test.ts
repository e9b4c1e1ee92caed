import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { InputsOf } from '../../../src/engine/model.ts';
import { billOf, cheapest, tilesOf, WAYS } from '../../../src/figures/PackJob/packing.ts';
import model from '../../../src/models/bake-or-learn.model.ts';
import { inputsOf } from '../../engine/inputs.ts';

const isNear = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));

it('`billOf` agrees with the model: all built in, all learned, and the cheaper way for each; no packing is cheaper', () => {
	fc.assert(
		fc.property(inputsOf(model), (drawn) => {
			const inputs = drawn as InputsOf<typeof model>;
			const outputs = model.evaluate(inputs);
			const bill = (common: 'built' | 'learned', local: 'built' | 'learned') =>
				billOf(inputs, outputs, { common, local });
			expect(isNear(bill('built', 'built'), outputs.bakePerFirm)).toBe(true);
			expect(isNear(bill('learned', 'learned'), outputs.learnPerFirm)).toBe(true);
			expect(isNear(billOf(inputs, outputs, cheapest(inputs, outputs)), outputs.mixedPerFirm)).toBe(true);
			for (const common of WAYS)
				for (const local of WAYS) expect(bill(common, local)).toBeGreaterThanOrEqual(outputs.mixedPerFirm * (1 - 1e-9));
		}),
	);
});

it('`tilesOf` lays a hundred tiles, each once', () => {
	fc.assert(
		fc.property(inputsOf(model), (drawn) => {
			const inputs = drawn as InputsOf<typeof model>;
			const tiles = (['common', 'local'] as const).flatMap((kind) => tilesOf(inputs, kind).match(/M\d+ \d+/g) ?? []);
			expect(new Set(tiles).size).toBe(100);
			expect(tiles).toHaveLength(100);
		}),
	);
});
