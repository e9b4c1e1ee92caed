import type { NumberParameter } from '../engine/parameter.ts';

/** Yearly revenue of both labs at the pace of the latest reported month. */
export const revenue: NumberParameter = {
	label: 'Yearly revenue of OpenAI and Anthropic',
	unit: 'bn$',
	scale: 'log',
	default: 29,
	min: 1,
	max: 1000,
	p05: 25,
	p95: 33,
	tone: 'revenue',
	positions: { 'year-on-2026': 115 },
	beyond:
		'The range is for December 2025. What is reported of September 2026, about 115, is another date, not an error of this one.',
	source: {
		cite: ['friar2026', 'anthropic2026compute', 'willison2026', 'ft2026openai'],
		note: 'Reported: about 29 in December 2025, when the post appeared; about 115 by September 2026, with July’s figure for Anthropic. A run rate: a month’s revenue, times twelve.',
	},
};

/** LaTeX symbol of each parameter. */
export const revenueSymbols = { revenue: 'R_0' } as const;
