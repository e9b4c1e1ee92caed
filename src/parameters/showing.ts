import type { NumberParameter } from '../engine/parameter.ts';

/** The alternative to every pipeline: somebody shows somebody. */
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

/** LaTeX for each. */
export const showingSymbols = { wage: 'w', showHours: 'h' } as const;

/** Dollars for showing one person one thing. */
export const lessonCost = (inputs: { readonly wage: number; readonly showHours: number }): number =>
	inputs.wage * inputs.showHours;
