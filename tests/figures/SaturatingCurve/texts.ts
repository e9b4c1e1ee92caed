import { pathOf } from '../../../src/engine/path.ts';
import { columns, rows, summary } from '../../../src/figures/SaturatingCurve/words.ts';
import model from '../../../src/models/rl-ceiling.model.ts';
import { figureTexts } from '../figure-texts.ts';

export default figureTexts(model, (inputs, outputs) => ({
	summary: summary(inputs, outputs),
	columns,
	rows: rows(pathOf(model, { along: 'rlCompute', output: 'passRate' }, inputs)),
}));
