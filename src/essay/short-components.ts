import Answer from './Answer.astro';
import Cite from './Cite.astro';
import Figure from './Figure.astro';
import { figureComponents } from './figure-components.ts';
import Median from './Median.astro';
import Note from './Note.astro';
import Tells from './Tells.astro';

/** Components available in content/short/. The first page has the styles of these alone, and none of equations. */
export const shortComponents = { ...figureComponents, Answer, Cite, Figure, Median, Note, Tells };
