import type { InputsOf, OutputsOf } from '../../engine/model.ts';
import type model from '../../models/bake-or-learn.model.ts';

type Inputs = InputsOf<typeof model>;
type Outputs = OutputsOf<typeof model>;

/** The two kinds of skills in a job: those that every firm needs alike, and those of one firm. */
export const KINDS = ['common', 'local'] as const;
export type Kind = (typeof KINDS)[number];
/** How a skill comes to a firm: built in beforehand, or learned there. */
export const WAYS = ['built', 'learned'] as const;
export type Way = (typeof WAYS)[number];
export type Packing = Readonly<Record<Kind, Way>>;

/** Number of tiles that stand for all the skills of a job, and of rows that they are laid in. */
export const [TILES, ROWS] = [100, 5] as const;

/** Returns what one skill costs one firm, in dollars. */
export function priceOf({ firms, skillsPerJob }: Inputs, outputs: Outputs, kind: Kind, way: Way): number {
	if (way === 'learned') return outputs.learnPerFirm / skillsPerJob;
	return kind === 'common' ? outputs.bakeCostPerSkill / firms : outputs.bakeCostPerSkill;
}
export const shareOf = ({ localShare }: Inputs, kind: Kind): number => (kind === 'local' ? localShare : 1 - localShare);

/** Returns the cheaper way for each kind of skill. */
export const cheapest = (inputs: Inputs, outputs: Outputs): Packing => {
	const wayOf = (kind: Kind): Way =>
		priceOf(inputs, outputs, kind, 'built') <= priceOf(inputs, outputs, kind, 'learned') ? 'built' : 'learned';
	return { common: wayOf('common'), local: wayOf('local') };
};

/** Returns what a packing costs one firm, in dollars. */
export const billOf = (inputs: Inputs, outputs: Outputs, packing: Packing): number =>
	KINDS.reduce(
		(sum, kind) => sum + inputs.skillsPerJob * shareOf(inputs, kind) * priceOf(inputs, outputs, kind, packing[kind]),
		0,
	);

/** Returns the outlines of the tiles of a kind; a tile is 8 of 10 units wide and high, and the columns fill from the left. */
export function tilesOf({ localShare }: Inputs, kind: Kind): string {
	const common = TILES - Math.round(TILES * localShare);
	const [from, to] = kind === 'common' ? [0, common] : [common, TILES];
	return Array.from({ length: to - from }, (_, i) => {
		const [x, y] = [10 * Math.floor((from + i) / ROWS) + 1, 10 * ((from + i) % ROWS) + 1];
		return `M${x} ${y}H${x + 8}V${y + 8}H${x}Z`;
	}).join('');
}
