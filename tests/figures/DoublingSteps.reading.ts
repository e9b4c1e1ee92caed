import type { InputsOf } from '../../src/engine/model.ts';
import model from '../../src/models/software-explosion.model.ts';
import { Misdrawn, reading } from './reading.ts';

type Inputs = InputsOf<typeof model>;
const CENTURY = 1200;
/** Davidson and Houlden's recurrence, written out again: months after which each doubling is done, as far as a century goes. */
function doneAfter(inputs: Inputs, wanted: number): number[] {
	const done: number[] = [];
	let [months, returns, at] = [3 / inputs.speedUp, inputs.softwareReturns, 0];
	for (let i = 0; i < wanted && returns > 1e-9; i++) {
		at += months;
		if (at > CENTURY) break;
		done.push(at);
		months *= 2 ** (inputs.returnsDamping * (1 / returns - 1));
		returns -= inputs.softwareReturns / inputs.ceilingDoublings;
	}
	return done;
}
const monthsIn = { Days: 12 / 365.25, Months: 1, Years: 12 };

export default reading({
	model,
	words: [{ x: { start: 0 } }],
	own: {
		because: 'a staircase is read by its corners, and the unit of its axis follows from how long it takes',
		check(figure, inputs, [plot], essay) {
			const { x, y } = plot!;
			const title = figure.querySelector('.axis-title-x')!.textContent!.trim();
			const unit = Object.entries(monthsIn).find(([name]) => name === title)?.[1];
			if (!unit) throw new Misdrawn(`The axis along the bottom counts “${title}”.`);
			const steps: [string, Inputs][] = [['.curve.tone-learner:not(.ghost)', inputs]];
			if (plot!.element.querySelector('.curve.ghost')) steps.push(['.curve.ghost', essay]);
			for (const [select, given] of steps) {
				const done = doneAfter(given, inputs.doublingsWanted);
				const corners = plot!.paths(select)[0]?.flat() ?? [];
				done.forEach((month, i) => {
					const [cx, low, high] = [x.toPlace(month / unit), y!.toPlace(i), y!.toPlace(i + 1)];
					// Steps that nobody could tell apart are drawn as one.
					if (
						cx > 101 ||
						(done[i + 1] !== undefined && x.toPlace(done[i + 1]! / unit) - cx < 0.3) ||
						(i > 0 && cx - x.toPlace(done[i - 1]! / unit) < 0.3)
					)
						return;
					for (const height of [low, high])
						if (!corners.some(([a, b]) => Math.abs(a - cx) < 0.4 && Math.abs(b - height) < 0.4))
							throw new Misdrawn(`${select}: no corner at doubling ${i + 1}, done after ${month.toFixed(2)} months.`);
				});
			}
			const done = doneAfter(inputs, inputs.doublingsWanted);
			const [ring] = plot!.circles('.ring');
			const wanted = [x.toPlace((done.at(-1) ?? 0) / unit), y!.toPlace(done.length)];
			if (Math.abs(ring![0] - wanted[0]!) > 0.4 || Math.abs(ring![1] - wanted[1]!) > 0.4)
				throw new Misdrawn(
					`The ring stands at doubling ${y!.toValue(ring![1]).toFixed(2)} after ${(x.toValue(ring![0]) * unit).toFixed(2)} months.`,
				);
		},
	},
});
