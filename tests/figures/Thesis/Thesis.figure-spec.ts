import model, { impressiveAt } from '../../../src/models/impressive-useful.model.ts';
import { usefulAt } from '../../../src/parameters/abilities.ts';
import { DrawingError, figureSpec } from '../figure-spec.ts';

export default figureSpec({
	model,
	curves: [
		{
			select: '.curve.tone-impressive:not(.ghost)',
			ghost: '.curve.ghost.tone-impressive',
			path: { path: 'impressive' },
			at: (inputs) => (year) => impressiveAt(inputs, year),
		},
		{
			select: '.curve.tone-useful:not(.ghost)',
			ghost: '.curve.ghost.tone-useful',
			path: { path: 'useful' },
			at: (inputs) => (year) => usefulAt(inputs, year),
		},
	],
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
