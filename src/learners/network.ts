import { exp, gaussian } from './arithmetic.ts';

// The inner loops have functions of their own: engines compile a short function after some hundred calls, and a long one with loops within
// loops over and over.

/** Returns the sum of a unit: its inputs, each times its weight, in order, and its bias. Its weights start at `at`. */
function sumOne(weights: Float64Array, at: number, from: Float64Array): number {
	let sum = 0;
	for (let input = 0; input < from.length; input++) sum += weights[at + input]! * from[input]!;
	return sum + weights[at + from.length]!;
}
/** Writes the sums of four units, each as `sumOne` takes it. Side by side they are quicker: each waits for its own last addition only. */
function sumFour(weights: Float64Array, at: number, from: Float64Array, to: Float64Array, unit: number): void {
	const width = from.length;
	const second = at + width + 1;
	const third = second + width + 1;
	const fourth = third + width + 1;
	let a = 0;
	let b = 0;
	let c = 0;
	let d = 0;
	for (let input = 0; input < width; input++) {
		const value = from[input]!;
		a += weights[at + input]! * value;
		b += weights[second + input]! * value;
		c += weights[third + input]! * value;
		d += weights[fourth + input]! * value;
	}
	to[unit] = a + weights[at + width]!;
	to[unit + 1] = b + weights[second + width]!;
	to[unit + 2] = c + weights[third + width]!;
	to[unit + 3] = d + weights[fourth + width]!;
}
/** Adds `count` values of `from`, times `factor`, to those of `into`; each array’s start with its own place. */
function addTimes(
	into: Float64Array,
	at: number,
	from: Float64Array,
	start: number,
	factor: number,
	count: number,
): void {
	for (let i = 0; i < count; i++) into[at + i]! += factor * from[start + i]!;
}

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
	/** Returns the probability of “yes” to each question. */
	outputs(inputs: ArrayLike<number>): Float64Array {
		this.#forward(inputs);
		return this.#values.at(-1)!.map((_, question) => this.#probability(question));
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
			let unit = 0;
			for (; unit + 4 <= to.length; unit += 4, at += 4 * (width + 1)) sumFour(weights, at, from, to, unit);
			for (; unit < to.length; unit++, at += width + 1) to[unit] = sumOne(weights, at, from);
			if (layer < last) for (unit = 0; unit < to.length; unit++) if (to[unit]! < 0) to[unit] = 0;
		}
	}

	/**
	 * Adds the gradient of one example's cross-entropy, −ln of the probability of each of its labels, to `gradient`. A question without a
	 * label adds nothing.
	 */
	addGradient(inputs: ArrayLike<number>, labels: readonly (0 | 1 | undefined)[]): void {
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
				addTimes(gradient, at, from, 0, slope, width);
				gradient[at + width]! += slope;
				// The slope of an input is of no use.
				if (layer > 1) addTimes(below, 0, weights, at, slope, width);
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

/** Constants of Adam. */
const MEAN_DECAY = 0.9;
const SQUARE_DECAY = 0.999;
const LEAST = 1e-8;

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
		const { weights, gradient } = this.#network;
		const share = 1 / examples;
		const rate = this.#rate;
		const means = this.#means;
		const squares = this.#squares;
		this.#meanPower *= MEAN_DECAY;
		this.#squarePower *= SQUARE_DECAY;
		const meanBias = 1 - this.#meanPower;
		const squareBias = 1 - this.#squarePower;
		for (let i = 0; i < weights.length; i++) {
			const slope = share * gradient[i]!;
			gradient[i] = 0;
			const mean = MEAN_DECAY * means[i]! + (1 - MEAN_DECAY) * slope;
			const square = SQUARE_DECAY * squares[i]! + (1 - SQUARE_DECAY) * slope * slope;
			means[i] = mean;
			squares[i] = square;
			// A division takes longer than the rest of a step; by 1 it changes nothing.
			const unbiased = meanBias === 1 ? mean : mean / meanBias;
			weights[i]! -= (rate * unbiased) / (Math.sqrt(square / squareBias) + LEAST);
		}
	}
}
