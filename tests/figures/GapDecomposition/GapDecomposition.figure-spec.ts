import type { InputsOf } from '../../../src/engine/model.ts';
import model from '../../../src/models/gap-decomposition.model.ts';
import { readLabel } from '../drawn-plot.ts';
import { DrawingError, figureSpec } from '../figure-spec.ts';

type Inputs = InputsOf<typeof model>;

/** Returns the ends of the three bars as multiples of the revenue; each bar starts where the previous one ends. */
function barsOf(inputs: Inputs) {
	const { diffusionOrders, priceOrders, capabilityOrders } = model.evaluate(inputs);
	const ends = [0, diffusionOrders, diffusionOrders + priceOrders, diffusionOrders + priceOrders + capabilityOrders];
	return [diffusionOrders, priceOrders, capabilityOrders].map((orders, i) => ({
		orders,
		from: 10 ** ends[i]!,
		to: 10 ** ends[i + 1]!,
	}));
}

export default figureSpec({
	model,
	table(inputs) {
		const outputs = model.evaluate(inputs);
		return (['diffusionOrders', 'priceOrders', 'capabilityOrders', 'gapOrders'] as const).map((key) => [
			model.outputs[key].label,
			[outputs[key], 'orders'],
			[10 ** outputs[key], '×'],
		]);
	},
	labelValues: [{ x: { revenue: 1 } }],
	custom: {
		reason: 'bars have a horizontal axis only: their ends are read along it',
		check(figure, inputs, [plot], essay) {
			const { x } = plot!;
			const compare = (what: string, drawn: { left: number; right: number }[], wanted: ReturnType<typeof barsOf>) => {
				if (drawn.length !== wanted.length)
					throw new DrawingError(`${what}: ${drawn.length} drawn, not ${wanted.length}.`);
				wanted.forEach(({ from, to }, i) => {
					const [left, right] = [Math.min(from, to), Math.max(from, to)].map(x.toPlace);
					// An empty bar is drawn as a sliver.
					if (Math.abs(drawn[i]!.left - left!) > 0.3 || Math.abs(drawn[i]!.right - right!) > 0.5)
						throw new DrawingError(
							`${what} ${i + 1} goes from ${x.toValue(drawn[i]!.left)}× to ${x.toValue(drawn[i]!.right)}×, not from ${from}× to ${to}×.`,
						);
				});
			};
			const bars = barsOf(inputs);
			compare('Bar', plot!.rectangles('.bar'), bars);
			const ghosts = plot!.rectangles('.bar-ghost');
			const isMoved = barsOf(essay).some(({ to }, i) => Math.abs(to / bars[i]!.to - 1) > 1e-9);
			if (isMoved !== ghosts.length > 0)
				throw new DrawingError(`${ghosts.length} baseline bars are drawn; ${isMoved ? 3 : 0} are expected.`);
			if (isMoved) compare('Baseline bar', ghosts, barsOf(essay));
			const stairs = plot!.lines('.stair');
			bars.forEach(({ to, from, orders }, i) => {
				if (Math.abs(stairs[i]!.x1 - x.toPlace(to)) > 0.3)
					throw new DrawingError(`Step ${i + 1} is at ${x.toValue(stairs[i]!.x1)}×, not at ${to}×.`);
				const stated = readLabel(figure.querySelectorAll('.bar-value')[i]!.textContent ?? '');
				if (Math.abs(stated - orders) > 0.0051)
					throw new DrawingError(`Bar ${i + 1} states ${stated} orders, not ${orders}.`);
				const isHollow = figure.querySelectorAll('.bar')[i]!.classList.contains('negative');
				if (isHollow !== to < from) throw new DrawingError(`Bar ${i + 1} has the wrong direction.`);
			});
			const [ring] = plot!.circles('.ring.tone-wages');
			const gap = 10 ** model.evaluate(inputs).gapOrders;
			if (Math.abs(ring![0] - x.toPlace(gap)) > 0.3)
				throw new DrawingError(`The ring of the wages is at ${x.toValue(ring![0])}× the revenue, not at ${gap}×.`);
		},
	},
});
