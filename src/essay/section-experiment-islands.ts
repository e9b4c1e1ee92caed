/** Figures of experiments that no short text has: a script of their own, which the first page does not fetch. */
export { default as SectionExperiment } from '../figures/frame/SectionExperimentIsland.svelte';
