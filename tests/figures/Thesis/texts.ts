import { columns, rows, summary } from '../../../src/figures/Thesis/words.ts';
import model from '../../../src/models/impressive-useful.model.ts';
import { figureTexts } from '../figure-texts.ts';

export default figureTexts(model, (inputs, outputs) => ({ summary: summary(outputs), columns, rows: rows(inputs) }));
