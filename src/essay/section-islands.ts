/** Figures and questions that no short text has: a script of their own, which the first page does not fetch. */
export { default as SectionFigure } from '../figures/frame/SectionFigureIsland.svelte';
export { default as Guess } from '../prose/Guess.svelte';
