/** What the section of the reader's own forecast has besides figures: a script of its own, which no other page fetches. */
export { default as SendBelief } from '../figures/Quadrant/parts/SendBelief.svelte';
export { default as ForecastParagraph } from '../reader/ForecastParagraph.svelte';
export { default as HaveToBelieve } from '../reader/HaveToBelieve.svelte';
export { default as MindReplay } from '../reader/MindReplay.svelte';
export { default as Positions } from '../reader/Positions.svelte';
