import type { AnyModel, Inputs, Path } from '../../engine/model.ts';
import { quantityOf, quantityText } from '../../models/quantity.ts';

/** One curve of the figure: an output, and its value at each position along the x axis. */
export interface Line {
	readonly output: string;
	readonly points: Path;
}

/** Returns the outputs at the reader's value, and the first output at both ends of the axis, in one paragraph. */
export function summary(model: AnyModel, along: string, inputs: Inputs, lines: readonly Line[]): string {
	const quantity = (key: string) => quantityOf(`${model.id}.${key}`);
	const [x, outputs] = [quantity(along), lines.map(({ output }) => quantity(output))];
	const now = model.evaluate(inputs);
	const here = outputs.map((output) => `${output.label.toLowerCase()}, ${quantityText(output, now[output.key]!)}`);
	const [first, { points }] = [outputs[0]!, lines[0]!];
	const [[from, least], [to, most]] = [points[0]!, points.at(-1)!];
	const ends = `From ${quantityText(x, from)} to ${quantityText(x, to)}`;
	const course = `${first.label.toLowerCase()} goes from ${quantityText(first, least)} to ${quantityText(first, most)}`;
	return `At ${quantityText(x, inputs[along]!)}: ${here.join('; ')}. ${ends} ${course}.`;
}

/** Returns the table behind the figure: every eighth place along the bottom. */
export function rows(model: AnyModel, along: string, lines: readonly Line[]): string[][] {
	const text = (key: string, value: number) => quantityText(quantityOf(`${model.id}.${key}`), value);
	return lines[0]!.points
		.map(([at], i) => [text(along, at), ...lines.map(({ output, points }) => text(output, points[i]![1]))])
		.filter((_, i) => i % 8 === 0);
}
