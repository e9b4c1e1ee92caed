import { settingsQuery } from '../state/page-settings.ts';
import { tabSettings } from '../state/tab-settings.ts';
import { isEmbedded } from './embedded.ts';

/** Whether a link leads to another page of the essay. */
const isInner = ({ origin, pathname }: HTMLAnchorElement) =>
	origin === location.origin &&
	pathname.startsWith(import.meta.env.BASE_URL) &&
	pathname.endsWith('/') &&
	pathname !== location.pathname;

/** Events before a link is followed, opened in a new tab or copied. */
const EVENTS = ['pointerdown', 'focusin', 'click', 'contextmenu'];

/** Adds the reader's settings to links between pages of the essay. Returns a function that stops it. */
export function carrySettings(foreign: () => readonly string[]): () => void {
	const carry = ({ target, type }: Event) => {
		const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null;
		if (!link || !isInner(link)) return;
		link.search = settingsQuery(foreign());
		// The next page must know that it has its settings from this one. A figure in the frame of another site hands over nothing.
		if (type === 'click' && !isEmbedded()) tabSettings.write({ carried: settingsQuery() });
	};
	for (const event of EVENTS) document.addEventListener(event, carry);
	return () => {
		for (const event of EVENTS) document.removeEventListener(event, carry);
	};
}
