import { WIDE_FROM } from './metrics.ts';
import { printing } from './printing.svelte.ts';

/** Width in rem of a viewport in which most plots have their wide layout. */
const MOSTLY_WIDE = 60;

/**
 * The layout that a container query shows of a plot, so that labels are placed only in that one. Until the plot is observed it is
 * guessed; browsers observe it before they paint.
 */
export class ShownLayout {
	#isWide = $state('ResizeObserver' in globalThis ? matchMedia(`(min-width: ${MOSTLY_WIDE}rem)`).matches : undefined);

	/** Whether the layout is shown, or may be: both at build, and in print, whose widths no script sees. */
	shows(layout: 'narrow' | 'wide'): boolean {
		return printing.now || this.#isWide === undefined || this.#isWide === (layout === 'wide');
	}
	/** Attachment for the element whose width the container query asks for. */
	readonly observe = (element: Element): (() => void) | undefined => {
		if (this.#isWide === undefined) return undefined;
		const observer = new ResizeObserver(([entry]) => {
			const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
			const { width } = entry!.contentRect;
			// Without a box, for example in a closed fold, it shows neither.
			if (width > 0) this.#isWide = width >= WIDE_FROM * rem;
		});
		observer.observe(element);
		return () => observer.disconnect();
	};
}
