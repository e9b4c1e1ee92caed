import type { InputsOf } from '../../../src/engine/model.ts';
import model from '../../../src/models/software-explosion.model.ts';
import { readSpan, type DrawnPlot } from '../drawn-plot.ts';
import { DrawingError, figureSpec, type Cell } from '../figure-spec.ts';

type Inputs = InputsOf<typeof model>;
const CENTURY = 1200;

/** Returns the months at the end of each doubling. */
const doneOf = (inputs: Inputs, wanted: number): number[] =>
	Array.from({ length: wanted }, (_, i) => model.evaluate({ ...inputs, doublingsWanted: i + 1 }).months).filter(
		(months) => months <= CENTURY,
	);
/** Returns the months in one unit of the time axis. */
const unitOf = ({ element }: DrawnPlot): number =>
	ofName[element.querySelector('.axis-title-x')?.textContent ?? ''] ?? NaN;
const ofName: Readonly<Record<string, number>> = { Days: 12 / 365.25, Months: 1, Years: 12 };

/** Throws unless every corner of a staircase is at a completed doubling and it ends at the last. */
function checkStair(name: string, plot: DrawnPlot, corners: readonly (readonly [number, number])[], done: number[]) {
	const monthsAt = (place: number) => plot.x.toValue(place) * unitOf(plot);
	const doneBy = (place: number) => done.filter((months) => months <= monthsAt(place)).length;
	for (const [x, y] of corners) {
		const height = plot.y!.toValue(y);
		if (x < 101 && y > -1 && !(height > doneBy(x - 0.06) - 0.05 && height < doneBy(x + 0.06) + 0.05))
			throw new DrawingError(`${name}: ${height} doublings after ${monthsAt(x)} months, not ${doneBy(x)}.`);
	}
	const top = Math.max(...corners.map(([, y]) => plot.y!.toValue(y)));
	if (Math.abs(top - done.length) > 0.05) throw new DrawingError(`${name} ends at ${top} of ${done.length} doublings.`);
	if (Math.min(...corners.map(([x]) => x)) > 0.3) throw new DrawingError(`${name} does not start at 0.`);
}

/** The most rows of the table before that of the last doubling. */
const MOST = 12;

export default figureSpec({
	model,
	table(inputs) {
		const done = doneOf(inputs, inputs.doublingsWanted);
		const every = Math.ceil(done.length / MOST);
		return done
			.map((months, i): readonly Cell[] => [
				String(i + 1),
				{ months: months - (done[i - 1] ?? 0) },
				{ months },
				{ months: (i + 1) * done[0]! },
				[2 ** (i + 1), '×'],
			])
			.filter((_, i) => i === done.length - 1 || i % every === 0);
	},
	custom: {
		reason: 'the time axis changes its unit, and a staircase has two heights at each step',
		check(_, inputs, [plot], essay) {
			const wanted = inputs.doublingsWanted;
			const done = doneOf(inputs, wanted);
			const last = done.at(-1) ?? 0;
			const curves = plot!.paths('.curve.tone-learner:not(.ghost)');
			if (curves.length !== 1) throw new DrawingError(`${curves.length} staircases, not 1.`);
			// Under the same clock: every doubling takes as long as the first.
			const [first] = done;
			const steady = plot!.paths('.curve.tone-straight');
			if (first !== undefined && steady.length !== 1)
				throw new DrawingError(`${steady.length} staircases at the pace of the first, not 1.`);
			if (first !== undefined) {
				const end = plot!.x.toValue(100) * unitOf(plot!);
				const paced = Array.from({ length: wanted }, (_, i) => (i + 1) * first).filter(
					(months) => months <= end * 1.0005,
				);
				checkStair('The one at the pace of the first', plot!, steady[0]!.flat(), paced);
			}
			checkStair('The staircase', plot!, curves[0]!.flat(), done);
			for (const ghost of plot!.paths('.curve.ghost'))
				checkStair('The essay’s', plot!, ghost.flat(), doneOf(essay, wanted));
			const area = plot!.paths('.range-band')[0]?.flat() ?? [];
			const half = area.length / 2;
			checkStair('The ground', plot!, area.slice(0, half), done);
			if (area.slice(half).some(([, y]) => Math.abs(y - plot!.y!.toPlace(0)) > 0.3))
				throw new DrawingError('The filled area does not reach the axis.');

			const isStopped = model.evaluate(inputs).doublingsReached < wanted || done.length < wanted;
			const [ring] = plot!.circles(isStopped ? '.ring.stopped' : '.ring:not(.stopped)');
			const months = ring ? plot!.x.toValue(ring[0]) * unitOf(plot!) : NaN;
			if (
				!ring ||
				Math.abs(ring[0] - plot!.x.toPlace(last / unitOf(plot!))) > 0.3 ||
				Math.abs(plot!.y!.toValue(ring[1]) - done.length) > 0.05
			)
				throw new DrawingError(`The ring is at ${months} months, not at ${last} with ${done.length} doublings.`);
			const texts = Array.from(plot!.element.querySelectorAll('.value-label'), (label) => label.textContent ?? '');
			for (const text of texts) {
				const time = readSpan(text.replace(/^.* in /, ''));
				const isTimed = text.includes(' in ');
				if (Number(/\d+/.exec(text)?.[0]) !== done.length || (isTimed && !(Math.abs(time / last - 1) < 0.051)))
					throw new DrawingError(`The label is “${text}” for ${done.length} doublings in ${last} months.`);
			}
			if (texts.length === 0) throw new DrawingError('The end of the staircase has no label.');
			for (const first of plot!.element.querySelectorAll('.mark-label'))
				if (
					first.textContent?.startsWith('first step') &&
					!(Math.abs(readSpan(first.textContent) / done[0]! - 1) < 0.051)
				)
					throw new DrawingError(`The label is “${first.textContent}” for a first step of ${done[0]} months.`);
		},
	},
	labelValues: [{ x: { start: 0 } }],
});
