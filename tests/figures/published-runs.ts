import { csvParse } from 'd3';
import { isNumber, toPosition } from '../../src/engine/parameter.ts';
import type { Experiment } from '../../src/experiments/experiment.ts';

type Settings = Readonly<Record<string, unknown>>;

/** Returns a function that keeps what `compute` returned for a key: a figure asks for the same runs at each of its dots. */
function kept<T>(): (key: string, compute: () => T) => T {
	const all = new Map<string, T>();
	return (key, compute) => {
		const known = all.get(key) ?? compute();
		all.set(key, known);
		return known;
	};
}

/** Returns a function that reads an output in published runs at some settings, ascending; settings without a column are at their defaults. */
export function publishedRuns({ parameters }: Experiment, csv: string) {
	const runs = csvParse(csv);
	const keys = Object.keys(parameters);
	const settingsOf = (of: Settings) => JSON.stringify(keys.map((key) => String(of[key] ?? parameters[key]!.default)));
	const runsAt = Map.groupBy(runs, settingsOf);
	const numbersAt = kept<readonly number[]>();
	return (settings: Settings, output: string): readonly number[] => {
		const at = settingsOf(settings);
		return numbersAt(`${at} ${output}`, () =>
			(runsAt.get(at) ?? [])
				.map((run) => (run[output] === 'never' ? Infinity : Number(run[output])))
				.sort((a, b) => a - b),
		);
	};
}

/** Returns a function that gives the published settings nearest to some: choices first, then the sum of distances along sliders. */
export function nearestPublished({ parameters }: Experiment, csv: string) {
	const settingsOf = (run: Record<string, string>): Settings =>
		Object.fromEntries(
			Object.entries(parameters).map(([key, parameter]) => {
				const cell = run[key];
				return [key, cell === undefined ? parameter.default : isNumber(parameter) ? Number(cell) : cell];
			}),
		);
	const apart = (one: Settings, other: Settings) => {
		let [choices, sliders] = [0, 0];
		for (const [key, parameter] of Object.entries(parameters))
			if (!isNumber(parameter)) choices += one[key] === other[key] ? 0 : 1;
			else {
				const [a, b] = [one, other].map((settings) => toPosition(parameter, Number(settings[key])));
				sliders += Math.abs(a! - b!);
			}
		return [choices, sliders] as const;
	};
	const published = csvParse(csv).map(settingsOf);
	const nearestTo = kept<Settings>();
	return <S extends Settings>(settings: S): S => {
		const own = JSON.stringify(Object.keys(parameters).map((key) => settings[key]));
		const nearest = nearestTo(own, () => {
			const byDistance = published
				.map((found) => ({ found, distance: apart(found, settings) }))
				.sort(({ distance: a }, { distance: b }) => a[0] - b[0] || a[1] - b[1]);
			return byDistance[0]!.found;
		});
		return { ...settings, ...nearest };
	};
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
