import { countInWords } from '../engine/number-format.ts';
import { ESSAY_AUTHOR, ESSAY_TITLE, POST } from '../figures/frame/essay-title.ts';

/** Title and dates of the site, and the post that it discusses. */
export const site = {
	title: ESSAY_TITLE,
	author: ESSAY_AUTHOR,
	/** Year and month of the first edition. */
	since: '2026-11',
	/** The first sentences of the essay. */
	deck:
		'The models behind chatbots pass exams that most people would fail, and still cannot be left alone with an ' +
		'ordinary job. Dwarkesh Patel’s explanation is that they do not learn on the job.',
	/** Returns the description for search engines and previews; `sections` is the number of arguments. */
	description: (sections: number): string => {
		const count = countInWords(sections);
		return (
			`An explorable essay on AI progress: bearish now, bullish later? ${count.charAt(0).toUpperCase()}${count.slice(1)} ` +
			`arguments, each with its arithmetic under your hand and the evidence that has come in since.`
		);
	},
	post: {
		...POST,
		/** Title without the date. */
		short: 'Thoughts on AI progress',
		url: 'https://www.dwarkesh.com/p/thoughts-on-ai-progress-dec-2025',
	},
};
