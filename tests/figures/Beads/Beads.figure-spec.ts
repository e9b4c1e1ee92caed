import type { InputsOf } from '../../../src/engine/model.ts';
import model, { chancesLeft } from '../../../src/models/bottlenecks.model.ts';
import { readLabel } from '../drawn-plot.ts';
import { DrawingError, figureSpec, type Cell } from '../figure-spec.ts';

type Inputs = InputsOf<typeof model>;
const FAINTEST = 0.02;
/** Number of beads ahead, beyond the expected ones, and at most. */
const [AT_LEAST, BEYOND, MOST] = [12, 3, 72];
const SMALLEST = 1.2;
const SHAPES = Object.entries(model.parameters.priorShape.choices) as [Inputs['priorShape'], string][];

const number = (element: Element | null | undefined, attribute: string) =>
	parseFloat(element?.getAttribute(attribute) ?? 'NaN');
const yearOf = (inputs: Inputs, expected: number) =>
	2026 + (Math.max(0, inputs.solved - 3) + expected) * inputs.yearsPerBottleneck;
const checkYear = (text: string, year: number) => {
	if (year > 2100 ? text !== 'after 2100' : Math.abs(Number(text) - year) > 0.51)
		throw new DrawingError(`The year is “${text}”, not ${year}.`);
};

export default figureSpec({
	model,
	table: (inputs) =>
		SHAPES.map(([priorShape, name]): readonly Cell[] => {
			const { expectedRemaining, nextIsLast } = model.evaluate({ ...inputs, priorShape });
			const year = yearOf(inputs, expectedRemaining);
			return [
				name,
				[expectedRemaining, 'count'],
				[nextIsLast, 'fraction'],
				year > 2100 ? 'after 2100' : String(Math.round(year)),
			];
		}),
	custom: {
		reason: 'a thread has no axis: beads are counted, and areas compared with that of a certain bead',
		check(figure, inputs, _, essay) {
			const drawn = Array.from(figure.querySelectorAll('.thread-row'));
			if (drawn.map((row) => row.getAttribute('data-shape')).join() !== SHAPES.map(([shape]) => shape).join())
				throw new DrawingError('The rows are not those of the three starting beliefs.');
			const own = drawn.filter((row) => row.classList.contains('own'));
			if (own.length !== 1 || own[0]!.getAttribute('data-shape') !== inputs.priorShape)
				throw new DrawingError(`The thread of ${inputs.priorShape} is not the one that stands out.`);
			SHAPES.forEach(([priorShape], i) => {
				const row = drawn[i]!;
				const given = { ...inputs, priorShape };
				const { expectedRemaining } = model.evaluate(given);
				const fallen = Array.from(row.querySelectorAll('.bead.fallen'));
				if (fallen.length !== inputs.solved)
					throw new DrawingError(`${fallen.length} fallen beads, not ${inputs.solved}.`);

				const count = Math.min(MOST, Math.max(AT_LEAST, Math.ceil(expectedRemaining) + BEYOND));
				let exists = 1;
				const chances = chancesLeft(given, count)
					.map((isLast) => {
						const before = exists;
						exists = Math.max(0, exists - isLast);
						return before;
					})
					.filter((chance, k) => k < expectedRemaining || chance >= FAINTEST);
				const ahead = Array.from(row.querySelectorAll('.bead:not(.fallen)'));
				if (ahead.length !== chances.length)
					throw new DrawingError(`${priorShape}: ${ahead.length} beads ahead, not ${chances.length}.`);
				const certain = number(ahead[0], 'r');
				const rings = Array.from(row.querySelectorAll('.expected'));
				ahead.forEach((bead, k) => {
					if (Math.abs(number(bead, 'r') - Math.max(SMALLEST, certain * Math.sqrt(chances[k]!))) > 0.06)
						throw new DrawingError(`${priorShape}: bead ${k + 1} has not the area of a chance of ${chances[k]}.`);
					const ring = rings.find((of) => of.getAttribute('cx') === bead.getAttribute('cx'));
					const filled = ring ? parseFloat(ring.getAttribute('stroke-dasharray')!) / 100 : 0;
					if (Math.abs(filled - Math.min(1, Math.max(0, expectedRemaining - k))) > 0.0051)
						throw new DrawingError(`${priorShape}: ${filled} of bead ${k + 1} is filled, of ${expectedRemaining}.`);
				});
				// Beads are evenly spaced, with one place for today between the fallen and those ahead.
				const places = [...fallen, ...ahead].map((bead) => number(bead, 'cx'));
				const pitch = places.at(-1)! - places.at(-2)!;
				places.forEach((x, k) => {
					const wanted = (k + (k < inputs.solved ? 0.5 : 1.5)) * pitch;
					if (Math.abs(x - wanted) > 0.4)
						throw new DrawingError(`${priorShape}: bead ${k + 1} is at ${x}%, not ${wanted}%.`);
				});
				const last = Math.min(100, (inputs.solved + 1 + expectedRemaining) * pitch);
				if (Math.abs(number(row.querySelector('.last'), 'x1') - last) > 0.6)
					throw new DrawingError(`${priorShape}: the last expected is marked elsewhere than at ${last}%.`);
				checkYear(row.querySelector('.year')?.textContent ?? '', yearOf(inputs, expectedRemaining));
				const stated = readLabel((row.querySelector('.count')?.textContent ?? '').replace(' more', ''));
				if (Math.abs(stated / expectedRemaining - 1) > 0.051)
					throw new DrawingError(`${priorShape}: ${stated} more are stated, not ${expectedRemaining}.`);

				const isMoved = (['solved', 'priorShape', 'priorMean', 'priorTail'] as const).some(
					(key) => inputs[key] !== essay[key],
				);
				const end = essay.solved + model.evaluate(essay).expectedRemaining;
				const ghost = number(row.querySelector('.essay-end'), 'x1');
				const hasGhost = isMoved && priorShape === essay.priorShape;
				if (
					Number.isNaN(ghost) === hasGhost ||
					(hasGhost && Math.abs(ghost - (end > inputs.solved ? end + 1 : end) * pitch) > 0.6)
				)
					throw new DrawingError(`${priorShape}: the essay’s end is at ${ghost}%.`);
			});
		},
	},
});
