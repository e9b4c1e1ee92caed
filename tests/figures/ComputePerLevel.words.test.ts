import fc from 'fast-check';
import { expect, it } from 'vitest';
import { baselineOf } from '../../src/engine/model.ts';
import { columns, rows, summary } from '../../src/figures/ComputePerLevel/words.ts';
import model from '../../src/models/rl-scaling.model.ts';
import { inputsOf } from '../inputs.ts';

const essay = baselineOf(model);
const summaryOf = (inputs = essay) => summary(inputs, model.evaluate(inputs)).replaceAll('\u00a0', ' ');

it('says what a level takes by each way, and how steep RL’s line is', () => {
	expect(summaryOf()).toBe(
		'1 level: 100× the pretraining, 1,000× the thinking time, or 1 million× the RL, which multiplies ' +
			'the whole training bill by 500,000×. Each is a straight line on this scale; RL’s is 3 times as steep ' +
			'as pretraining’s.',
	);
	expect(summaryOf({ ...essay, inferencePerPretraining: 1, rlPerInference: 1 })).toMatch(
		/RL’s is as steep as pretraining’s/,
	);
});

it('has a row for every half level, with what the model gives there', () => {
	const table = rows(essay, 2).map((row) => row.map((cell) => cell.replaceAll('\u00a0', ' ')));
	expect(columns).toHaveLength(table[0]!.length);
	expect(table.map(([levels]) => levels)).toEqual(['0.5 levels', '1 level', '1.5 levels', '2 levels']);
	expect(table[0]).toEqual(['0.5 levels', '10×', '31.6×', '501×', '1,000×', '4.1 years']);
	expect(table[3]).toEqual(['2 levels', '10,000×', '1 million×', '500 billion×', '1 trillion×', '18 years']);
});

it('has words for whatever is asked', () => {
	fc.assert(
		fc.property(
			inputsOf(model),
			(inputs) =>
				!/NaN|Infinity|undefined/.test(summaryOf({ ...essay, ...inputs }) + rows({ ...essay, ...inputs }, 3).join()),
		),
	);
});
