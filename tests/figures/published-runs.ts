import { csvParse } from 'd3';
import type { Experiment } from '../../src/experiments/experiment.ts';

type Settings = Readonly<Record<string, unknown>>;

/** Returns a function that reads an output in published runs at some settings, ascending; settings without a column are at their defaults. */
export function publishedRuns({ parameters }: Experiment, csv: string) {
	const runs = csvParse(csv);
	return (settings: Settings, output: string): number[] =>
		runs
			.filter((run) =>
				Object.keys(parameters).every(
					(key) => (run[key] ?? String(parameters[key]!.default)) === String(settings[key] ?? parameters[key]!.default),
				),
			)
			.map((run) => (run[output] === 'never' ? Infinity : Number(run[output])))
			.sort((a, b) => a - b);
}

export const medianOf = (numbers: readonly number[]): number => numbers[Math.floor(numbers.length / 2)]!;

/** Returns the height of a line at a place: its corners are joined by straight lines. */
export function heightAt(corners: readonly (readonly [number, number])[], place: number): number {
	const next = Math.max(
		1,
		corners.findIndex(([a]) => a >= place - 0.05),
	);
	const [[a, b], [c, d]] = [corners[next - 1]!, corners[next]!];
	return c === a ? d : b + ((d - b) * (place - a)) / (c - a);
}

/** Returns the values of the dots that lie nearer to one place than to any other of `places`, ascending. */
export function dotsAt(
	dots: readonly (readonly [number, number])[],
	places: readonly number[],
	place: number,
	toValue: (height: number) => number,
): number[] {
	const nearest = (at: number) =>
		places.reduce((best, other) => (Math.abs(other - at) < Math.abs(best - at) ? other : best));
	return dots
		.filter(([at]) => nearest(at) === place)
		.map(([, height]) => toValue(height))
		.sort((a, b) => a - b);
}
