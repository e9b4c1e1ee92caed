import type { NumberParameter } from '../engine/parameter.ts';

/** How long a lead lasts. */
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
	source: {
		cite: ['epoch2026openclosed'],
		note: 'Epoch finds open models three to four months behind closed ones; for China against America seven are reported.',
	},
};

/** LaTeX for each. */
export const imitationSymbols = { replicationLag: '\\tau' } as const;
