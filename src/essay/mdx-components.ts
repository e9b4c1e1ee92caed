import Belief from './Belief.astro';
import ClaimsRecord from './ClaimsRecord.astro';
import Cite from './Cite.astro';
import Equation from './Equation.astro';
import Figure from './Figure.astro';
import { figureComponents } from './figure-components.ts';
import FormerFigure from './FormerFigure.astro';
import FormerHeading from './FormerHeading.astro';
import Guess from './Guess.astro';
import HaveToBelieve from './HaveToBelieve.astro';
import Median from './Median.astro';
import Minds from './Minds.astro';
import Note from './Note.astro';
import Point from './Point.astro';
import Positions from './Positions.astro';
import Symbol from './Symbol.astro';
import Tells from './Tells.astro';

/** Components available in content/sections/. */
export const components = {
	...figureComponents,
	Belief,
	Cite,
	ClaimsRecord,
	Equation,
	Figure,
	FormerFigure,
	FormerHeading,
	Guess,
	HaveToBelieve,
	Median,
	Minds,
	Note,
	Point,
	Positions,
	Symbol,
	Tells,
};
