import { describe, expect, it } from 'vitest';
import { baselineOf } from '../../src/engine/model.ts';
import { difference, sentenceAs, type ValueSource } from '../../src/prose/sentence.ts';

describe('`sentenceAs` and `difference`', () => {
	const at = (learner: number): ValueSource => ({
		parameter: () => learner,
		output: ({ model, key }) => model.evaluate({ ...baselineOf(model), humanLevelYear: learner })[key]!,
	});
	const print = (sentence: string) => {
		document.body.innerHTML = `<p id="s">${sentence}</p>`;
		return document.getElementById('s')!;
	};
	const agi = `<span data-live='{"of":"forecast.agiYear"}'>?</span>`;
	const learner = '<span class="adjust" data-parameter="humanLevelYear">?</span>';

	it('print a sentence under other values, and return only the clauses that differ', () => {
		const printed = print(`Labs earn much. In ${agi} it is done; so ${learner}.`);
		expect(sentenceAs(printed, at(2033.5))).toBe('Labs earn much. In 2037 it is done; so 2033.');
		expect(difference(printed, at(2040), at(2033.5))).toEqual({
			mine: 'In 2044 it is done',
			essay: 'In 2037 it is done',
		});
		expect(difference(printed, at(2040), at(2040))).toBeUndefined();
	});

	it('prefers a clause with an output to one with a parameter', () => {
		const printed = print(`Learning comes in ${learner}. Then it is done in ${agi}.`);
		expect(difference(printed, at(2040), at(2033.5))?.mine).toBe('Then it is done in 2044');
		expect(difference(print(`Learning comes in ${learner}.`), at(2040), at(2033.5))).toBeUndefined();
	});
});
