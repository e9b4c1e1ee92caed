/**
 * Moves labels (percent of the height, any order) apart until none is nearer than `gap` to the next: the order stays, and the sum of the
 * squares of what they are moved by is the least there is. Pooling of neighbours, as in isotonic regression.
 */
export function spread(positions: readonly number[], gap: number): number[] {
	const order = positions.map((_, index) => index).sort((a, b) => positions[a]! - positions[b]!);
	const pools: { sum: number; members: number[] }[] = [];
	const mean = ({ sum, members }: (typeof pools)[number]) => sum / members.length;
	order.forEach((index, rank) => {
		let pool = { sum: positions[index]! - rank * gap, members: [index] };
		while (pools.length > 0 && mean(pools.at(-1)!) > mean(pool)) {
			const above = pools.pop()!;
			pool = { sum: above.sum + pool.sum, members: [...above.members, ...pool.members] };
		}
		pools.push(pool);
	});
	const places: number[] = [];
	pools
		.flatMap((pool) => pool.members.map((index) => [index, mean(pool)] as const))
		.forEach(([index, at], rank) => (places[index] = Math.round((at + rank * gap) * 100) / 100));
	return places;
}
