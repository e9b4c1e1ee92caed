import { uniformStream } from '../engine/random.ts';
import {
	answerTo,
	drawCellFor,
	drawLaboratory,
	MACROPHAGE,
	pixelsOf,
	type Cell,
	type Laboratory,
	type Question,
} from './cell-world.ts';

/** Whether laboratories but the first swap dark and light: every other one in the mean, or none. */
export type Swapping = 'half' | 'never';

/** Returns the laboratories in which a network learns. The first never swaps dark and light; others do by chance. */
export const laboratories = (seed: number, count: number, swapping: Swapping): readonly Laboratory[] =>
	Array.from({ length: count }, (_, i) => {
		const next = uniformStream(seed, `laboratory ${i + 1}`);
		return drawLaboratory(next, next() < 0.5 && i > 0 && swapping === 'half');
	});

/** Returns laboratories that no network learned in; every second one swaps dark and light. */
export const otherLaboratories = (seed: number, count: number, swapping: Swapping): readonly Laboratory[] =>
	Array.from({ length: count }, (_, i) =>
		drawLaboratory(uniformStream(seed, `other laboratory ${i + 1}`), i % 2 === 0 && swapping === 'half'),
	);

/** A cell as a laboratory shows it. */
export interface Slide {
	readonly cell: Cell;
	readonly laboratory: Laboratory;
	/** Whether the cell is what is looked for. */
	readonly label: 0 | 1;
}

/** Returns cells of a stream with that name, from each laboratory in turn; a smaller number is a prefix of a larger one. */
export function slides(
	seed: number,
	name: string,
	count: number,
	from: readonly Laboratory[],
	question: Question = MACROPHAGE,
): readonly Slide[] {
	const next = uniformStream(seed, name);
	return Array.from({ length: count }, (_, i) => {
		const cell = drawCellFor(next, question);
		return { cell, laboratory: from[i % from.length]!, label: answerTo(question, cell.factors) };
	});
}

/** What a learner is told of a slide: an answer to each question, undefined for those that it is not told. */
export interface Lesson {
	readonly inputs: ArrayLike<number>;
	readonly labels: readonly (0 | 1 | undefined)[];
}

/** Returns slides as a network gets them. With `isMarked`, each laboratory marks the label in a corner. */
export function lessons(seed: number, name: string, shown: readonly Slide[], isMarked = false): readonly Lesson[] {
	const grain = uniformStream(seed, `grain of ${name}`);
	return shown.map(({ cell, laboratory, label }) => ({
		inputs: pixelsOf(cell, laboratory, grain, isMarked ? label : undefined),
		labels: [label],
	}));
}

/** Numbers of cells that a reader sorts: in the first laboratory, and in another that swaps dark and light. */
export const BY_HAND = { first: 12, other: 6 } as const;
/** Returns the cells that a reader sorts; the first twelve are those that a network with the same seed learns from. */
export const cellsByHand = (seed: number): readonly Slide[] => [
	...slides(seed, CELLS, BY_HAND.first, laboratories(seed, 1, 'half')),
	...slides(seed, OTHER_CELLS, BY_HAND.other, otherLaboratories(seed, 1, 'half')),
];
/** Names of the streams of cells that are learnt from, and of unseen ones. */
export const CELLS = 'cells';
export const UNSEEN_CELLS = 'unseen cells';
export const OTHER_CELLS = 'cells of other laboratories';
