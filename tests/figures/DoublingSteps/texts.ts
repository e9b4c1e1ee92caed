import { staircaseOf } from '../../../src/figures/DoublingSteps/staircase.ts';
import { columns, endText, rows, summary } from '../../../src/figures/DoublingSteps/words.ts';
import model from '../../../src/models/software-explosion.model.ts';
import { figureTexts } from '../figure-texts.ts';

export default figureTexts(model, (inputs) => {
	const wanted = inputs.doublingsWanted;
	const stairs = staircaseOf(inputs, wanted);
	return { summary: summary(stairs, wanted), columns, rows: rows(stairs), labels: [endText(stairs, wanted)] };
});
