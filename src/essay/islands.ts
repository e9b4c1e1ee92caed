/**
 * The components that hydrate on more than one page. Astro bundles this file into one script, so that a page does not fetch one per
 * island. Parts that a reader opens later (ledger, comparison, export) are imported dynamically.
 */
export { default as Figure } from '../figures/frame/FigureIsland.svelte';
export { default as StartSorting } from '../figures/SortDots/parts/StartSorting.svelte';
export { default as Adjust } from '../prose/Adjust.svelte';
export { default as LiveText } from '../prose/LiveText.svelte';
export { default as Address } from '../reader/Address.svelte';
export { default as SavedSettings } from '../reader/SavedSettings.svelte';
export { default as ReaderBar } from '../reader/ReaderBar.svelte';
