/** Figures of experiments: a script of their own, which is fetched when the reader comes near one and not with the page. */
export { default as ExperimentFigure } from '../figures/frame/ExperimentIsland.svelte';
