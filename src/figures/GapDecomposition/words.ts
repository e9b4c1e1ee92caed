import type { OutputsOf } from '../../engine/model.ts';
import { formatNumber } from '../../engine/number-format.ts';
import model, { PARTS } from '../../models/gap-decomposition.model.ts';

type Outputs = OutputsOf<typeof model>;

export const ordersText = (orders: number): string => formatNumber(orders, 'orders');
const share = (value: number) => formatNumber(value, 'fraction');

/** Returns the capability implied by revenue, diffusion and price, in words. */
const implied = (capability: number): string =>
	capability > 1
		? `Taken together these assumptions ask for ${share(capability)} of the work to be within AI’s reach, which cannot be: they do not explain the revenue.`
		: `By implication AI can do ${share(capability)} of the work, weighted by pay.`;

/** Returns what the figure shows, in one paragraph. */
export function summary({
	gapOrders,
	diffusionOrders,
	priceOrders,
	capabilityOrders,
	impliedCapability,
}: Outputs): string {
	const given = `${ordersText(diffusionOrders)} of missing diffusion, ${ordersText(priceOrders)} of low price`;
	const left = `as what is left, ${ordersText(capabilityOrders)} of missing capability`;
	return `The gap of ${ordersText(gapOrders)} is ${given} and, ${left}. ${implied(impliedCapability)}`;
}

export const columns = ['Part', 'Orders', 'As a factor'];

const row = (name: string, orders: number) => [name, ordersText(orders), formatNumber(10 ** orders, '×')];
/** Returns the table behind the figure: each part, and the whole. */
export const rows = (outputs: Outputs): string[][] => [
	...PARTS.map((key) => row(model.outputs[key].label, outputs[key])),
	row(model.outputs.gapOrders.label, outputs.gapOrders),
];
