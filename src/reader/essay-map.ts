import { mapPlace } from '../charts/odds-axis.ts';
import type { PlotPoint } from '../charts/axis.ts';
import { positions } from '../positions/positions.ts';
import { essayAnswer } from '../runs/essay-runs.ts';
import type { Odds } from '../runs/queries.ts';
import { SOON_AND_LATER } from '../runs/soon-and-later.ts';

/** The map as the bar shows it: where it leads to, and what is on it. */
export interface BarMap {
	readonly href: string;
	/** The odds of the essay's assumptions. */
	readonly essay: Odds;
	/** The places of the named positions, each once, in percent. */
	readonly named: readonly PlotPoint[];
}

/** Returns the map with the essay's odds and the positions', from runs made at build. */
export function essayMap(href: string): BarMap {
	const places = positions.map(({ id }) => mapPlace(essayAnswer({ ...SOON_AND_LATER, position: id }).odds));
	const rounded = places.map(([x, y]) => [Math.round(x), Math.round(y)] as const);
	return {
		href,
		essay: essayAnswer(SOON_AND_LATER).odds,
		named: rounded.filter((place, i) => rounded.findIndex((other) => String(other) === String(place)) === i),
	};
}
