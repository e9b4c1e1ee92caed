import type { InputsOf } from '../../../src/engine/model.ts';
import model from '../../../src/models/verification.model.ts';
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
/** Returns the sides of a bar in tasks (percent of the width). */
const sidesOf = (bar: Element) => [percent(bar, 'x'), percent(bar, 'x') + percent(bar, 'width')] as const;

function checkBars(name: string, bars: readonly Element[], wanted: readonly (readonly [number, number])[]) {
	if (bars.length !== wanted.length) throw new DrawingError(`${name}: ${bars.length} bars, not ${wanted.length}.`);
	wanted.forEach((sides, i) => {
		const drawn = sidesOf(bars[i]!);
		if (sides.some((side, end) => !(Math.abs(drawn[end]! - side) < 0.01)))
			throw new DrawingError(`${name} ${i + 1} runs from ${drawn.join(' to ')}, not from ${sides.join(' to ')} tasks.`);
	});
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
			checkBars(
				'Accepted and right',
				all('.bar'),
				drawn.map(({ was, is }) => [was.right, is.right]),
			);
			checkBars(
				'Accepted and wrong',
				all('.slipped'),
				drawn.map(({ was, is }) => [100 - is.wrong, 100 - was.wrong]),
			);
			checkBars(
				'Open',
				all('.open'),
				drawn.map(({ is }) => [is.right, 100 - is.wrong]),
			);
			checkBars(
				'Settled before, right',
				all('.kept.tone-learner'),
				stages.map(({ was }) => [0, was.right]),
			);
			checkBars(
				'Settled before, wrong',
				all('.kept.tone-impressive'),
				stages.map(({ was }) => [100 - was.wrong, 100]),
			);
			const hasMoved = JSON.stringify(inputs) !== JSON.stringify(essay);
			const own = after(essay, essay.attempts);
			const ghosts = [[0, own.right] as const, [100 - own.wrong, 100] as const];
			checkBars('The essay’s', all('.bar-ghost'), hasMoved ? ghosts : []);

			// Bars of one attempt are in one row, below the previous attempt.
			const tops = ['.bar', '.open', '.slipped'].map((select) =>
				all(select)
					.slice(0, rows)
					.map((bar) => Number(bar.getAttribute('y'))),
			);
			if (tops.some((of) => of.some((top, i) => top !== tops[0]![i] || (i > 0 && top <= of[i - 1]!))))
				throw new DrawingError(`The tops of the bars are at ${tops.join(' and ')} px.`);

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
