import { work } from '../parameters/fleet.ts';
import { defineExperiment } from './experiment.ts';

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
