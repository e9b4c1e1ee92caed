import { countInWords } from '../engine/number-format.ts';
import { ESSAY_TITLE, POST } from '../figures/frame/essay-title.ts';

/** What the site calls itself, and the post that it works through. */
export const site = {
	title: ESSAY_TITLE,
	/** When its first edition came out: year and month. */
	since: '2026-11',
	/** For search engines and previews; `sections` is how many arguments there are. */
	description: (sections: number): string => {
		const count = countInWords(sections);
		return (
			`An explorable essay on AI progress: bearish now, bullish later? ${count.charAt(0).toUpperCase()}${count.slice(1)} ` +
			`arguments, each with its arithmetic under your hand and the evidence that has come in since.`
		);
	},
	post: {
		...POST,
		/** Without the date, where there is little room. */
		short: 'Thoughts on AI progress',
		url: 'https://www.dwarkesh.com/p/thoughts-on-ai-progress-dec-2025',
	},
};
