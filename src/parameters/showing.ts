import type { NumberParameter } from '../engine/parameter.ts';

/** Hourly wage of a person who is shown a task: the alternative to every training pipeline. */
export const wage: NumberParameter = {
	label: 'Pay of the person who shows it',
	unit: '$/h',
	scale: 'log',
	default: 60,
	min: 15,
	max: 300,
	p05: 30,
	p95: 120,
	tone: 'people',
	source: { cite: [], note: 'Our assumption.' },
};
export const showHours: NumberParameter = {
	label: 'Hours to show a person',
	unit: 'h',
	scale: 'log',
	default: 2,
	min: 0.1,
	max: 200,
	p05: 0.5,
	p95: 20,
	tone: 'people',
	source: { cite: [], note: 'Our assumption.' },
};

/** LaTeX symbol of each parameter. */
export const showingSymbols = { wage: 'w', showHours: 'h' } as const;

/** Returns the dollars that it costs to show one person one thing. */
export const lessonCost = (inputs: { readonly wage: number; readonly showHours: number }): number =>
	inputs.wage * inputs.showHours;
