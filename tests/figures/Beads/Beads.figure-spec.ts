import model, { chancesLeft } from '../../../src/models/bottlenecks.model.ts';
import { readLabel } from '../drawn-plot.ts';
import { DrawingError, figureSpec } from '../figure-spec.ts';

/** Radius of a certain bead, and of the smallest that is drawn, in pixels. */
const [LARGEST, SMALLEST] = [16, 2.5];
const FAINTEST = 0.02;
/** Maximum number of beads ahead, in total and beyond the expected ones. */
const [MOST, BEYOND] = [20, 8];

const number = (element: Element | null, attribute: string) => parseFloat(element?.getAttribute(attribute) ?? 'NaN');

/** The beads ahead that the table lists. */
const LISTED = [1, 2, 3, 4, 5, 7, 10, 15, 20];

export default figureSpec({
	model,
	table(inputs) {
		const last = chancesLeft(inputs, 20);
		return LISTED.map((nth) => {
			const exists = last.slice(0, nth - 1).reduce((left, isLast) => left - isLast, 1);
			return [String(nth), [exists, 'fraction'], [last[nth - 1]!, 'fraction']];
		});
	},
	custom: {
		reason: 'a thread has no axis: beads are counted, and areas compared with that of a certain bead',
		check(figure, inputs, _, essay) {
			const stretches = Array.from(figure.querySelectorAll('.beads > svg, .beads > .handled > svg:first-child'));
			const kinds = ['fallen', 'today', 'bead'];
			const order = stretches.map((stretch) => kinds.findIndex((kind) => stretch.querySelector(`.${kind}`)));
			const fallen = order.filter((kind) => kind === 0).length;
			if (fallen !== inputs.solved) throw new DrawingError(`${fallen} fallen beads, not ${inputs.solved}.`);
			const inOrder = order.slice(0, -1);
			if (inOrder.join() !== inOrder.toSorted((a, b) => a - b).join() || order.at(-1) !== -1)
				throw new DrawingError('Fallen beads, today’s mark, beads ahead and the open end are not in this order.');

			const { expectedRemaining } = model.evaluate(inputs);
			let exists = 1;
			const chances = chancesLeft(inputs, 200).map((isLast) => {
				const before = exists;
				exists = Math.max(0, exists - isLast);
				return before;
			});
			const all = chances.filter((chance, i) => i < expectedRemaining || chance >= FAINTEST).length;
			const wanted = Math.min(all, Math.max(MOST, Math.ceil(expectedRemaining) + BEYOND));
			const ahead = stretches.filter((stretch) => stretch.querySelector('.bead'));
			if (ahead.length !== wanted) throw new DrawingError(`${ahead.length} beads ahead, not ${wanted}.`);
			ahead.forEach((stretch, i) => {
				const radius = number(stretch.querySelector('.bead'), 'r');
				if (Math.abs(radius - Math.max(SMALLEST, LARGEST * Math.sqrt(chances[i]!))) > 0.06)
					throw new DrawingError(
						`Bead ${i + 1} has the area of a chance of ${(radius / LARGEST) ** 2}, not of ${chances[i]}.`,
					);
				const ring = stretch.querySelector('.expected');
				const drawn = ring ? parseFloat(ring.getAttribute('stroke-dasharray')!) / 100 : 0;
				if (Math.abs(drawn - Math.min(1, Math.max(0, expectedRemaining - i))) > 0.0051)
					throw new DrawingError(`${drawn} of bead ${i + 1} is filled, with ${expectedRemaining} expected in total.`);
				if (ring && number(ring, 'r') !== radius)
					throw new DrawingError(`The ring of bead ${i + 1} does not have the radius of the bead.`);
				const text = stretch.querySelector('.chance')?.textContent;
				if (text && Math.abs(readLabel(text) - chances[i]!) > 0.0051)
					throw new DrawingError(`Bead ${i + 1} states ${text}; the chance is ${chances[i]}.`);
			});
			if (readLabel(ahead[0]!.querySelector('.chance')?.textContent ?? '') !== 1)
				throw new DrawingError('The label of the next bead does not state 100%.');
			const stated = /still expected: (\S+)/.exec(figure.querySelector('.key')?.textContent ?? '')?.[1];
			if (!stated || Math.abs(Number(stated) / expectedRemaining - 1) > 0.051)
				throw new DrawingError(`The key states ${stated} expected beads, not ${expectedRemaining}.`);

			const ghost = stretches.filter((stretch) => stretch.querySelector('.essay-end'));
			const { expectedRemaining: own } = model.evaluate(essay);
			const places = stretches.filter((stretch) => !stretch.querySelector('.today'));
			const end = Math.ceil(essay.solved + own);
			const isMoved = (['solved', 'priorShape', 'priorMean', 'priorTail'] as const).some(
				(key) => inputs[key] !== essay[key],
			);
			const at = ghost.map((stretch) => places.indexOf(stretch) + 1);
			if (at.join() !== (isMoved && end < places.length ? String(end) : ''))
				throw new DrawingError(`The baseline’s end is after bead ${at.join()}, not after ${end}.`);
		},
	},
});
