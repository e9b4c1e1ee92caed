import { exp, gaussian } from './arithmetic.ts';

/**
 * A fully connected network: hidden layers of rectified linear units, and outputs between 0 and 1, each the probability of “yes” to a
 * question. Every sum is taken in one fixed order, so that the same examples give the same bits in every browser.
 */
export class Network {
	/** Number of inputs, of the units of each hidden layer, and of outputs. */
	readonly #sizes: readonly number[];
	/** Layer by layer, unit by unit: the weights of its inputs, then its bias. */
	readonly weights: Float64Array;
	/** Sum of the gradients of the examples since the last step, in the order of the weights. */
	readonly gradient: Float64Array;
	/** Values of the inputs and of each layer's units for the newest input. */
	readonly #values: readonly Float64Array[];
	/** Derivative of the loss by each unit's sum, layer by layer; none for the inputs. */
	readonly #slopes: readonly Float64Array[];

	/** Draws weights from `next` as He and others (2015) do: normal, of variance two over the number of inputs. Biases are zero. */
	constructor(sizes: readonly number[], next: () => number) {
		if (sizes.length < 2)
			throw new Error(`Network: sizes are ${sizes.join(', ')}. Give the number of inputs first and of outputs last.`);
		this.#sizes = sizes;
		const count = sizes.slice(1).reduce((sum, size, layer) => sum + size * (sizes[layer]! + 1), 0);
		this.weights = new Float64Array(count);
		this.gradient = new Float64Array(count);
		this.#values = sizes.map((size) => new Float64Array(size));
		this.#slopes = sizes.map((size) => new Float64Array(size));
		let at = 0;
		for (let layer = 1; layer < sizes.length; layer++) {
			const inputs = sizes[layer - 1]!;
			const deviation = Math.sqrt(2 / inputs);
			for (let unit = 0; unit < sizes[layer]!; unit++, at++)
				for (let input = 0; input < inputs; input++) this.weights[at++] = deviation * gaussian(next);
		}
	}

	/** Values of the last hidden layer for the newest input; overwritten by the next. */
	get hidden(): Readonly<Float64Array> {
		return this.#values.at(-2)!;
	}
	/** Returns the probability of “yes” to one of the questions, by default the first. */
	output(inputs: ArrayLike<number>, question = 0): number {
		this.#forward(inputs);
		return this.#probability(question);
	}
	#probability(question: number): number {
		return 1 / (1 + exp(-this.#values.at(-1)![question]!));
	}
	#forward(inputs: ArrayLike<number>): void {
		const { weights } = this;
		this.#values[0]!.set(inputs);
		const last = this.#sizes.length - 1;
		let at = 0;
		for (let layer = 1; layer <= last; layer++) {
			const [from, to] = [this.#values[layer - 1]!, this.#values[layer]!];
			const width = from.length;
			for (let unit = 0; unit < to.length; unit++) {
				let sum = 0;
				for (let input = 0; input < width; input++) sum += weights[at + input]! * from[input]!;
				sum += weights[at + width]!;
				at += width + 1;
				to[unit] = layer < last && sum < 0 ? 0 : sum;
			}
		}
	}

	/**
	 * Adds the gradient of one example's cross-entropy, −ln of the probability of each of its labels, to `gradient`. A question without a
	 * label adds nothing.
	 */
	addGradient(inputs: ArrayLike<number>, ...labels: readonly (0 | 1 | undefined)[]): void {
		const { weights, gradient } = this;
		const last = this.#sizes.length - 1;
		this.#forward(inputs);
		const outputs = this.#slopes[last]!;
		for (let question = 0; question < outputs.length; question++) {
			const label = labels[question];
			outputs[question] = label === undefined ? 0 : this.#probability(question) - label;
		}
		let end = weights.length;
		for (let layer = last; layer >= 1; layer--) {
			const [from, slopes, below] = [this.#values[layer - 1]!, this.#slopes[layer]!, this.#slopes[layer - 1]!];
			const width = from.length;
			const start = end - slopes.length * (width + 1);
			below.fill(0);
			let at = start;
			for (let unit = 0; unit < slopes.length; unit++, at += width + 1) {
				const slope = slopes[unit]!;
				if (slope === 0) continue;
				for (let input = 0; input < width; input++) gradient[at + input]! += slope * from[input]!;
				gradient[at + width]! += slope;
				// The slope of an input is of no use.
				if (layer > 1) for (let input = 0; input < width; input++) below[input]! += slope * weights[at + input]!;
			}
			// A unit at rest passes nothing down.
			if (layer > 1) for (let input = 0; input < width; input++) if (from[input]! <= 0) below[input] = 0;
			end = start;
		}
	}
}

/** Moves every weight against the mean gradient of `examples` examples, times `rate`, and clears the gradient. */
export function stepDown({ weights, gradient }: Network, rate: number, examples = 1): void {
	const amount = rate / examples;
	for (let i = 0; i < weights.length; i++) {
		weights[i]! -= amount * gradient[i]!;
		gradient[i] = 0;
	}
}

/** Adam (Kingma and Ba 2015), with the constants of that paper. */
export class Adam {
	readonly #network: Network;
	readonly #rate: number;
	readonly #means: Float64Array;
	readonly #squares: Float64Array;
	/** Powers of the two decays, as running products. */
	#meanPower = 1;
	#squarePower = 1;

	constructor(network: Network, rate: number) {
		this.#network = network;
		this.#rate = rate;
		this.#means = new Float64Array(network.weights.length);
		this.#squares = new Float64Array(network.weights.length);
	}

	/** Makes one step by the mean gradient of `examples` examples, and clears the gradient. */
	step(examples = 1): void {
		const [MEAN_DECAY, SQUARE_DECAY, LEAST] = [0.9, 0.999, 1e-8];
		const { weights, gradient } = this.#network;
		this.#meanPower *= MEAN_DECAY;
		this.#squarePower *= SQUARE_DECAY;
		const [meanBias, squareBias] = [1 - this.#meanPower, 1 - this.#squarePower];
		for (let i = 0; i < weights.length; i++) {
			const slope = gradient[i]! / examples;
			gradient[i] = 0;
			const mean = MEAN_DECAY * this.#means[i]! + (1 - MEAN_DECAY) * slope;
			const square = SQUARE_DECAY * this.#squares[i]! + (1 - SQUARE_DECAY) * slope * slope;
			this.#means[i] = mean;
			this.#squares[i] = square;
			weights[i]! -= (this.#rate * (mean / meanBias)) / (Math.sqrt(square / squareBias) + LEAST);
		}
	}
}
