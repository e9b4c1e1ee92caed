import type { InputsOf, OutputsOf } from '../../engine/model.ts';
import { formatNumber } from '../../engine/number-format.ts';
import model, { coverageBy, skillsFor } from '../../models/long-tail.model.ts';

type Inputs = InputsOf<typeof model>;
type Outputs = OutputsOf<typeof model>;

/** Formats tasks in a day; below one in three years as "<0.001". */
const count = (tasks: number) => (tasks > 0 && tasks < 0.001 ? '<0.001' : formatNumber(tasks, '–', { digits: 2 }));
const skills = (value: number) => formatNumber(value, 'skills');
const days = ({ daysOnJob }: Inputs) => formatNumber(daysOnJob, 'days');
export const shareText = (share: number): string => formatNumber(share, 'fraction');

/** One strip: the tasks missed in a day. */
export interface Day {
	/** Colour of the fixed set or the learner. */
	readonly tone: 'baked' | 'learner';
	readonly name: string;
	readonly missed: number;
	/** "48 of 100 missed". */
	readonly text: string;
}

/** Returns the two compared days: of a fixed set and of a learner. */
export function daysOf(inputs: Inputs, { missesPerDay, learnerMissShare }: Outputs): readonly Day[] {
	const { tasksPerDay, bakedSkills } = inputs;
	const day = (tone: Day['tone'], name: string, missed: number): Day => ({
		tone,
		name,
		missed,
		text: `${count(missed)} of ${tasksPerDay} missed`,
	});
	return [
		day('baked', `A fixed set, ${skills(bakedSkills)}`, missesPerDay),
		day('learner', `A learner after ${days(inputs)}`, learnerMissShare * tasksPerDay),
	];
}

/** Returns the share that the learner covers. */
export const learnerCovers = ({ learnerMissShare }: Outputs): number => Math.min(1, 1 - learnerMissShare);

/** Returns what the figure shows, in one paragraph. */
export function summary(inputs: Inputs, outputs: Outputs): string {
	const { tasksPerDay, bakedSkills } = inputs;
	const fixed = `a fixed set of ${skills(bakedSkills)}, each good for ${formatNumber(inputs.bakedGeneralisation, 'types')} of task, covers ${shareText(outputs.coverage)} and misses ${count(outputs.missesPerDay)}`;
	const learner = `a learner with ${days(inputs)} behind it misses ${count(outputs.learnerMissShare * tasksPerDay)}`;
	const asGood = skills(skillsFor(inputs, learnerCovers(outputs)));
	return `Of ${formatNumber(tasksPerDay, 'tasks/day')}, ${fixed}; ${learner}. To do as well as the learner, ${asGood} would have to be built in.`;
}

export const columns = ['', 'Share covered', 'Missed in a day'];

/** Returns the table behind the figure: fixed sets of every whole order, then the learner. */
export function rows(inputs: Inputs, outputs: Outputs): string[][] {
	const row = (name: string, covered: number) => [name, shareText(covered), count(inputs.tasksPerDay * (1 - covered))];
	return [
		...[1, 10, 100, 1000, 10_000, 100_000, 1_000_000].map((baked) =>
			row(`${skills(baked)} built in`, coverageBy(inputs, baked)),
		),
		row(`A learner after ${days(inputs)}`, learnerCovers(outputs)),
	];
}
