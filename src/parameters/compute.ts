import type { NumberParameter } from '../engine/parameter.ts';

/** Pretraining compute of one GPT generation as a multiple of that of the generation before. */
export const gptLevel: NumberParameter = {
	label: 'Pretraining compute per GPT level',
	unit: '×',
	scale: 'log',
	default: 100,
	min: 2,
	max: 10_000,
	p05: 60,
	p95: 210,
	tone: 'pretraining',
	source: {
		cite: ['ord2025rl', 'epoch2024models'],
		note: 'Ord’s round number. Epoch’s estimates make the last two steps 207× and 68×.',
	},
};

/** LaTeX symbol of each parameter. */
export const computeSymbols = { gptLevel: 'g_P' } as const;
