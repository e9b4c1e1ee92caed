import Adjust from './Adjust.astro';
import Answer from './Answer.astro';
import Belief from './Belief.astro';
import ClaimsRecord from './ClaimsRecord.astro';
import Cite from './Cite.astro';
import Equation from './Equation.astro';
import Fact from './Fact.astro';
import Figure from './Figure.astro';
import FormerFigure from './FormerFigure.astro';
import Guess from './Guess.astro';
import Median from './Median.astro';
import Note from './Note.astro';
import Point from './Point.astro';
import Positions from './Positions.astro';
import See from './See.astro';
import Swept from './Swept.astro';
import Symbol from './Symbol.astro';
import Tells from './Tells.astro';
import Term from './Term.astro';
import Value from './Value.astro';
import Verdict from './Verdict.astro';

/** Components available in content/figures/. */
export const figureComponents = { Adjust, Fact, See, Swept, Symbol, Term, Value, Verdict };

/** Components available in content/short/. */
export const shortComponents = { ...figureComponents, Answer, Cite, Figure, Median, Note, Tells };

/** Components available in content/sections/. */
export const components = {
	...figureComponents,
	Belief,
	Cite,
	ClaimsRecord,
	Equation,
	Figure,
	FormerFigure,
	Guess,
	Median,
	Note,
	Point,
	Positions,
	Tells,
};
