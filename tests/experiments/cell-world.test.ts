import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uniformStream } from '../../src/engine/random.ts';
import {
	answerTo,
	drawAnyCell,
	drawCellFor,
	drawLaboratory,
	FACTORS,
	MACROPHAGE,
	pixelsOf,
	type Question,
} from '../../src/experiments/cell-world.ts';
import { cellsByHand, CELLS, laboratories, Lessons, otherLaboratories, slides } from '../../src/experiments/slides.ts';

const seed = fc.integer({ min: 1, max: 1e9 });
const cellsOf = (of: number, question?: Question) => {
	const next = uniformStream(of, 'cells');
	return Array.from({ length: 2000 }, () => drawCellFor(next, question));
};

describe('drawn cells', () => {
	it.each<[string, Question]>([
		['macrophage', MACROPHAGE],
		[
			'not long, granular',
			[
				['long', false],
				['granular', true],
			],
		],
	])(
		'are “%s” half of the time; the others have two parts of each single feature and one of neither',
		(_, question) => {
			const cells = cellsOf(1, question);
			const [[first, isFirst], [second, isSecond]] = question;
			const count = (is: (factors: (typeof cells)[number]['factors']) => boolean) =>
				cells.filter(({ factors }) => is(factors)).length / cells.length;
			expect(count((factors) => answerTo(question, factors) === 1)).toBeCloseTo(0.5, 1);
			expect(count((factors) => factors[first] === isFirst && factors[second] !== isSecond)).toBeCloseTo(0.2, 1);
			expect(count((factors) => factors[first] !== isFirst && factors[second] === isSecond)).toBeCloseTo(0.2, 1);
			expect(count((factors) => factors[first] !== isFirst && factors[second] !== isSecond)).toBeCloseTo(0.1, 1);
		},
	);

	it('have every factor half of the time if no question is asked', () => {
		const next = uniformStream(2, 'cells');
		const cells = Array.from({ length: 2000 }, () => drawAnyCell(next));
		for (const factor of FACTORS)
			expect(cells.filter(({ factors }) => factors[factor]).length / cells.length).toBeCloseTo(0.5, 1);
	});

	it('have a dented nucleus only if it is a bean, and lie within the picture but for their edges', () => {
		for (const { factors, dent, body, granules } of cellsOf(3)) {
			expect(dent !== undefined).toBe(factors.bean);
			expect(Math.hypot(...body.at) + Math.min(...body.radii)).toBeLessThan(1);
			for (const { at } of granules) expect(Math.max(...at.map(Math.abs))).toBeLessThan(1.1);
		}
	});

	it('have a nucleus of the same area whether it is a bean or round', () => {
		const areas = { true: [] as number[], false: [] as number[] };
		for (const { nucleus, dent, body, factors } of cellsOf(4).slice(0, 400)) {
			if (factors.large) continue;
			let inside = 0;
			const [c, s] = nucleus.towards;
			for (let i = 0; i < 120; i++)
				for (let j = 0; j < 120; j++) {
					const [x, y] = [(2 * i) / 120 - 1, (2 * j) / 120 - 1];
					const [dx, dy] = [x - nucleus.at[0], y - nucleus.at[1]];
					const [u, v] = [(c * dx + s * dy) / nucleus.radii[0], (c * dy - s * dx) / nucleus.radii[1]];
					if (u * u + v * v < 1 && !(dent && Math.hypot(x - dent.at[0], y - dent.at[1]) < dent.radius)) inside++;
				}
			areas[`${factors.bean}`].push(inside / (body.radii[0] * body.radii[1]));
		}
		const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
		expect(mean(areas.true) / mean(areas.false)).toBeCloseTo(1, 1);
	});
});

describe('`pixelsOf`', () => {
	it('gives pixels of mean 0 and deviation 1, the same for the same seed', () => {
		fc.assert(
			fc.property(seed, fc.boolean(), fc.constantFrom(undefined, 0 as const, 1 as const), (of, isSwapped, mark) => {
				const cell = drawAnyCell(uniformStream(of, 'cell'));
				const laboratory = drawLaboratory(uniformStream(of, 'laboratory'), isSwapped);
				const [pixels, again] = [1, 2].map(() => pixelsOf(cell, laboratory, uniformStream(of, 'grain'), mark));
				expect(pixels).toEqual(again);
				expect(pixels!.reduce((sum, pixel) => sum + pixel, 0)).toBeCloseTo(0, 9);
				expect(pixels!.reduce((sum, pixel) => sum + pixel * pixel, 0) / pixels!.length).toBeCloseTo(1, 9);
			}),
		);
	});
	it('turns every pixel round where dark and light are swapped', () => {
		fc.assert(
			fc.property(seed, (of) => {
				const cell = drawAnyCell(uniformStream(of, 'cell'));
				const laboratory = drawLaboratory(uniformStream(of, 'laboratory'), false);
				const pixels = pixelsOf(cell, laboratory, uniformStream(of, 'grain'));
				const swapped = pixelsOf(cell, { ...laboratory, isSwapped: true }, uniformStream(of, 'grain'));
				for (const [i, pixel] of pixels.entries()) expect(swapped[i]).toBeCloseTo(-pixel, 9);
			}),
		);
	});
	it('puts the mark of a “yes” and that of a “no” in different corners', () => {
		const cell = drawAnyCell(uniformStream(1, 'cell'));
		const laboratory = { ...drawLaboratory(uniformStream(1, 'laboratory'), false), grain: 0 };
		const changed = ([0, 1] as const).map((mark) => {
			const marked = pixelsOf(cell, laboratory, uniformStream(1, 'grain'), mark);
			return marked.indexOf(Math.min(...[0, 11, 132, 143].map((corner) => marked[corner]!)));
		});
		expect(changed[0]).not.toBe(changed[1]);
	});
});

describe('slides', () => {
	it('are a prefix of more slides, and the reader’s first twelve are those that a network learns from', () => {
		const from = laboratories(1, 1, 'half');
		const twelve = slides(1, CELLS, 12, from);
		expect(slides(1, CELLS, 40, from).slice(0, 12)).toEqual(twelve);
		expect(cellsByHand(1).slice(0, 12)).toEqual(twelve);
	});
	it('are the same lessons whether they are drawn at once or as they are asked for', () => {
		const from = laboratories(1, 2, 'half');
		const atOnce = new Lessons(1, CELLS, from, { isMarked: true }).first(30);
		const inTurn = new Lessons(1, CELLS, from, { isMarked: true });
		expect(inTurn.first(7)).toEqual(atOnce.slice(0, 7));
		expect(inTurn.first(30)).toEqual(atOnce);
		expect(atOnce.map(({ labels }) => labels[0])).toEqual(slides(1, CELLS, 30, from).map(({ label }) => label));
	});
	it('come from a first laboratory that never swaps dark and light, and for the reader then from one that does', () => {
		fc.assert(
			fc.property(seed, (of) => {
				expect(laboratories(of, 3, 'half')[0]!.isSwapped).toBe(false);
				const cells = cellsByHand(of);
				expect(cells.map(({ laboratory }) => laboratory.isSwapped)).toEqual(cells.map((_, i) => i >= 12));
			}),
		);
	});
	it('come from laboratories of which every second swaps dark and light, or none', () => {
		expect(otherLaboratories(5, 6, 'half').map(({ isSwapped }) => isSwapped)).toEqual([
			true,
			false,
			true,
			false,
			true,
			false,
		]);
		expect(otherLaboratories(5, 6, 'never').some(({ isSwapped }) => isSwapped)).toBe(false);
		expect(laboratories(5, 64, 'never').some(({ isSwapped }) => isSwapped)).toBe(false);
	});
});
