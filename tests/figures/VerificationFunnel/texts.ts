import { stagesOf } from '../../../src/figures/VerificationFunnel/stages.ts';
import { columns, rows, stageName, summary } from '../../../src/figures/VerificationFunnel/words.ts';
import model from '../../../src/models/verification.model.ts';
import { figureTexts } from '../figure-texts.ts';

export default figureTexts(model, (inputs, outputs) => {
	const stages = stagesOf(inputs);
	return { summary: summary(inputs, outputs, stages), columns, rows: rows(stages), labels: stages.map(stageName) };
});
