import { uniforms } from './random.ts';

/** Up to so many players every order is counted: 4,096 coalitions. */
export const MOST_EXACT = 12;

/** What each player adds on average, over the orders in which they may come in one after another. */
export interface Shares {
	/** One for each player. They sum to what all of them add together. */
	readonly of: readonly number[];
	/** Standard errors of the same; all 0 where every order was counted. */
	readonly errors: readonly number[];
	/** Share of orders that are averaged over: those in which every step has a finite worth. With none the shares are 0. */
	readonly counted: number;
}

/**
 * Shapley shares of the players in what a coalition is worth, `worth(taken)` with a 1 in `taken` for each of its members.
 * Exact over all orders up to twelve players; beyond, and where `isQuick` asks for a first picture, from `orders` drawn orders,
 * each with its reverse. An order with an infinite step has no differences to average and is left out; what is left still sums
 * to the whole. A generator, so that whoever waits for a slow worth can look up in between.
 */
export function* shapley(
	players: number,
	worth: (taken: Uint8Array) => number,
	orders: number,
): Generator<undefined, Shares> {
	return players <= MOST_EXACT && 2 ** players <= orders * (players + 1)
		? yield* exact(players, worth)
		: yield* sampled(players, worth, orders);
}

/** Evaluations between two chances to look up. */
const BREATH = 20;

function* exact(players: number, worth: (taken: Uint8Array) => number): Generator<undefined, Shares> {
	const all = 2 ** players - 1;
	const taken = new Uint8Array(players);
	const worths = new Float64Array(all + 1);
	for (let coalition = 0; coalition <= all; coalition++) {
		for (let player = 0; player < players; player++) taken[player] = (coalition >> player) & 1;
		worths[coalition] = worth(taken);
		if (coalition % BREATH === BREATH - 1) yield;
	}
	/** Orders that lead to a coalition from nobody, and from it to everybody, by finite steps alone. Up to 12!, so exact. */
	const [to, from] = [new Float64Array(all + 1), new Float64Array(all + 1)];
	const isFinite = (coalition: number) => Number.isFinite(worths[coalition]);
	const members = Array.from({ length: players }, (_, player) => 1 << player);
	for (let coalition = 0; coalition <= all; coalition++)
		to[coalition] = !isFinite(coalition)
			? 0
			: coalition === 0
				? 1
				: members.reduce((sum, member) => sum + (coalition & member ? to[coalition ^ member]! : 0), 0);
	for (let coalition = all; coalition >= 0; coalition--)
		from[coalition] = !isFinite(coalition)
			? 0
			: coalition === all
				? 1
				: members.reduce((sum, member) => sum + (coalition & member ? 0 : from[coalition | member]!), 0);
	const counted = to[all]!;
	const of = members.map((member) => {
		let sum = 0;
		for (let coalition = 0; coalition <= all; coalition++) {
			if (coalition & member) continue;
			const ways = to[coalition]! * from[coalition | member]!;
			if (ways > 0) sum += ways * (worths[coalition | member]! - worths[coalition]!);
		}
		return counted > 0 ? sum / counted : 0;
	});
	const factorial = members.reduce((product, _, i) => product * (i + 1), 1);
	return { of, errors: of.map(() => 0), counted: counted / factorial };
}

function* sampled(players: number, worth: (taken: Uint8Array) => number, orders: number): Generator<undefined, Shares> {
	const taken = new Uint8Array(players);
	const [sums, squares] = [new Float64Array(players), new Float64Array(players)];
	const pairs = Math.max(2, Math.ceil(orders / 2));
	let [counted, units] = [0, 0];
	/** What each player adds in one order; undefined where a step is infinite. */
	const along = (order: readonly number[]): Float64Array | undefined => {
		taken.fill(0);
		const added = new Float64Array(players);
		let before = worth(taken);
		for (const player of order) {
			taken[player] = 1;
			const after = worth(taken);
			added[player] = after - before;
			before = after;
		}
		return added.every(Number.isFinite) ? added : undefined;
	};
	for (let pair = 0; pair < pairs; pair++) {
		const places = uniforms(1, `order ${pair}`, players);
		const order = Array.from(places.keys()).sort((a, b) => places[a]! - places[b]!);
		const both = [along(order), along(order.toReversed())].filter((added) => added !== undefined);
		counted += both.length;
		if (both.length > 0) units++;
		for (let player = 0; player < players && both.length > 0; player++) {
			const mean = both.reduce((sum, added) => sum + added[player]!, 0) / both.length;
			sums[player]! += mean;
			squares[player]! += mean ** 2;
		}
		yield;
	}
	const of = Array.from(sums, (sum) => (units > 0 ? sum / units : 0));
	const errors = of.map((mean, player) =>
		units > 1 ? Math.sqrt(Math.max(0, squares[player]! / units - mean ** 2) / (units - 1)) : 0,
	);
	return { of, errors, counted: counted / (2 * pairs) };
}
