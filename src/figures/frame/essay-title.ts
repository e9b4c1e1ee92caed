/** Title of the essay. */
export const ESSAY_TITLE = 'The Missing Learner';
/** The post that the essay works through. */
export const POST = { title: 'Thoughts on AI progress (Dec 2025)', author: 'Dwarkesh Patel' } as const;
