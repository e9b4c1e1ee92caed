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

/** Draws cells of a stream with that name, from each laboratory in turn, without end. */
function* drawSlides(
	seed: number,
	name: string,
	from: readonly Laboratory[],
	question: Question,
): Generator<Slide, never> {
	const next = uniformStream(seed, name);
	for (let i = 0; ; i++) {
		const cell = drawCellFor(next, question);
		yield { cell, laboratory: from[i % from.length]!, label: answerTo(question, cell.factors) };
	}
}
/** Returns cells of a stream with that name, from each laboratory in turn; a smaller number is a prefix of a larger one. */
export function slides(
	seed: number,
	name: string,
	count: number,
	from: readonly Laboratory[],
	question: Question = MACROPHAGE,
): readonly Slide[] {
	const drawn = drawSlides(seed, name, from, question);
	return Array.from({ length: count }, () => drawn.next().value);
}

/** What a learner is told of a slide: an answer to each question, undefined for those that it is not told. */
export interface Lesson {
	readonly inputs: ArrayLike<number>;
	readonly labels: readonly (0 | 1 | undefined)[];
}

/** Cells that are drawn between two reports of progress. */
export const BETWEEN_REPORTS = 50;

/** The slides of a stream as a network gets them, drawn in order when they are first asked for. */
export class Lessons {
	readonly #slides: Generator<Slide, never>;
	readonly #grain: () => number;
	readonly #isMarked: boolean;
	readonly #drawn: Lesson[] = [];

	/** With `isMarked`, each laboratory marks the label in a corner. */
	constructor(
		seed: number,
		name: string,
		from: readonly Laboratory[],
		{ question = MACROPHAGE, isMarked = false }: { question?: Question; isMarked?: boolean } = {},
	) {
		this.#slides = drawSlides(seed, name, from, question);
		this.#grain = uniformStream(seed, `grain of ${name}`);
		this.#isMarked = isMarked;
	}
	/** Returns the first `count` lessons. `onDrawn` is called with the number of lessons that there are, now and then. */
	first(count: number, onDrawn?: (count: number) => void): readonly Lesson[] {
		for (let i = this.#drawn.length; i < count; i++) {
			const { cell, laboratory, label } = this.#slides.next().value;
			const inputs = pixelsOf(cell, laboratory, this.#grain, this.#isMarked ? label : undefined);
			this.#drawn.push({ inputs, labels: [label] });
			if (i % BETWEEN_REPORTS === 0) onDrawn?.(i);
		}
		return this.#drawn.slice(0, count);
	}
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
