import { softmax } from './arithmetic.ts';

/**
 * A learner that is a table of preferences: one for each choice in each row, all zero at first. It chooses by softmax, and learns by the
 * gradient of the chosen choice's log probability (REINFORCE; Williams 1992).
 */
export class PreferenceTable {
	readonly #choices: number;
	readonly preferences: Float64Array;
	/** Probabilities of the choices under the preferences, row by row. */
	readonly #probabilities: Float64Array;

	constructor(rows: number, choices: number) {
		this.#choices = choices;
		this.preferences = new Float64Array(rows * choices);
		this.#probabilities = new Float64Array(rows * choices).fill(1 / choices);
	}

	/** Returns the probability with which the learner makes a choice in a row. */
	probability(row: number, choice: number): number {
		return this.#probabilities[row * this.#choices + choice]!;
	}

	/** Makes a choice in a row; `uniform` is a number between 0 and 1. */
	choose(row: number, uniform: number): number {
		const start = row * this.#choices;
		let rest = uniform;
		for (let choice = 0; choice < this.#choices - 1; choice++) {
			rest -= this.#probabilities[start + choice]!;
			if (rest < 0) return choice;
		}
		return this.#choices - 1;
	}

	/** Moves every preference θ of a row: θ ← θ + amount · (1[choice] − π), with the probabilities π of before. */
	reinforce(row: number, choice: number, amount: number): void {
		if (amount === 0) return;
		const start = row * this.#choices;
		for (let i = 0; i < this.#choices; i++)
			this.preferences[start + i]! += amount * ((i === choice ? 1 : 0) - this.#probabilities[start + i]!);
		softmax(this.preferences, start, this.#choices, this.#probabilities);
	}
}
