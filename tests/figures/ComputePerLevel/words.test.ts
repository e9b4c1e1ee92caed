import { expect, it } from 'vitest';
import { baselineOf } from '../../../src/engine/model.ts';
import { rows } from '../../../src/figures/ComputePerLevel/words.ts';
import model from '../../../src/models/rl-scaling.model.ts';
import texts from './texts.ts';

it('`summary` gives the cost of a level by each way and the slope of the RL line', () => {
	expect(texts.of().summary).toBe(
		'1 level: 100× the pretraining, 1,000× the thinking time, or 1 million× the RL, which multiplies ' +
			'the whole training bill by 500,000×. Each is a straight line on this scale; RL’s is 3 times as steep ' +
			'as pretraining’s.',
	);
	expect(texts.of({ inferencePerPretraining: 1, rlPerInference: 1 }).summary).toMatch(
		/RL’s is as steep as pretraining’s/,
	);
});

it('`rows` has one row per half level with the model’s outputs', () => {
	const table = rows(baselineOf(model), 2).map((row) => row.map((cell) => cell.replaceAll('\u00a0', ' ')));
	expect(table.map(([levels]) => levels)).toEqual(['0.5 levels', '1 level', '1.5 levels', '2 levels']);
	expect(table[0]).toEqual(['0.5 levels', '10×', '31.6×', '501×', '1,000×', '4.1 years']);
	expect(table[3]).toEqual(['2 levels', '10,000×', '1 million×', '500 billion×', '1 trillion×', '18 years']);
});
