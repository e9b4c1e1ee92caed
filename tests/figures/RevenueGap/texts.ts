import { columns, rows, summary } from '../../../src/figures/RevenueGap/words.ts';
import model from '../../../src/models/revenue-gap.model.ts';
import { figureTexts } from '../figure-texts.ts';

export const start = { date: 'December 2025', year: 2025.96 };
export const point = {
	series: 'openai',
	label: 'OpenAI',
	year: 2024,
	date: '2024',
	value: 6,
	reported: true,
	source: 'Friar',
};

export default figureTexts(model, (inputs, outputs) => ({
	summary: summary(inputs, outputs, start),
	columns,
	rows: rows(inputs, start.year, [point, { ...point, reported: false }]),
}));
