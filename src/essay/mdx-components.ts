import Adjust from './Adjust.astro';
import Belief from './Belief.astro';
import ClaimsRecord from './ClaimsRecord.astro';
import Cite from './Cite.astro';
import Equation from './Equation.astro';
import Fact from './Fact.astro';
import Guess from './Guess.astro';
import Note from './Note.astro';
import Point from './Point.astro';
import Positions from './Positions.astro';
import See from './See.astro';
import Symbol from './Symbol.astro';
import Term from './Term.astro';
import Value from './Value.astro';
import Verdict from './Verdict.astro';

const figures = import.meta.glob<{ default: unknown }>(['../figures/*/*.astro', '!../figures/frame/*'], {
	eager: true,
});

/** All that an author may write in MDX: these, and every figure in src/figures/ under its folder's name. */
export const components = {
	Adjust,
	Belief,
	Cite,
	ClaimsRecord,
	Equation,
	Fact,
	Guess,
	Note,
	Point,
	Positions,
	See,
	Symbol,
	Term,
	Value,
	Verdict,
	...Object.fromEntries(
		Object.entries(figures).map(([path, { default: figure }]) => [path.match(/(\w+)\.astro$/)![1], figure]),
	),
};
