import { work } from '../parameters/fleet.ts';
import { defineExperiment, type Frame } from './experiment.ts';

/** Cases after which a run ends, so that no setting takes minutes. */
export const MOST_CASES = 1_000_000;

interface FleetState {
	/** Copies sent out so far. */
	readonly copies: number;
	/** Share of tomorrow's cases that they know. */
	readonly known: number;
	readonly kindsMet: number;
	/** For each square of the field, from the commonest kind to the rarest: 1 if its kind has been met, else 0. */
	readonly squares: readonly number[];
}
export const frameOf = ({ copies, known, kindsMet, squares }: FleetState): Frame => [
	copies,
	known,
	kindsMet,
	...squares,
];
export const readFrame = (frame: Frame): FleetState => {
	const [copies, known, kindsMet, ...squares] = Array.from(frame);
	return { copies: copies!, known: known!, kindsMet: kindsMet!, squares };
};

/** What a fleet meets, case by case: the simulation beside the exact curve of the model `fleet` (claims B2, B5). */
export default defineExperiment({
	id: 'send-out',
	title: 'Send out the fleet',
	parameters: {
		copiesSent: {
			label: 'Copies sent out',
			unit: 'instances',
			scale: 'log',
			default: 1000,
			min: 1,
			max: 10_000,
			integer: true,
			tone: 'learner',
			source: { cite: [], note: 'Your choice.' },
		},
		...work,
	},
	outputs: {
		knownTomorrow: { label: 'Share of tomorrow’s cases known', unit: 'fraction', tone: 'learner' },
		kindsMet: { label: 'Kinds of situation met', unit: 'kinds', tone: 'learner' },
		copiesOut: { label: 'Copies that went out', unit: 'instances', tone: 'learner' },
		lastNew: { label: 'Share of the last copy’s cases that were new', unit: 'fraction' },
	},
});
