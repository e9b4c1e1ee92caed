import { levelsOf } from '../../../src/figures/FieldOfHouses/field.ts';
import { columns, rows, summary } from '../../../src/figures/FieldOfHouses/words.ts';
import model from '../../../src/models/robot-homes.model.ts';
import { figureTexts } from '../figure-texts.ts';

export default figureTexts(model, (inputs, outputs) => {
	const levels = levelsOf(inputs);
	return { summary: summary(levels, inputs, outputs), columns, rows: rows(levels) };
});
