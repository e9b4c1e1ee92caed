import { quantileOf } from '../../../src/engine/monte-carlo.ts';
import { baselineOf, inputsFrom, type Inputs, type InputsOf } from '../../../src/engine/model.ts';
import { uniforms } from '../../../src/engine/random.ts';
import forecast from '../../../src/models/forecast.model.ts';
import { DONE, usefulAt } from '../../../src/parameters/abilities.ts';
import { positions as namedPositions } from '../../../src/positions/positions.ts';
import { OTHER_READER } from '../../../src/state/position-values.ts';
import { verticesOf, type DrawnPlot } from '../drawn-plot.ts';
import { DrawingError, figureSpec, type Cell, type FigureSpec, type IslandProps } from '../figure-spec.ts';

type Odds = readonly [number, number];
interface Named {
	readonly title: string;
	readonly short?: string;
	readonly odds: Odds;
}
const isOdds = (value: unknown): value is Odds =>
	Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'number');
const isNamed = (value: unknown): value is Named =>
	typeof value === 'object' && value !== null && 'odds' in value && isOdds(value.odds) && 'title' in value;

const YEARS = [2030, 2045] as const;
const QUERY = { kind: 'odds', model: 'forecast', path: 'soonAndLater', mark: DONE } as const;
const [SEED, RUNS] = [1, 10_000];

/** Returns the shares of runs in which the work is within reach by the two years, from the model's own arithmetic. */
function oddsOf(fixed: Inputs): Odds {
	const columns = Object.entries(forecast.parameters).map(([key, parameter]) => {
		const at = quantileOf(parameter, { value: fixed[key]!, isPinned: false });
		return [key, at && Array.from(uniforms(SEED, key, RUNS), at)] as const;
	});
	const counts = [0, 0];
	for (let run = 0; run < RUNS; run++) {
		const inputs = Object.fromEntries(columns.map(([key, column]) => [key, column ? column[run]! : fixed[key]!]));
		YEARS.forEach((year, i) => (counts[i]! += usefulAt(inputs as InputsOf<typeof forecast>, year) >= DONE ? 1 : 0));
	}
	return [counts[0]! / RUNS, counts[1]! / RUNS];
}
let known: { readonly essay: Odds; readonly positions: readonly (Odds | undefined)[] } | undefined;
/** Returns the odds of the essay, and of each named position that is not conditioned on the record. */
const knownOdds = () =>
	(known ??= {
		essay: oddsOf(baselineOf(forecast)),
		positions: namedPositions.map(({ id, isGivenRecord }) =>
			isGivenRecord
				? undefined
				: oddsOf(
						inputsFrom(forecast, (key) => {
							const { positions = {}, default: baseline } = forecast.parameters[key as keyof InputsOf<typeof forecast>];
							return (positions as Record<string, number | undefined>)[id] ?? baseline;
						}),
					),
		),
	});

/** "in 4 of a hundred runs, by 2045 in 83": returns both counts of the sentence below the plot. */
const stated = (text: string): number[] =>
	Array.from(
		text.matchAll(/by \d{4} in (fewer than |more than )?(\d+)/g),
		([, bound, count]) => Number(count) + (bound ? (bound.startsWith('f') ? -0.5 : 0.5) : 0),
	);

/** Odds of the axis labels; the axes are logarithmic in odds. */
const ODDS = {
	'1 in 100': 1 / 99,
	'1 in 10': 1 / 9,
	'1 in 2': 1,
	'9 in 10': 9,
	'99 in 100': 99,
};
/** Clamps shares to the ends of the axis. */
const toOdds = (share: number) => {
	const inside = Math.min(199 / 200, Math.max(1 / 500, share));
	return inside / (1 - inside);
};

/** Returns the indices in `YEARS` of the years that the titles of the x and the y axis name. */
function yearsOf({ element }: DrawnPlot): readonly [number, number] {
	const [x, y] = ['.axis-title-x', '.axis-title:not(.axis-title-x)'].map((select) => {
		const title = element.querySelector(select)?.textContent ?? '';
		const at = YEARS.findIndex((year) => title.includes(`by ${year}`));
		if (at < 0) throw new DrawingError(`The axis title “${title}” names neither ${YEARS.join(' nor ')}.`);
		return at;
	});
	if (x === y) throw new DrawingError(`Both axes count the chances by ${YEARS[x!]}.`);
	return [x!, y!];
}

/** Reads the dots back by the axis titles and labels. The reader's odds are those of the runs; without runs, those that the text states. */
export default function quadrant({ positions: named }: IslandProps): FigureSpec {
	if (!Array.isArray(named) || !named.every(isNamed)) throw new Error('The props of Quadrant need `positions`.');
	const ofHundred = (odds: Odds): Cell[] => odds.map((share) => [100 * share, '–'] as const);
	return figureSpec({
		model: forecast,
		labelValues: [{ x: ODDS, y: ODDS }],
		table: (_, answers, other) => [
			['Yours', ...ofHundred(answers(QUERY).odds)],
			...named.map(({ title, odds }): Cell[] => [title, ...ofHundred(odds)]),
			...(other ? [[other.title, ...ofHundred(answers({ ...QUERY, position: OTHER_READER }).odds)]] : []),
		],
		custom: {
			reason: 'positions come from Monte Carlo runs, and positions at the same point share a dot',
			check(figure, inputs, [plot], baseline, answers) {
				const axes = yearsOf(plot!);
				/** Returns the place of odds on the axes that the titles name. */
				const placeOf = (odds: Odds) =>
					[plot!.x.toPlace(toOdds(odds[axes[0]]!)), plot!.y!.toPlace(toOdds(odds[axes[1]]!))] as const;
				const compare = (whose: string, drawn: readonly [number, number] | undefined, odds: Odds, near: number) => {
					const [x, y] = placeOf(odds);
					if (!drawn || !(Math.abs(drawn[0] - x) < near && Math.abs(drawn[1] - y) < near))
						throw new DrawingError(
							`${whose} is drawn at ${drawn?.join('%, ')}% of the plot; ${odds.map((share, i) => `${100 * share} of a hundred by ${YEARS[i]}`).join(' and ')} is at ${x}%, ${y}%.`,
						);
				};
				const isEssay = Object.entries(inputs).every(
					([key, value]) => value === baseline[key as keyof typeof baseline],
				);
				const { essay, positions } = knownOdds();
				const [you, ...others] = plot!.circles('.plot-area .ring');
				if (isEssay) compare('The essay’s point', you, essay, 0.3);
				else if (answers) compare('The reader’s point', you, answers(QUERY).odds, 0.3);
				const counts = stated(figure.querySelector('.map-odds')?.textContent ?? '');
				const read = [plot!.x.toValue(you![0]), plot!.y!.toValue(you![1])].map((odds) => (100 * odds) / (1 + odds));
				axes.forEach((year, axis) => {
					if (!(Math.abs(read[axis]! - 100 * Math.min(199 / 200, Math.max(1 / 500, counts[year]! / 100))) < 0.7))
						throw new DrawingError(
							`The reader’s point is at ${read[axis]!.toFixed(1)} of a hundred by ${YEARS[year]}; the text states ${counts[year]}.`,
						);
				});
				if (answers && others.length > 0)
					compare('The other reader’s point', others[0], answers({ ...QUERY, position: OTHER_READER }).odds, 0.3);

				const dots = plot!.circles('.plot-area .dated');
				named.forEach(({ title, odds }, i) => {
					const own = positions[i];
					if (own && own.some((share, at) => Math.abs(share - odds[at]!) > 1e-9))
						throw new DrawingError(`The props give ${title} the odds ${odds.join()}; the model gives ${own.join()}.`);
					const [x, y] = placeOf(odds);
					const near = dots.toSorted((a, b) => Math.hypot(a[0] - x, a[1] - y) - Math.hypot(b[0] - x, b[1] - y))[0];
					compare(`The dot of ${title}`, near, odds, 0.3);
				});
				const names = Array.from(plot!.element.querySelectorAll('.mark-label'), (label) => label.textContent);
				for (const { title, short } of named)
					if (!names.includes(title) && !names.includes(short ?? title))
						throw new DrawingError(`The position ${title} has no name on the map.`);

				// Below the diagonal the later year would be the less likely one.
				const [corner] = verticesOf(plot!.element.querySelector('.after')!.getAttribute('d')!);
				const [low, high] = corner!.map(([x, y]) => [plot!.x.toValue(x), plot!.y!.toValue(y)] as const);
				for (const [a, b] of [low!, high!])
					if (Math.abs(Math.log(a / b)) > 0.02) throw new DrawingError(`The diagonal passes the odds ${a} and ${b}.`);
				if (axes[0] > axes[1])
					throw new DrawingError('The impossible area is where the later year is the more likely one.');
			},
		},
	});
}
