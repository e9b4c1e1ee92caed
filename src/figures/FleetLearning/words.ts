import type { InputsOf, OutputsOf } from '../../engine/model.ts';
import { formatNumber } from '../../engine/number-format.ts';
import model, { exponentOver, knownTo, rivalFleet } from '../../models/fleet.model.ts';

type Inputs = InputsOf<typeof model>;
type Outputs = OutputsOf<typeof model>;

export const shareText = (share: number): string => formatNumber(share, 'fraction', { digits: 2 });
export const lagText = ({ replicationLag }: Inputs): string => formatNumber(replicationLag, 'months');
const copiesText = (copies: number) => formatNumber(copies, 'instances');

/** Returns what the first thousand copies learn, and what the next thousand and a fleet twice as large add. */
export const blocksOf = ({ firstThousand, nextThousand, doublingAdds }: Outputs) =>
	[
		{ name: 'The first thousand copies learn', share: firstThousand },
		{ name: 'The next thousand add', share: nextThousand },
		{ name: 'Your fleet, twice as large, adds', share: doublingAdds },
	].map((block) => ({ ...block, text: shareText(block.share) }));

/** Returns the exponent of the learning curve just above the reader's fleet, with the window that it was measured in. */
export function exponentText(inputs: Inputs): string {
	const exponent = exponentOver(inputs, inputs.instances);
	if (!Number.isFinite(exponent)) return 'Nothing is left to meet.';
	const window = `From ${copiesText(inputs.instances)} to ${copiesText(2 * inputs.instances)}`;
	return `${window} what is unmet falls as a power of ${formatNumber(exponent, '–', { digits: 2 })} of their number.`;
}

/** Returns what the figure shows, in one paragraph. */
export function summary(inputs: Inputs, outputs: Outputs): string {
	const known = `${copiesText(inputs.instances)} that pool what they meet know ${shareText(outputs.known)} of tomorrow’s cases; one alone knows ${shareText(outputs.knownAlone)}.`;
	const [first, next, double] = blocksOf(outputs);
	const copies = `The first thousand copies learn ${first!.text}, the next thousand add ${next!.text}, and a fleet twice as large adds ${double!.text}.`;
	const rival = `A rival ${lagText(inputs)} behind knows ${shareText(knownTo(inputs, rivalFleet(inputs)))}.`;
	return `${known} ${copies} ${exponentText(inputs)} ${rival}`;
}

export const columns = ['Copies', 'Known of tomorrow’s cases', 'What twice as many would add'];

/** Returns the table behind the figure: places along the curve. */
export const rows = (inputs: Inputs): string[][] =>
	[1, 10, 100, 1000, 2000, 1e4, 1e5, 1e6, 1e9].map((instances) => {
		const { known, doublingAdds } = model.evaluate({ ...inputs, instances });
		return [copiesText(instances), shareText(known), shareText(doublingAdds)];
	});
