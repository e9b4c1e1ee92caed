import model, { impressiveAt } from '../../src/models/impressive-useful.model.ts';
import { usefulAt } from '../../src/parameters/abilities.ts';
import { reading } from './reading.ts';

export default reading({
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
});
