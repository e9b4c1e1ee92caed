import type { NumberParameter } from '../engine/parameter.ts';

/** Our reading of Patel in August 2026: rivals take twice as long as in the essay. */
export const PATEL_2026_LAG = 8;

/** Months until rivals replicate a lead. */
export const replicationLag: NumberParameter = {
	label: 'Months for a rival to replicate',
	unit: 'months',
	scale: 'log',
	default: 4,
	min: 0.25,
	max: 24,
	p05: 2,
	p95: 12,
	tone: 'rival',
	positions: { 'patel-2026': PATEL_2026_LAG },
	source: {
		cite: ['epoch2026openclosed'],
		note: 'Epoch finds open models three to four months behind closed ones; for China against America seven are reported.',
	},
};

/** LaTeX symbol of each parameter. */
export const imitationSymbols = { replicationLag: '\\tau' } as const;
