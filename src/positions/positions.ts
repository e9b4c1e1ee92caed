/** A named set of assumptions with an owner. Its values stand with each parameter, under this id; whatever it does not name stays at the essay's. */
export interface Position {
	readonly id: string;
	readonly title: string;
	readonly owner: string;
	/** The position in one fair sentence. */
	readonly view: string;
	readonly cite: readonly string[];
	/** Its runs of the forecast are those that the reported record leaves of its assumptions. */
	readonly isGivenRecord?: true;
}

export const positions: readonly Position[] = [
	{
		id: 'essay-2025',
		title: 'The post, December 2025',
		owner: 'Dwarkesh Patel',
		view: 'Moderately bearish about the next years and explosively bullish after: a learner is what is missing, and it comes in five to ten years.',
		cite: ['patel2025'],
	},
	{
		id: 'year-on-2026',
		title: 'A year on',
		owner: 'The reported record',
		view: 'The same argument, given what was reported until August 2026: the forecast learns from it.',
		cite: ['willison2026', 'metr2026data'],
		isGivenRecord: true,
	},
	{
		id: 'ord-reply',
		title: 'Ord’s reply',
		owner: 'Toby Ord',
		view: 'Grants Hilton’s objection: a gain that costs one tenfold of pretraining costs two of RL, not three.',
		cite: ['ord2025reply'],
	},
	{
		id: 'short-timelines',
		title: 'Short timelines',
		owner: 'The AI Futures Project',
		view: 'RL buys what pretraining bought, and a learner is close.',
		cite: ['aifutures2025', 'aifutures2026'],
	},
	{
		id: 'diffusion-first',
		title: 'Diffusion first',
		owner: 'Those who blame adoption',
		view: 'Models could already do much of the work; firms are slow to change, and the low price of tokens explains little.',
		cite: ['mollick2025', 'bonney2026'],
	},
	{
		id: 'weak-links',
		title: 'Weak links',
		owner: 'Charles Jones, and the GATE model',
		view: 'Abilities cannot stand in for one another, so the last of them decides, however late it comes.',
		cite: ['jones2026', 'epoch2025gate'],
	},
];
