import type { InputsOf, OutputsOf } from '../../engine/model.ts';
import { formatNumber } from '../../engine/number-format.ts';
import model, { coverageOf, kindsFor } from '../../models/long-tail.model.ts';

type Inputs = InputsOf<typeof model>;
type Outputs = OutputsOf<typeof model>;

const kindsText = (kinds: number) => formatNumber(kinds, 'types');
/** Tasks in a day: fewer than one in three years are hardly any. */
const countText = (tasks: number) => (tasks > 0 && tasks < 0.001 ? '<0.001' : formatNumber(tasks, '–', { digits: 2 }));
export const shareText = (share: number): string => formatNumber(share, 'fraction');

/** Share of a day’s tasks that the learner covers. */
export const learnerCovers = ({ learnerMissShare }: Outputs): number => Math.min(1, 1 - learnerMissShare);

export const fixedText = ({ bakedSkills }: Inputs): string => `A fixed set, ${kindsText(bakedSkills)}`;
export const learnerText = ({ daysOnJob }: Inputs): string => `A learner after ${formatNumber(daysOnJob, 'days')}`;
export const missedText = (missed: number, tasks: number): string => `${countText(missed)} of ${tasks} missed`;

/** The picture in one paragraph. */
export function summary(inputs: Inputs, outputs: Outputs): string {
	const { bakedSkills, daysOnJob, tasksPerDay } = inputs;
	const { coverage, missesPerDay, learnerMissShare } = outputs;
	const fixed = `Of ${formatNumber(tasksPerDay, 'tasks/day')}, a fixed set of the commonest ${kindsText(bakedSkills)} covers ${shareText(coverage)} and misses ${countText(missesPerDay)}`;
	const learner = `a learner with ${formatNumber(daysOnJob, 'days')} behind it misses ${countText(learnerMissShare * tasksPerDay)}.`;
	const asGood = formatNumber(kindsFor(inputs, learnerCovers(outputs)), '–');
	return `${fixed}; ${learner} To do as well as the learner, ${asGood} kinds would have to be baked in.`;
}

export const columns = ['', 'Share covered', 'Missed in a day'];

/** The table behind it: whole orders of kinds baked in, then the learner. */
export const rows = (inputs: Inputs, outputs: Outputs): string[][] => [
	...[1, 10, 100, 1000, 10_000, 100_000, 1_000_000].map((kinds) => {
		const covered = coverageOf(inputs, kinds);
		return [`${kindsText(kinds)} baked in`, shareText(covered), countText(inputs.tasksPerDay * (1 - covered))];
	}),
	[learnerText(inputs), shareText(learnerCovers(outputs)), countText(outputs.learnerMissShare * inputs.tasksPerDay)],
];
