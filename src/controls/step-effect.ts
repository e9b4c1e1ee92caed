/** What a slider does to the main output of its figure if it is taken from the low to the high end of what is held likely. */
export interface StepEffect {
	/** Which way the output goes as the slider goes up: 0 if not at all, or if it comes back to where it began. */
	readonly direction: -1 | 0 | 1;
	/** How far it goes compared with the figure's other assumptions: 0 if not at all, 3 with those that matter most. */
	readonly size: 0 | 1 | 2 | 3;
	/** The same in a sentence. */
	readonly text: string;
}
