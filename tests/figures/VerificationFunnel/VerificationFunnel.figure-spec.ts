import type { InputsOf } from '../../../src/engine/model.ts';
import model from '../../../src/models/verification.model.ts';
import { verticesOf } from '../drawn-plot.ts';
import { DrawingError, figureSpec, type Cell } from '../figure-spec.ts';

type Inputs = InputsOf<typeof model>;
interface Settled {
	readonly right: number;
	readonly wrong: number;
}

/** Returns the tasks of a hundred that are settled after a number of attempts. */
function after(inputs: Inputs, attempts: number): Settled {
	if (attempts === 0) return { right: 0, wrong: 0 };
	const { deliveredCorrect, deliveredWrong } = model.evaluate({ ...inputs, attempts });
	return { right: 100 * deliveredCorrect, wrong: 100 * deliveredWrong };
}

const percent = (bar: Element, name: string) => parseFloat(bar.getAttribute(name) ?? '0');

/** Throws unless the marks of a path stand at these places, two above one another, in a row below `top`; returns their heights. */
function checkTasks(name: string, path: Element | null, [from, to]: readonly [number, number]): number[] {
	// The places are sums of rounded distances.
	const marks = verticesOf(path?.getAttribute('d') ?? '').map(([mark]) =>
		mark!.map((place) => Number(place.toFixed(2))),
	);
	if (marks.length !== Math.max(0, to - from))
		throw new DrawingError(`${name}: ${marks.length} tasks are drawn, not ${to - from}.`);
	const columns = [...new Set(marks.map(([x]) => x!))];
	const wanted = new Set(Array.from({ length: Math.max(0, to - from) }, (_, i) => 2 * Math.floor((from + i) / 2) + 1));
	if (columns.length !== wanted.size || columns.some((x) => !wanted.has(Math.round(x))))
		throw new DrawingError(`${name} stand at ${columns.join(', ')}% of the width, not at ${[...wanted].join(', ')}%.`);
	return [...new Set(marks.map(([, y]) => y!))];
}

/** Throws unless a text such as "53 right · 0.4 wrong · 47 again" states these numbers of tasks. */
function checkWords(text: string, wanted: readonly number[]) {
	const stated = Array.from(
		text.matchAll(/(<?)([\d.]+) (?:right|wrong|again|given up|nothing)/g),
		([, less, number]) => (less ? 0.05 : Number(number)),
	);
	if (
		stated.length !== 3 ||
		wanted.some((tasks, i) => !(Math.abs(stated[i]! - tasks) <= (tasks < 9.95 ? 0.051 : 0.51)))
	)
		throw new DrawingError(`The label is “${text}” for ${wanted.join(', ')} tasks.`);
}

/** Returns the name of a bar by its index. */
const nameOf = (i: number, attempts: number) =>
	i === 5 && attempts > 6 ? `Attempts 6–${attempts}` : `Attempt ${i + 1}`;

export default figureSpec({
	model,
	table(inputs) {
		const settled = Array.from({ length: Math.min(inputs.attempts, 6) + 1 }, (_, i) =>
			after(inputs, i === 6 ? inputs.attempts : i),
		);
		const open = ({ right, wrong }: Settled) => 100 - right - wrong;
		const end = settled.at(-1)!;
		return [
			...settled.slice(1).map((is, i): readonly Cell[] => {
				const was = settled[i]!;
				return [
					nameOf(i, inputs.attempts),
					[open(was), '–'],
					[is.right - was.right, '–'],
					[is.wrong - was.wrong, '–'],
					[open(is), '–'],
				];
			}),
			['Delivered', [100, '–'], [end.right, '–'], [end.wrong, '–'], [open(end), '–']],
		];
	},
	custom: {
		reason: 'bars have no axis: a hundred tasks are the whole width',
		check(figure, inputs, _, essay) {
			const rows = Math.min(inputs.attempts, 6);
			const stages = Array.from({ length: rows }, (_, i) => ({
				was: after(inputs, i),
				is: after(inputs, i === 5 ? inputs.attempts : i + 1),
			}));
			const end = stages.at(-1)!.is;
			const all = (select: string) => Array.from(figure.querySelectorAll(`.funnel svg ${select}`));
			const drawn = [...stages, { was: { right: 0, wrong: 0 }, is: end }];
			const groups = (kind: string) => all(`[data-kind="${kind}"]`);
			// Whole tasks: right from the left, wrong from the right, and none of them twice.
			const edge = ({ right, wrong }: Settled) =>
				[Math.round(right), Math.max(Math.round(right), 100 - Math.round(wrong))] as const;
			const heights = drawn.map(({ was, is }, i) => {
				const row = i < rows ? `attempt ${i + 1}` : 'the delivery';
				const [before, after] = [edge(was), edge(is)];
				const inRow = (kind: string) => (i < rows ? (groups(kind)[i] ?? null) : (groups('delivered')[0] ?? null));
				const of = (kind: string, part: string) => inRow(kind)?.querySelector(`${part} .task.${kind}`) ?? null;
				return [
					...checkTasks(`Right in ${row}`, of('right', i < rows ? '.settled' : ':scope'), [before[0], after[0]]),
					...checkTasks(`Again in ${row}`, of('again', ':scope'), after),
					...checkTasks(`Wrong in ${row}`, of('wrong', i < rows ? '.settled' : ':scope'), [after[1], before[1]]),
				];
			});
			heights.slice(1).forEach((row, i) => {
				if (Math.min(...row) <= Math.max(...heights[i]!))
					throw new DrawingError(`Row ${i + 2} is not below row ${i + 1}.`);
			});
			const hasMoved = JSON.stringify(inputs) !== JSON.stringify(essay);
			const own = after(essay, essay.attempts);
			const ghosts = hasMoved
				? ([
						[0, own.right],
						[100 - own.wrong, 100],
					] as const)
				: [];
			const sides = all('.bar-ghost').map((bar) => [percent(bar, 'x'), percent(bar, 'x') + percent(bar, 'width')]);
			if (
				sides.length !== ghosts.length ||
				ghosts.some((of, i) => of.some((side, k) => !(Math.abs(sides[i]![k]! - side) < 0.01)))
			)
				throw new DrawingError(`The essay’s run from ${sides.join(' and ')}, not from ${ghosts.join(' and ')}.`);

			const words = all('.bar-label').map((text) => (text.textContent ?? '').replaceAll(/\s+/g, ' '));
			drawn.forEach(({ was, is }, i) =>
				checkWords(words[2 * i + 1]!, [is.right - was.right, is.wrong - was.wrong, 100 - is.right - is.wrong]),
			);
			const names = words.filter((_, i) => i % 2 === 0).map((name) => name.trim());
			const wanted = stages.map((_, i) => nameOf(i, inputs.attempts));
			if (names.join() !== [...wanted, 'Delivered'].join())
				throw new DrawingError(`The bars have the names ${names.join()}.`);
		},
	},
});
