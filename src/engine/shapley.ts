import { uniforms } from './random.ts';

/** Most players for which all orders are enumerated: 4,096 coalitions. */
export const MAX_EXACT_PLAYERS = 12;

/** Shapley values: each player's average marginal contribution over the orders of arrival. */
export interface Shares {
	/** One value for each player. They sum to the worth of the grand coalition less that of the empty one. */
	readonly of: readonly number[];
	/** Standard errors of the values; all 0 if every order was enumerated. */
	readonly errors: readonly number[];
	/** Share of orders averaged over: those whose coalitions all have a finite worth. If it is 0, so are the values. */
	readonly counted: number;
}

/**
 * Computes the Shapley values of a game; `isMember` has a 1 for each member of the coalition that `worth` evaluates.
 * Exact over all orders up to twelve players; beyond, from `orders` permutations sampled antithetically (each with its
 * reverse). Orders with an infinite step have no differences to average and are left out; the values still sum to the
 * total. A generator that yields between evaluations, so that the caller can interrupt a slow `worth`.
 */
export function* shapley(
	players: number,
	worth: (isMember: Uint8Array) => number,
	orders: number,
): Generator<undefined, Shares> {
	return players <= MAX_EXACT_PLAYERS && 2 ** players <= orders * (players + 1)
		? yield* exact(players, worth)
		: yield* sampled(players, worth, orders);
}

/** Evaluations between two yields. */
const YIELD_EVERY = 20;

function* exact(players: number, worth: (isMember: Uint8Array) => number): Generator<undefined, Shares> {
	const all = 2 ** players - 1;
	const isMember = new Uint8Array(players);
	const worths = new Float64Array(all + 1);
	for (let coalition = 0; coalition <= all; coalition++) {
		for (let player = 0; player < players; player++) isMember[player] = (coalition >> player) & 1;
		worths[coalition] = worth(isMember);
		if (coalition % YIELD_EVERY === YIELD_EVERY - 1) yield;
	}
	/**
	 * Number of orders that lead from the empty coalition to each coalition, and from it to the full one, by finite steps
	 * alone. At most 12!, so exact in a double.
	 */
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

function* sampled(
	players: number,
	worth: (isMember: Uint8Array) => number,
	orders: number,
): Generator<undefined, Shares> {
	const isMember = new Uint8Array(players);
	const [sums, squares] = [new Float64Array(players), new Float64Array(players)];
	const pairs = Math.max(2, Math.ceil(orders / 2));
	let [counted, units] = [0, 0];
	/** Returns each player's marginal contribution in one order; undefined if a step is infinite. */
	const along = (order: readonly number[]): Float64Array | undefined => {
		isMember.fill(0);
		const added = new Float64Array(players);
		let before = worth(isMember);
		for (const player of order) {
			isMember[player] = 1;
			const after = worth(isMember);
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
