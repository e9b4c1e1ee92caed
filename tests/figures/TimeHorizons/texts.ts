import { columns, rows, summary, type Measurement } from '../../../src/figures/TimeHorizons/words.ts';
import model from '../../../src/models/time-horizon.model.ts';
import { figureTexts } from '../figure-texts.ts';

const fits = { recent: { doubling: 128.7 }, all: { doubling: 187.8 } };
const measured: Measurement = {
	series: 'GPT-9',
	label: 'GPT-9',
	day: 20_000,
	year: 2024.8,
	date: 'October 2024',
	value: 30,
	p80: 5,
	reported: true,
	source: 'METR 2026',
};

export default figureTexts(model, (inputs, outputs) => ({
	summary: summary(inputs, outputs, fits, 2016),
	columns,
	rows: rows([measured], inputs),
}));
