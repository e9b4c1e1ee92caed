import type { InputsOf } from '../../src/engine/model.ts';
import model from '../../src/models/long-tail.model.ts';
import { Misdrawn, reading } from './reading.ts';

type Inputs = InputsOf<typeof model>;
const covered = (inputs: Inputs) => (kinds: number) =>
	model.evaluate({ ...inputs, bakedSkills: Math.max(1, Math.round(kinds)) }).coverage;
/** Height of a cell of the day: that of an outline. */
const FULL = 16;
const heightsOf = (d: string) =>
	d === ''
		? []
		: d
				.split('M')
				.slice(1)
				.map((cell) => Number(/v([\d.]+)/.exec(cell)![1]));

export default reading({
	model,
	curves: [{ select: '.curve.tone-baked:not(.ghost)', ghost: '.curve.ghost', path: { path: 'coverage' }, at: covered }],
	points: [{ select: '.reader circle', at: (inputs) => [[inputs.bakedSkills, model.evaluate(inputs).coverage]] }],
	own: {
		because: 'a day is a strip of cells: filled ones are counted, and so are the outlines of those that are missed',
		check(figure, inputs, [plot]) {
			const { missesPerDay, learnerMissShare } = model.evaluate(inputs);
			const days = Array.from(figure.querySelectorAll('.day'));
			[missesPerDay, learnerMissShare * inputs.tasksPerDay].forEach((missed, i) => {
				const path = (name: string) => days[i]!.querySelector(`.${name}`)!.getAttribute('d') ?? '';
				const filled = heightsOf(path('covered')).reduce((sum, height) => sum + height / FULL, 0);
				if (Math.abs(filled - (inputs.tasksPerDay - missed)) > 0.01)
					throw new Misdrawn(
						`Day ${i + 1} has ${filled.toFixed(2)} cells filled, where ${(inputs.tasksPerDay - missed).toFixed(2)} tasks are done.`,
					);
				const outlines = heightsOf(path('missed')).length;
				if (Math.abs(outlines - missed) > 1)
					throw new Misdrawn(`Day ${i + 1} outlines ${outlines} cells, where ${missed} tasks are missed.`);
				const stated = Number(days[i]!.querySelector('.day-missed')!.textContent!.split(' ')[0]!.replaceAll(',', ''));
				if (Math.abs(stated - missed) > Math.max(0.05 * missed, 1e-3))
					throw new Misdrawn(`Day ${i + 1} says ${stated} missed, not ${missed}.`);
			});
			const [level] = plot!.lines('.limit.tone-learner');
			const wanted = plot!.y!.toPlace(Math.min(1, 1 - learnerMissShare));
			if (Math.abs(level!.y1 - wanted) > 0.3)
				throw new Misdrawn(`The learner’s line stands at ${plot!.y!.toValue(level!.y1)}.`);
		},
	},
});
