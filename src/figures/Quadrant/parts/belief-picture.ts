import { tick } from 'svelte';
import { readerOdds } from '../../../runs/reader-odds.svelte.ts';
import { EDITION } from '../../../state/editions.ts';
import { ESSAY_TITLE } from '../../frame/essay-title.ts';
import { LettersMissing, pictureOf } from '../../frame/picture.ts';
import { asPng, RasterRefused } from '../../frame/png.ts';
import { saveFile } from '../../frame/save-file.ts';

/** Milliseconds to wait for the map, then for all runs, and between two looks. */
const [LONGEST, COUNTING, BETWEEN] = [20_000, 2500, 60];
/** The map did not come to show the reader's place in time. */
class PlaceMissing extends Error {}

/** Resolves to whether something holds within some milliseconds. */
async function holdsWithin(longest: number, holds: () => boolean): Promise<boolean> {
	const start = performance.now();
	while (!holds()) {
		if (performance.now() - start > longest) return false;
		await new Promise((resolve) => setTimeout(resolve, BETWEEN));
	}
	return true;
}
/**
 * Resolves once the map shows the reader's place: a map far from the screen may not be hydrated yet, and the place is counted in runs.
 * A first answer will do if counting all of them takes long. Throws `PlaceMissing` if there is none.
 */
async function placeShown(figure: Element): Promise<void> {
	const island = figure.querySelector('astro-island');
	// As if the reader had come to it (hydration/directive.ts).
	if (island?.hasAttribute('ssr')) island.dispatchEvent(new Event('focusin'));
	const isThere = () => !island?.hasAttribute('ssr') && (!readerOdds.isOwn || readerOdds.now !== undefined);
	if (!(await holdsWithin(LONGEST, isThere))) throw new PlaceMissing();
	await holdsWithin(COUNTING, () => !document.documentElement.hasAttribute('data-counting'));
	await tick();
}

/** Draws the map on the page, in light colours, with the reader's words above it; returns a PNG. Throws if the browser gives out no pixels. */
async function beliefPicture(
	figure: string,
	{ note, link }: { readonly note: string; readonly link: string },
): Promise<Blob> {
	const element = document.getElementById(figure);
	if (!element) throw new Error(`beliefPicture: the page has no figure "${figure}".`);
	const source = `${ESSAY_TITLE}, edition ${EDITION}. Text and data CC BY 4.0.`;
	await placeShown(element);
	// Off the screen the browser may not have laid it out.
	element.style.contentVisibility = 'visible';
	try {
		return await asPng(await pictureOf(element, { title: 'What I believe', note, source, link }, 'light'));
	} finally {
		element.style.removeProperty('content-visibility');
	}
}

/** Says in words why a picture failed. */
const reasonFor = (error: unknown): string =>
	error instanceof LettersMissing
		? 'The shapes of its letters did not load; press again to try again.'
		: error instanceof RasterRefused
			? 'This browser does not give out pictures as pixels.'
			: error instanceof PlaceMissing
				? 'Your place was not counted in time; press again to try again.'
				: 'This browser could not draw it.';

export default Object.assign(beliefPicture, { reasonFor, save: saveFile });
