import { baselineOf, type AnyModel, type InputsOf, type OutputsOf } from '../../src/engine/model.ts';

/**
 * Every text that a figure makes from its model: the summary, the table behind the chart, and its labels, if it makes
 * any.
 */
export interface Texts {
	readonly summary: string;
	readonly columns: readonly string[];
	readonly rows: readonly (readonly string[])[];
	readonly labels?: readonly string[];
}

export interface FigureTexts<M extends AnyModel = AnyModel> {
	readonly model: M;
	/** Number of random inputs that the contract tries, where one takes long. */
	readonly numRuns?: number;
	/** Returns the texts for the baseline with these inputs changed. Non-breaking spaces are plain spaces. */
	of(changes?: Partial<InputsOf<M>>): Texts;
}

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

/** Describes how a figure's texts are made from its model's inputs. */
export const figureTexts = <const M extends AnyModel>(
	model: M,
	make: (inputs: InputsOf<M>, outputs: OutputsOf<M>) => Texts,
	{ numRuns }: Pick<FigureTexts, 'numRuns'> = {},
): FigureTexts<M> => ({
	model,
	...(numRuns !== undefined && { numRuns }),
	of(changes) {
		const inputs = { ...baselineOf(model), ...changes } as InputsOf<M>;
		const { summary, columns, rows, labels = [] } = make(inputs, model.evaluate(inputs) as OutputsOf<M>);
		return { summary: plain(summary), columns, rows: rows.map((row) => row.map(plain)), labels: labels.map(plain) };
	},
});
