import type { NumberParameter } from '../engine/parameter.ts';

/** The alternative to every pipeline: somebody shows somebody. */
export const wage: NumberParameter = {
	label: 'Pay of the person who shows it', symbol: 'w', unit: '$/h', scale: 'log', default: 60, min: 15, max: 300, p05: 30, p95: 120,
	tone: 'people', source: { cite: [], note: 'Our assumption.' },
};
export const showHours: NumberParameter = {
	label: 'Hours to show a person', symbol: 'h', unit: 'h', scale: 'log', default: 2, min: 0.1, max: 200, p05: 0.5, p95: 20,
	tone: 'people', source: { cite: [], note: 'Our assumption.' },
};
