import model, { chancesLeft } from '../../../src/models/bottlenecks.model.ts';
import { readLabel } from '../drawn-plot.ts';
import { DrawingError, figureSpec } from '../figure-spec.ts';

/** The largest bead, which is certain, and the smallest that is still drawn, in pixels. */
const [LARGEST, SMALLEST] = [16, 2.5];
const FAINTEST = 0.02;
/** The thread is left open after so many, or so many past those expected. */
const [MOST, BEYOND] = [20, 8];

const number = (element: Element | null, attribute: string) => parseFloat(element?.getAttribute(attribute) ?? 'NaN');

export default figureSpec({
	model,
	custom: {
		reason: 'a thread of beads has no axis: beads are counted, and their areas are compared with that of a certain one',
		check(figure, inputs, _, essay) {
			const stretches = Array.from(figure.querySelectorAll('.beads > svg'));
			const kinds = ['fallen', 'today', 'bead'];
			const order = stretches.map((stretch) => kinds.findIndex((kind) => stretch.querySelector(`.${kind}`)));
			const fallen = order.filter((kind) => kind === 0).length;
			if (fallen !== inputs.solved) throw new DrawingError(`${fallen} beads have fallen, where ${inputs.solved} have.`);
			const inOrder = order.slice(0, -1);
			if (inOrder.join() !== inOrder.toSorted((a, b) => a - b).join() || order.at(-1) !== -1)
				throw new DrawingError('The fallen, today, those ahead and the open end do not follow one another.');

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
			if (ahead.length !== wanted) throw new DrawingError(`${ahead.length} beads lie ahead, where ${wanted} do.`);
			ahead.forEach((stretch, i) => {
				const radius = number(stretch.querySelector('.bead'), 'r');
				if (Math.abs(radius - Math.max(SMALLEST, LARGEST * Math.sqrt(chances[i]!))) > 0.06)
					throw new DrawingError(
						`Bead ${i + 1} is as large as a chance of ${(radius / LARGEST) ** 2}, where it is ${chances[i]}.`,
					);
				const ring = stretch.querySelector('.expected');
				const drawn = ring ? parseFloat(ring.getAttribute('stroke-dasharray')!) / 100 : 0;
				if (Math.abs(drawn - Math.min(1, Math.max(0, expectedRemaining - i))) > 0.0051)
					throw new DrawingError(`${drawn} of bead ${i + 1} is drawn as expected, of ${expectedRemaining} in all.`);
				if (ring && number(ring, 'r') !== radius)
					throw new DrawingError(`The ring of bead ${i + 1} is not as large as it.`);
				const text = stretch.querySelector('.chance')?.textContent;
				if (text && Math.abs(readLabel(text) - chances[i]!) > 0.0051)
					throw new DrawingError(`Bead ${i + 1} states ${text}; the chance is ${chances[i]}.`);
			});
			if (readLabel(ahead[0]!.querySelector('.chance')?.textContent ?? '') !== 1)
				throw new DrawingError('The next bead is certain, and does not say so.');
			const stated = /still expected: (\S+)/.exec(figure.querySelector('.key')?.textContent ?? '')?.[1];
			if (!stated || Math.abs(Number(stated) / expectedRemaining - 1) > 0.051)
				throw new DrawingError(`The key says ${stated} are expected, where ${expectedRemaining} are.`);

			const ghost = stretches.filter((stretch) => stretch.querySelector('.essay-end'));
			const { expectedRemaining: own } = model.evaluate(essay);
			const places = stretches.filter((stretch) => !stretch.querySelector('.today'));
			const end = Math.ceil(essay.solved + own);
			const isMoved = (['solved', 'priorShape', 'priorMean', 'priorTail'] as const).some(
				(key) => inputs[key] !== essay[key],
			);
			const at = ghost.map((stretch) => places.indexOf(stretch) + 1);
			if (at.join() !== (isMoved && end < places.length ? String(end) : ''))
				throw new DrawingError(`The essay’s own end is drawn after bead ${at.join()}, not after ${end}.`);
		},
	},
});
