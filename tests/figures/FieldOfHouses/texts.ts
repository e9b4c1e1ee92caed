import { streetsOf } from '../../../src/figures/FieldOfHouses/streets.ts';
import { columns, rows, summary } from '../../../src/figures/FieldOfHouses/words.ts';
import model from '../../../src/models/robot-homes.model.ts';
import { figureTexts } from '../figure-texts.ts';

export default figureTexts(model, (inputs, outputs) => {
	const streets = streetsOf(inputs);
	return { summary: summary(streets, inputs, outputs), columns, rows: rows(streets) };
});
