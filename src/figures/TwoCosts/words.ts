import { formatNumber } from '../../engine/number-format.ts';

/** Two bills: what one pipeline costs, what a person costs in each laboratory, and from how many laboratories on the pipeline is cheaper. */
export interface Bills {
	readonly pipeline: number;
	readonly perLab: number;
	readonly breakEvenLabs: number;
}

export const labsText = (count: number): string => formatNumber(count, 'labs');
const money = (dollars: number) => formatNumber(dollars, '$');

/** Returns what the figure shows, in one paragraph; the chart ends at `most` laboratories. */
export function summary({ pipeline, perLab, breakEvenLabs }: Bills, most: number): string {
	const once = `The pipeline costs ${money(pipeline)} once, however many use it.`;
	const each = `Showing a person costs ${money(perLab)} in each laboratory.`;
	if (breakEvenLabs <= 1) return `${once} ${each} The pipeline is the cheaper for one laboratory already.`;
	const beyond = `beyond that, the pipeline${breakEvenLabs > most ? ', off the right of the chart' : ''}.`;
	return `${once} ${each} For fewer than ${labsText(breakEvenLabs)} the person is cheaper; ${beyond}`;
}

export const columns = ['Laboratories', 'Showing a person in each', 'One pipeline', 'Cheaper'];

/** Returns the table behind the figure: every whole order of laboratories up to `most`. */
export const rows = ({ pipeline, perLab }: Bills, most: number): string[][] =>
	Array.from({ length: Math.floor(Math.log10(most)) + 1 }, (_, orders) => 10 ** orders).map((labs) => {
		const shown = labs * perLab;
		return [labsText(labs), money(shown), money(pipeline), pipeline < shown ? 'the pipeline' : 'a person'];
	});
