import { axisScale, type Axis, type PlotPoint } from './axis.ts';

/** Chances that an axis of odds names. */
const CHANCES = [
	{ share: 0.01, text: '1 in 100' },
	{ share: 0.1, text: '1 in 10' },
	{ share: 0.5, text: '1 in 2' },
	{ share: 0.9, text: '9 in 10' },
	{ share: 0.99, text: '99 in 100' },
] as const;

/** An axis by log odds has as much room for what is rare or nearly certain as for the middle. Its ends are open: beyond them all is at the end. */
const ENDS = [1 / 500, 199 / 200] as const;
/** Returns the odds of a share, at the ends of the axis if it lies beyond them. */
export const oddsOf = (share: number): number => {
	const inside = Math.min(ENDS[1], Math.max(ENDS[0], share));
	return inside / (1 - inside);
};

/** Room beyond the first chance: for the axis numbers of a phone, which stand inside the plot, and elsewhere. */
const ROOM = { words: 25, plain: 2 } as const;
/** Returns an axis of chances by log odds, whose low end has room for words. */
export const oddsAxis = (title: string, below: keyof typeof ROOM): Axis => ({
	title,
	scale: 'log',
	domain: [oddsOf(0) / ROOM[below], oddsOf(1) * ROOM.plain],
	ticks: CHANCES.map(({ share }) => oddsOf(share)),
	format: (odds) => CHANCES.find(({ share }) => oddsOf(share) === odds)!.text,
});

const across = axisScale(oddsAxis('', 'words'), [0, 100]);
const upward = axisScale(oddsAxis('', 'plain'), [100, 0]);
/** Returns the place of two chances on the map, in percent: the nearer one across, the later one upward. */
export const mapPlace = ([soon, later]: readonly [number, number]): PlotPoint => [
	across(oddsOf(soon)),
	upward(oddsOf(later)),
];
/** Ends of the diagonal below which the later chance would be the smaller one, and the place of even chances. */
export const MAP = {
	diagonal: oddsAxis('', 'plain').domain.map((odds) => [across(odds), upward(odds)] as const),
	even: mapPlace([0.5, 0.5]),
} as const;
