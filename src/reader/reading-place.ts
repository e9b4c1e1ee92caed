import { currentSection } from '../state/page-settings.ts';

/** What a reader who uses a figure causes in it. */
const EVENTS = ['focusin', 'input', 'click'];
/** Part of the screen, from its top, of which a figure in use must show something. */
const IN_USE = { from: 0.1, to: 0.9 };
/** Height of the line at which a reader reads, as a share of the screen's. */
const READING_LINE = 0.35;

/** The figure that was used last. */
let used: HTMLElement | undefined;

/** Remembers the figure that the reader uses. Returns a function that stops it. */
export function followFigures(): () => void {
	const follow = ({ target }: Event) => {
		used = (target instanceof Element && target.closest<HTMLElement>('figure.figure')) || used;
	};
	for (const event of EVENTS) document.addEventListener(event, follow);
	return () => {
		for (const event of EVENTS) document.removeEventListener(event, follow);
		used = undefined;
	};
}

/**
 * Returns the id of the figure that was used last if it is still in sight, or else of the figure at the height at which readers
 * read, or else of the section. Measures the layout, so it is called only when a link is asked for.
 */
export function readingPlace(): string {
	const reaches = (figure: Element, from: number, to: number) => {
		const { top, bottom } = figure.getBoundingClientRect();
		return bottom > from * innerHeight && top < to * innerHeight;
	};
	const figure =
		used?.isConnected && reaches(used, IN_USE.from, IN_USE.to)
			? used
			: [...document.querySelectorAll('figure.figure')].find((one) => reaches(one, READING_LINE, READING_LINE));
	return figure?.id || currentSection();
}
