import type { InputsOf, OutputsOf } from '../../engine/model.ts';
import { formatNumber } from '../../engine/number-format.ts';
import model, { lastCopyAdds, rivalFleet, unlearnedAfter } from '../../models/fleet-learning.model.ts';

type Inputs = InputsOf<typeof model>;
type Outputs = OutputsOf<typeof model>;

const MILLION = 1_000_000;

export const shareText = (share: number): string => formatNumber(share, 'fraction', { digits: 2 });
export const lagText = ({ replicationLag }: Inputs): string => formatNumber(replicationLag, 'months');

/** Returns what the first thousand copies, the next thousand and the millionth add, as shares of all there is to learn. */
export function blocksOf(inputs: Inputs, { firstThousandClose, nextThousandClose }: Outputs) {
	const millionth = lastCopyAdds(inputs, MILLION);
	return [
		{
			name: 'The first thousand copies learn',
			share: firstThousandClose,
			text: shareText(firstThousandClose),
		},
		{ name: 'The next thousand add', share: nextThousandClose, text: shareText(nextThousandClose) },
		{
			name: 'The millionth copy adds',
			share: millionth,
			text: `one part in ${formatNumber(1 / millionth, '–', { digits: 2, style: 'words' })}`,
		},
	] as const;
}

/** Returns what the figure shows, in one paragraph. */
export function summary(inputs: Inputs, outputs: Outputs): string {
	const [first, next, millionth] = blocksOf(inputs, outputs);
	const left = `With ${formatNumber(inputs.instances, 'instances')} at work ${shareText(outputs.unlearned)} is still unlearned.`;
	const copies =
		`The first thousand copies learn ${first.text} of what there is, the next thousand add ${next.text}, ` +
		`and the millionth copy adds ${millionth.text}`;
	const doubling = `every doubling of the fleet removes ${shareText(outputs.doublingCut)} of what was left.`;
	// A rival that has not begun has 100% left.
	const rival = Math.min(1, unlearnedAfter(inputs, rivalFleet(inputs)));
	return `${left} ${copies}; ${doubling} A rival ${lagText(inputs)} behind has ${shareText(rival)} left to learn.`;
}

export const columns = ['Copies', 'Still unlearned', 'What the last copy adds'];

/** Returns the table behind the figure: places along the curve. */
export const rows = (inputs: Inputs): string[][] =>
	[1, 10, 100, 1000, 2000, 1e4, 1e5, MILLION, 1e9].map((instances) => {
		const { unlearned, marginalInstance } = model.evaluate({ ...inputs, instances });
		return [formatNumber(instances, 'instances'), shareText(unlearned), shareText(marginalInstance)];
	});
