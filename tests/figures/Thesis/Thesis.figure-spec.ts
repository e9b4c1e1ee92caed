import model from '../../../src/models/impressive-useful.model.ts';
import { abilityCurves } from '../ability-curves.ts';
import { DrawingError, figureSpec } from '../figure-spec.ts';

export default figureSpec({
	model,
	curves: abilityCurves,
	custom: {
		reason: 'both curves need a name, and the years are in the sentence below the plot',
		check(figure, inputs) {
			for (const name of ['impressive', 'useful'])
				if (!figure.querySelector(`.value-label.tone-${name}`))
					throw new DrawingError(`No label names the ${name} curve.`);
			const { impressiveYear, usefulYear } = model.evaluate(inputs);
			const sentence = figure.querySelector('[id$="-summary"]')?.textContent ?? '';
			const years = Array.from(sentence.matchAll(/in (\d+)|never/g), ([, year]) => (year ? Number(year) : Infinity));
			const wanted = [impressiveYear, usefulYear].map((year) => (year < Infinity ? Math.floor(year + 1e-9) : year));
			if (years.join() !== wanted.join())
				throw new DrawingError(`The sentence is “${sentence}”; the model gives ${wanted.join()}.`);
		},
	},
});
