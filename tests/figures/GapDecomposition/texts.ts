import { columns, rows, summary } from '../../../src/figures/GapDecomposition/words.ts';
import model from '../../../src/models/gap-decomposition.model.ts';
import { figureTexts } from '../figure-texts.ts';

export default figureTexts(model, (_, outputs) => ({ summary: summary(outputs), columns, rows: rows(outputs) }));
