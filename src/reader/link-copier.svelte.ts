import { copyText } from '../controls/clipboard.ts';
import { shareableLink } from '../state/page-settings.ts';
import { readingPlace } from './reading-place.ts';

/** Milliseconds for which a button shows that its link was copied. */
const CONFIRMED_FOR = 2500;

/** Copies links with the reader's settings. */
export class LinkCopier {
	/** The confirmation for a live region; empty if there is none. */
	status = $state('');
	/** The link to copy by hand, because the browser refused the clipboard; empty otherwise. */
	byHand = $state('');
	/** Removes the current confirmation, so that its timer cannot cut the next one short. */
	#endConfirmation: (() => void) | undefined;

	/** Copies the link to a section, or to the place that is being read, and confirms it on the button. */
	async copy(section: string | undefined, button: HTMLElement): Promise<void> {
		const link = shareableLink(section ?? readingPlace());
		this.#endConfirmation?.();
		if (!(await copyText(link))) {
			this.byHand = link;
			return;
		}
		this.status = 'Copied the link.';
		button.classList.add('copied');
		const timer = setTimeout(() => this.#endConfirmation?.(), CONFIRMED_FOR);
		this.#endConfirmation = () => {
			clearTimeout(timer);
			this.status = '';
			button.classList.remove('copied');
		};
	}
}
