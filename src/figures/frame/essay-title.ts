/** Title of the essay. */
export const ESSAY_TITLE = 'The Missing Learner';
/** Who wrote it, as citations name them. */
export const ESSAY_AUTHOR = `Contributors to ${ESSAY_TITLE}`;
/** The post that the essay works through. */
export const POST = { title: 'Thoughts on AI progress (Dec 2025)', author: 'Dwarkesh Patel' } as const;
