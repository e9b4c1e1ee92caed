import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uniformStream } from '../../src/engine/random.ts';
import { hashOf } from '../../src/learners/arithmetic.ts';
import { Adam, Network, stepDown } from '../../src/learners/network.ts';

const networkOf = (sizes: readonly number[], seed = 1, stream = 'weights') =>
	new Network(sizes, uniformStream(seed, stream));

/** A network of one input, one hidden unit and one output, of these weights: input, bias, hidden, bias. */
function smallest(...weights: [number, number, number, number]): Network {
	const network = networkOf([1, 1, 1]);
	network.weights.set(weights);
	return network;
}

const lossOf = (network: Network, inputs: readonly number[], labels: readonly (0 | 1 | undefined)[]) =>
	labels.reduce<number>((sum, label, question) => {
		if (label === undefined) return sum;
		const output = network.output(inputs, question);
		return sum - Math.log(label === 1 ? output : 1 - output);
	}, 0);

describe('`Network`', () => {
	it.each([
		[[2, 24, 24, 1], 697],
		[[144, 24, 1], 3505],
		[[3, 1], 4],
	])('of sizes %j has %i weights, of variance two over the inputs, and biases of zero', (sizes, count) => {
		const { weights } = networkOf(sizes);
		expect(weights).toHaveLength(count);
		const first = weights.subarray(0, sizes[1]! * (sizes[0]! + 1));
		const [drawn, biases] = [0, 1].map((isBias) =>
			[...first].filter((_, i) => Number(i % (sizes[0]! + 1) === sizes[0]) === isBias),
		) as [number[], number[]];
		expect(biases.every((bias) => bias === 0)).toBe(true);
		const variance = drawn.reduce((sum, weight) => sum + weight * weight, 0) / drawn.length;
		if (drawn.length > 40) expect((variance * sizes[0]!) / 2).toBeCloseTo(1, 0);
	});

	it('throws an error that says what sizes are if there is no output', () => {
		expect(() => networkOf([2])).toThrow('Network: sizes are 2. Give the number of inputs first and of outputs last.');
	});

	it('gives the output computed by hand, also with a hidden unit at rest', () => {
		// 2 × 3 − 1 = 5; 0.5 × 5 − 2 = 0.5.
		expect(smallest(2, -1, 0.5, -2).output([3])).toBeCloseTo(1 / (1 + Math.exp(-0.5)), 15);
		expect(smallest(2, -1, 0.5, -2).output([-3])).toBeCloseTo(1 / (1 + Math.exp(2)), 15);
	});

	it('has the gradient that finite differences give', () => {
		const value = fc.double({ min: -1.5, max: 1.5, noNaN: true });
		const STEP = 1e-6;
		fc.assert(
			fc.property(
				fc.constantFrom([2, 4, 3, 1], [3, 5, 1], [2, 1], [3, 4, 3], [2, 2]).chain((sizes) =>
					fc.record({
						sizes: fc.constant(sizes),
						inputs: fc.array(value, { minLength: sizes[0]!, maxLength: sizes[0]! }),
						weights: fc.infiniteStream(value),
						labels: fc.array(fc.constantFrom<0 | 1 | undefined>(0, 1, undefined), {
							minLength: sizes.at(-1)!,
							maxLength: sizes.at(-1)!,
						}),
					}),
				),
				({ sizes, inputs, weights, labels }) => {
					const network = networkOf(sizes);
					network.weights.forEach((_, i) => (network.weights[i] = weights.next().value as number));
					network.addGradient(inputs, labels);
					const gradient = [...network.gradient];
					const shifted = (i: number, by: number) => {
						const before = network.weights[i]!;
						network.weights[i] = before + by;
						const loss = lossOf(network, inputs, labels);
						network.weights[i] = before;
						return loss;
					};
					const here = lossOf(network, inputs, labels);
					for (const [i, slope] of gradient.entries()) {
						const [up, down] = [(shifted(i, STEP) - here) / STEP, (here - shifted(i, -STEP)) / STEP];
						// At the corner of a rectified unit the two sides differ, and the gradient is one of them or between.
						expect(slope).toBeGreaterThan(Math.min(up, down) - 1e-4);
						expect(slope).toBeLessThan(Math.max(up, down) + 1e-4);
					}
				},
			),
			{ numRuns: 200 },
		);
	});

	it('takes every sum in the order of the inputs, also those of units that it sums side by side', () => {
		const network = networkOf([144, 6, 1]);
		const next = uniformStream(2, 'inputs');
		const inputs = Array.from({ length: 144 }, () => next() - 0.5);
		const output = network.output(inputs);
		const hidden = Array.from({ length: 6 }, (_, unit) => {
			let sum = 0;
			for (const [i, value] of inputs.entries()) sum += network.weights[unit * 145 + i]! * value;
			return Math.max(0, sum + network.weights[unit * 145 + 144]!);
		});
		expect([...network.hidden]).toEqual(hidden);
		expect(network.output(inputs)).toBe(output);
	});

	it('answers every question at once as it does one by one', () => {
		const network = networkOf([3, 5, 4]);
		const inputs = [0.5, -1, 2];
		expect([...network.outputs(inputs)]).toEqual([0, 1, 2, 3].map((question) => network.output(inputs, question)));
	});

	it('sums the gradients of several examples', () => {
		const [one, other, both] = [0, 1, 2].map(() => networkOf([2, 3, 1])) as [Network, Network, Network];
		one.addGradient([0.5, -1], [1]);
		other.addGradient([2, 0.25], [0]);
		both.addGradient([0.5, -1], [1]);
		both.addGradient([2, 0.25], [0]);
		expect([...both.gradient]).toEqual([...one.gradient].map((slope, i) => slope + other.gradient[i]!));
	});

	it('repeats every bit with the same seed; draws from other streams change nothing', () => {
		const trained = (seed: number, isDisturbed: boolean) => {
			const weights = uniformStream(seed, 'weights');
			const data = uniformStream(seed, 'data');
			if (isDisturbed) for (let i = 0; i < 100; i++) uniformStream(seed, 'other')();
			const network = new Network([2, 8, 1], weights);
			const initial = hashOf(network.weights);
			for (let i = 0; i < 200; i++) {
				const [x, y] = [data(), data()];
				network.addGradient([x, y], [x > y ? 1 : 0]);
				stepDown(network, 0.1);
			}
			return [initial, hashOf(network.weights)];
		};
		expect(trained(1, true)).toEqual(trained(1, false));
		expect(trained(2, false)).not.toEqual(trained(1, false));
		expect(hashOf(networkOf([2, 8, 1], 1, 'weights').weights)).not.toBe(
			hashOf(networkOf([2, 8, 1], 1, 'data').weights),
		);
	});
});

describe('`stepDown`', () => {
	it('makes the step computed by hand, and clears the gradient', () => {
		const network = smallest(2, -1, 0.5, -2);
		network.addGradient([3], [1]);
		stepDown(network, 0.1);
		// The sum of the output is 0.5, so its slope is σ(0.5) − 1; through the hidden unit, half of that.
		const slope = 1 / (1 + Math.exp(-0.5)) - 1;
		const wanted = [2 - 0.1 * slope * 0.5 * 3, -1 - 0.1 * slope * 0.5, 0.5 - 0.1 * slope * 5, -2 - 0.1 * slope];
		for (const [i, weight] of wanted.entries()) expect(network.weights[i]).toBeCloseTo(weight, 14);
		expect([...network.gradient]).toEqual([0, 0, 0, 0]);
	});

	it('takes the mean over the examples of a batch', () => {
		const [once, twice] = [smallest(2, -1, 0.5, -2), smallest(2, -1, 0.5, -2)];
		once.addGradient([3], [0]);
		stepDown(once, 0.1);
		twice.addGradient([3], [0]);
		twice.addGradient([3], [0]);
		stepDown(twice, 0.1, 2);
		expect([...twice.weights]).toEqual([...once.weights]);
	});
});

describe('`Adam`', () => {
	it('makes the steps computed by hand', () => {
		const network = smallest(2, -1, 0.5, -2);
		const adam = new Adam(network, 0.01);
		const step = (gradient: number) => {
			network.gradient.set([0, 0, 0, gradient]);
			adam.step();
		};
		step(0.5);
		// The first step is of the size of the rate: mean and root of the square are both the gradient.
		expect(network.weights[3]).toBeCloseTo(-2 - 0.01, 9);
		step(-0.1);
		// Means 0.9 × 0.05 − 0.01 = 0.035 and 0.999 × 0.00025 + 0.00001 = 0.00025975; biases 0.19 and 0.001999.
		expect(network.weights[3]).toBeCloseTo(-2.01 - (0.01 * (0.035 / 0.19)) / Math.sqrt(0.00025975 / 0.001999), 9);
		expect([...network.weights.subarray(0, 3)]).toEqual([2, -1, 0.5]);
		expect([...network.gradient]).toEqual([0, 0, 0, 0]);
	});

	it('learns which of two numbers is the greater', () => {
		const network = networkOf([2, 8, 1]);
		const adam = new Adam(network, 0.01);
		const data = uniformStream(1, 'data');
		for (let step = 0; step < 500; step++) {
			for (let i = 0; i < 8; i++) {
				const [x, y] = [data() - 0.5, data() - 0.5];
				network.addGradient([x, y], [x > y ? 1 : 0]);
			}
			adam.step(8);
		}
		let right = 0;
		for (let i = 0; i < 200; i++) {
			const [x, y] = [data() - 0.5, data() - 0.5];
			if (network.output([x, y]) > 0.5 === x > y) right++;
		}
		expect(right).toBeGreaterThan(190);
	});
});
