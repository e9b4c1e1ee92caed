import { uniformStream } from '../engine/random.ts';
import { power } from '../learners/arithmetic.ts';
import { defineProcedure } from './procedure.ts';
import experiment, { frameOf, MOST_CASES } from './send-out.experiment.ts';

/** Number of kinds in the field of squares. */
const FIELD = 600;
/** Growth of the number of copies from one frame to the next. */
const FRAME_GROWTH = 1.08;

/** Situations by frequency: kind r of V has a probability proportional to r to the power −s (Zipf). */
class Situations {
	/** Probability of the commonest k kinds together, at k. */
	readonly #cumulative: Float64Array;
	constructor(kinds: number, tail: number) {
		this.#cumulative = new Float64Array(kinds + 1);
		for (let rank = 1; rank <= kinds; rank++) this.#cumulative[rank] = this.#cumulative[rank - 1]! + power(rank, -tail);
		const total = this.#cumulative[kinds]!;
		for (let rank = 1; rank <= kinds; rank++) this.#cumulative[rank]! /= total;
	}
	get kinds(): number {
		return this.#cumulative.length - 1;
	}
	/** Returns the probability of a kind; 0 is the commonest. */
	probability(kind: number): number {
		return this.#cumulative[kind + 1]! - this.#cumulative[kind]!;
	}
	/** Returns the kind of one case; `uniform` is a number between 0 and 1. */
	draw(uniform: number): number {
		let [low, high] = [0, this.kinds];
		while (high - low > 1) {
			const middle = (low + high) >>> 1;
			if (this.#cumulative[middle]! <= uniform) low = middle;
			else high = middle;
		}
		return low;
	}
}

/** Returns the kinds in the field of squares: from the commonest to the rarest, at equal ratios of rank. */
function fieldOf(kinds: number): readonly number[] {
	const field: number[] = [];
	for (let i = 0; i < Math.min(FIELD, kinds); i++) {
		const rank = Math.round(power(kinds, i / (Math.min(FIELD, kinds) - 1)));
		field.push(Math.max((field.at(-1) ?? -1) + 1, rank - 1));
	}
	return field;
}

export default defineProcedure<typeof experiment>({
	experiment,
	run({ copiesSent, situations: kinds, situationTail, casesPerCopy, pooledShare, churn }, seed, report) {
		const situations = new Situations(kinds, situationTail);
		const field = fieldOf(kinds);
		const [cases, pooled] = [uniformStream(seed, 'cases'), uniformStream(seed, 'pooled')];
		// The first copy is the one whose knowledge is measured: it remembers all of its own cases.
		const met = new Uint8Array(kinds);
		const copiesOut = Math.min(copiesSent, Math.ceil(MOST_CASES / casesPerCopy));
		let [known, kindsMet, lastNew, drawn] = [0, 0, 0, 1];
		for (let copies = 1; copies <= copiesOut; copies++) {
			lastNew = 0;
			for (let i = 0; i < casesPerCopy; i++) {
				const kind = situations.draw(cases());
				const isPooled = pooled() < pooledShare || copies === 1;
				if (met[kind]) continue;
				lastNew++;
				if (!isPooled) continue;
				met[kind] = 1;
				kindsMet++;
				known += situations.probability(kind);
			}
			if (copies < drawn && copies < copiesOut) continue;
			drawn = Math.max(copies + 1, Math.round(copies * FRAME_GROWTH));
			report(
				copies / copiesOut,
				frameOf({ copies, known: (1 - churn) * known, kindsMet, squares: field.map((kind) => met[kind]!) }),
			);
		}
		return {
			outputs: { knownTomorrow: (1 - churn) * known, kindsMet, copiesOut, lastNew: lastNew / casesPerCopy },
			state: field.map((kind) => met[kind]!),
		};
	},
	sweep: {
		seeds: 20,
		over: { situationTail: [0.8, 1, 1.2], copiesSent: [1, 10, 100, 1000, 10_000] },
	},
	leavesOut: 'One lesson helps with no other situation, and a situation that was met once is known for good.',
	examples: [
		{ given: { churn: 1 }, seed: 1, expect: { knownTomorrow: 0 } },
		// The others pool nothing, so only what the first copy met itself is known.
		{ given: { pooledShare: 0 }, seed: 1, expect: { kindsMet: 45 } },
	],
	laws: [
		{ says: 'more copies know more', output: 'knownTomorrow', rises: 'copiesSent' },
		{ says: 'more copies have met more kinds', output: 'kindsMet', rises: 'copiesSent' },
		{ says: 'a steeper tail is sooner known', output: 'knownTomorrow', rises: 'situationTail' },
	],
});
