import { columns, rows, summary, type Bills } from '../../../src/figures/TwoCosts/words.ts';
import model from '../../../src/models/macrophage.model.ts';
import { figureTexts } from '../figure-texts.ts';

/** Number of laboratories at the right edge of the chart. */
export const MOST = 100_000;

export default figureTexts(model, ({ wage, showHours }, { pipelineCost, breakEvenLabs }) => {
	const bills: Bills = { pipeline: pipelineCost, perLab: wage * showHours, breakEvenLabs };
	return { summary: summary(bills, MOST), columns, rows: rows(bills, MOST) };
});
