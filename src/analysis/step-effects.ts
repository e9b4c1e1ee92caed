import type { StepEffect } from '../controls/step-effect.ts';
import type { AnyModel, Inputs } from '../engine/model.ts';
import { formatNumber } from '../engine/number-format.ts';
import { tornado, type Bar } from '../engine/sensitivity.ts';
import { quantityOf, quantityText } from '../models/quantity.ts';
import { lengthOf, tornadoRows } from './tornado.ts';

/** Lengths in a tornado, in percent of the width, from which an effect has two and three bars. */
const [TWO, THREE] = [12, 40];

/**
 * Returns what each uncertain parameter alone does to a model's main output, by key, as the model's tornado has it. Parameters
 * without a likely range, and those that the reader holds certain, are left out.
 */
export default function stepEffects(
	model: AnyModel,
	inputs: Inputs,
	isPinned: (key: string) => boolean,
): ReadonlyMap<string, StepEffect> {
	const quantity = quantityOf(`${model.id}.${model.headline[0]!}`);
	const { now, bars } = tornado(model, inputs, quantity.key, isPinned);
	const rows = new Map(tornadoRows(quantity, now, bars).rows.map((row) => [row.key, row]));
	const say = (value: number) => quantityText(quantity, value);

	const effectOf = ({ key, low, high, atLow, atHigh }: Bar): StepEffect => {
		const row = rows.get(key);
		const [from, to] = [low, high].map((value) => formatNumber(value, model.parameters[key]!.unit));
		const range = `from ${from} to ${to}, its likely range`;
		if (!row) {
			const moves = atLow === now && atHigh === now ? 'does not move' : 'hardly moves';
			return { direction: 0, size: 0, text: `Taken ${range}, it ${moves} “${quantity.label}”.` };
		}
		const length = lengthOf(row);
		const size = length < TWO ? 1 : length < THREE ? 2 : 3;
		if (say(atLow) === say(atHigh))
			return {
				direction: 0,
				size,
				text: `At both ends of its likely range, ${from} and ${to}, it makes “${quantity.label}” ${say(atLow)}, and ${say(now)} between.`,
			};
		return {
			direction: atHigh > atLow ? 1 : -1,
			size,
			text: `Taken ${range}, it alone takes “${quantity.label}” from ${say(atLow)} to ${say(atHigh)}.`,
		};
	};
	return new Map(bars.map((bar) => [bar.key, effectOf(bar)]));
}
