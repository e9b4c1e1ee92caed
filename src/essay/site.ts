/** What the site calls itself, and the post that it works through. */
export const site = {
	title: 'The Missing Learner',
	description: 'An explorable essay on AI progress: bearish now, bullish later? Nine arguments, each with its arithmetic under your hand and the evidence that has come in since.',
	post: {
		title: 'Thoughts on AI progress (Dec 2025)',
		author: 'Dwarkesh Patel',
		url: 'https://www.dwarkesh.com/p/thoughts-on-ai-progress-dec-2025',
	},
} as const;
