import type { Resolution } from '../engine/wager.ts';
import { logit } from './record.ts';

/** Quantities of a wager: the kinds of report in the record, and three that no report measures yet. */
export type WageredName = 'revenue' | 'wholeProjects' | 'clearBriefs' | 'canDo' | 'takenUp' | 'paid';

interface Wagered {
	/** Whether the record has reports of it. */
	readonly isRecorded: boolean;
	readonly unit: 'bn$' | 'fraction';
	/** Converts a value to the scale on which its error is normal, and back. */
	readonly toScale: (value: number) => number;
	readonly fromScale: (scaled: number) => number;
	/** Limits, on that scale, between which a report can tell two values apart. */
	readonly within?: Resolution;
	/** Rounds a value to one that is easy to name. */
	readonly round: (value: number) => number;
}

const share = (scaled: number): number => 1 / (1 + Math.exp(-scaled));
const significant = (value: number): number => Number(value.toPrecision(2));
/** The smallest share that is told from none, and the largest from all: indices of some two hundred tasks resolve no more. */
const [LEAST, MOST] = [0.01, 0.99];
const roundShare = (value: number): number => Number(Math.min(MOST, Math.max(LEAST, value)).toFixed(2));
const money = { unit: 'bn$', toScale: Math.log, fromScale: Math.exp, round: significant } as const;
const shares = {
	unit: 'fraction',
	toScale: logit,
	fromScale: share,
	within: [logit(LEAST), logit(MOST)],
	round: roundShare,
} as const;

export const WAGERED: Readonly<Record<WageredName, Wagered>> = {
	revenue: { ...money, isRecorded: true },
	wholeProjects: { ...shares, isRecorded: true },
	clearBriefs: { ...shares, isRecorded: true },
	canDo: { ...shares, isRecorded: false },
	takenUp: { ...shares, isRecorded: false },
	paid: { ...money, unit: 'fraction', isRecorded: false },
};

export const QUANTITIES = Object.keys(WAGERED) as readonly WageredName[];
