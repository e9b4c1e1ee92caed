/** How this reader came here: with somebody's settings in the link, or with none. */
class Visit {
	/** Parameters that the link set away from the essay's; undefined where the link set none, and once the reader has answered for them. */
	theirs = $state.raw<readonly string[] | undefined>();

	/** The page's address with the reader's settings; set by Address, the one island that knows addresses. */
	link: () => string = () => '';

	arrivedWith(keys: readonly string[]): void {
		this.theirs = keys.length > 0 ? keys : undefined;
	}
	/** The reader keeps the settings, or goes back to the essay's: from here on they are the reader's own. */
	settle(): void {
		this.theirs = undefined;
		this.onsettled?.();
	}
	/** Notes in the history that the settings are the reader's own now; set by Address. */
	onsettled: (() => void) | undefined;
}
export const visit = new Visit();
