/**
 * A named set of assumptions with an owner. Each parameter holds its value under this id; a parameter without one keeps
 * the essay's default.
 */
export interface Position {
	readonly id: string;
	readonly title: string;
	/** The title where there is little room. */
	readonly short?: string;
	readonly owner: string;
	/** The position in a few sentences, which state what in it is ours. */
	readonly view: string;
	readonly cite: readonly string[];
	/** Whether runs of this position are conditioned on the reported record. */
	readonly isGivenRecord?: true;
	/** Whether the evidence of every other position is measured against this one. */
	readonly isMeasure?: true;
}

export const positions: readonly Position[] = [
	{
		id: 'essay-2025',
		title: 'The post, December 2025',
		short: 'The post',
		owner: 'Dwarkesh Patel',
		view: 'Moderately bearish about the next years and explosively bullish after: a learner is what is missing, and it comes in five to ten years.',
		cite: ['patel2025'],
		isMeasure: true,
	},
	{
		id: 'year-on-2026',
		title: 'A year on',
		owner: 'The reported record',
		view: 'The same argument, given what was reported until September 2026: the forecast learns from it.',
		cite: ['ft2026openai', 'willison2026', 'metr2026data'],
		isGivenRecord: true,
	},
	{
		id: 'ord-reply',
		title: 'Ord’s reply',
		owner: 'Toby Ord',
		view: 'What one mechanism explains by itself: as attempts grow longer, a gain that costs one tenfold of pretraining costs two of RL. He claims three, and has not lowered his claim.',
		cite: ['ord2025reply'],
	},
	{
		id: 'short-timelines',
		title: 'Short timelines',
		owner: 'The AI Futures Project',
		view: 'If labs go as fast as they can, the project’s update of August 2026 expects automated coding between late 2027 and early 2030, by whom one asks, and machines better than the best experts one to two and a half years after. It holds no rate of exchange for RL: that RL buys what pretraining bought, and the date of the learner, are our assumptions.',
		cite: ['aifutures2025', 'aifutures2026', 'aifutures2026b'],
	},
	{
		id: 'diffusion-first',
		title: 'Diffusion first',
		owner: 'Those who blame adoption',
		view: 'Our extreme version: models could already do much of the work, firms are slow to change, and the low price of tokens explains little. No source cited says the first; Narayanan and Kapoor speak of decades. Its customers are counted by firms: whoever holds this view would say that those firms hardly use what they buy, and only then is much left for models to be able to do.',
		cite: ['narayanan2025', 'mollick2025', 'bonney2026'],
	},
	{
		id: 'weak-links',
		title: 'Weak links',
		owner: 'After Charles Jones and the GATE model',
		view: 'A stress test of ours: their low substitutability is put inside one job, so that the last ability decides, however late it comes. Neither forecasts labs’ revenue.',
		cite: ['jones2026', 'epoch2025gate'],
	},
	{
		id: 'patel-2026',
		title: 'Patel, August 2026',
		short: 'Patel 2026',
		owner: 'Dwarkesh Patel',
		view: 'The post’s author eight months on, so far as his later writing was reported: a lead in learning on the job feeds itself and holds its customers. So a lead helps itself more, and rivals take longer to follow; by how much is our reading. The rest is as in December. He also found a large speed-up of AI research plausible; he gave no number for it, and none of ours stands for it.',
		cite: ['patel2026', 'patel2026era', 'greenblatt2026'],
	},
];

/** Returns the letter that represents a position where its name does not fit: A for the first of the list. */
export const letterAt = (place: number): string => String.fromCharCode('A'.charCodeAt(0) + place);
