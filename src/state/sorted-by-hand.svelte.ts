/** What the reader has answered about the cells of `cellsByHand` (experiments/slides.ts), in order: kept while the page is open, and sent nowhere. */
class SortedByHand {
	/** Whether the reader took each cell for a macrophage. */
	answers = $state.raw<readonly boolean[]>([]);

	answer(isMacrophage: boolean): void {
		this.answers = [...this.answers, isMacrophage];
	}
	begin(): void {
		this.answers = [];
	}
}

export const sortedByHand = new SortedByHand();
