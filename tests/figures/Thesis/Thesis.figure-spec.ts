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
		reason: 'both curves are named wherever they run, and the years stand in the sentence that sums them up',
		check(figure, inputs) {
			for (const name of ['impressive', 'useful'])
				if (!figure.querySelector(`.value-label.tone-${name}`))
					throw new DrawingError(`Nothing says which curve is ${name}.`);
			const { impressiveYear, usefulYear } = model.evaluate(inputs);
			const said = figure.querySelector('[id$="-summary"]')?.textContent ?? '';
			const years = Array.from(said.matchAll(/in (\d+)|never/g), ([, year]) => (year ? Number(year) : Infinity));
			const wanted = [impressiveYear, usefulYear].map((year) => (year < Infinity ? Math.floor(year + 1e-9) : year));
			if (years.join() !== wanted.join()) throw new DrawingError(`“${said}”; the model gives ${wanted.join()}.`);
		},
	},
});
