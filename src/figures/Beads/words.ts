import type { InputsOf, OutputsOf } from '../../engine/model.ts';
import { formatNumber } from '../../engine/number-format.ts';
import type model from '../../models/bottlenecks.model.ts';
import { chancesLeft, chancesOfMore } from '../../models/bottlenecks.model.ts';

type Inputs = InputsOf<typeof model>;

/** A chance in two digits, or in one where it is small. */
export const percent = (chance: number): string => formatNumber(chance, 'fraction', { digits: chance < 0.01 ? 1 : 2 });
export const countText = (count: number): string => formatNumber(count, 'count', { digits: 2 });

/** Beads ahead of today of which the sentence and the table tell. */
const TOLD = [2, 5, 10];
const LISTED = [1, 2, 3, 4, 5, 7, 10, 15, 20];

/** The picture in one paragraph. */
export function summary(inputs: Inputs, { expectedRemaining, nextIsLast }: OutputsOf<typeof model>): string {
	const exists = chancesOfMore(inputs, Math.max(...TOLD));
	const counts = `${countText(inputs.solved)} fallen, ${countText(expectedRemaining)} more expected`;
	const last = `the next being the last with a chance of ${percent(nextIsLast)}`;
	const ahead = TOLD.map((nth) => `${percent(exists[nth - 1]!)} for number ${nth} from here`).join(', ');
	return `${counts}, ${last}. Ahead of today each bead is as large as it is likely to exist: ${ahead}.`;
}

export const columns = ['Bead ahead of today', 'Chance that it exists', 'Chance that it is the last'];

/** The table behind it. */
export function rows(inputs: Inputs): string[][] {
	const most = Math.max(...LISTED);
	const [exists, isLast] = [chancesOfMore(inputs, most), chancesLeft(inputs, most)];
	return LISTED.map((nth) => [String(nth), percent(exists[nth - 1]!), percent(isLast[nth - 1]!)]);
}
