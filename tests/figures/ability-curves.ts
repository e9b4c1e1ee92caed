import type { InputsOf } from '../../src/engine/model.ts';
import { impressiveAt, type default as impressiveUseful } from '../../src/models/impressive-useful.model.ts';
import { usefulAt } from '../../src/parameters/abilities.ts';
import type { CurveSpec } from './figure-spec.ts';

/** The impressive and the useful share by year, which two kinds of figure draw. */
export const abilityCurves: readonly CurveSpec<InputsOf<typeof impressiveUseful>>[] = [
	{
		select: '.curve.tone-impressive:not(.ghost)',
		ghost: '.curve.ghost.tone-impressive',
		path: { path: 'impressive' },
		name: 'Impressive',
		at: (inputs) => (year) => impressiveAt(inputs, year),
	},
	{
		select: '.curve.tone-useful:not(.ghost)',
		ghost: '.curve.ghost.tone-useful',
		path: { path: 'useful' },
		name: 'Useful',
		at: (inputs) => (year) => usefulAt(inputs, year),
	},
];
