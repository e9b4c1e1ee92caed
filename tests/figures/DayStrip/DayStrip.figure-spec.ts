import type { InputsOf } from '../../../src/engine/model.ts';
import model from '../../../src/models/long-tail.model.ts';
import { DrawingError, figureSpec } from '../figure-spec.ts';

type Inputs = InputsOf<typeof model>;

/** Side of a square, and distance between two corners. */
const [SIDE, CELL] = [16, 20];

/** Returns the filled share of each square of a path, by its index in reading order. */
function squaresOf(path: Element): Map<number, number> {
	const COLUMNS = Number(path.closest('svg')!.getAttribute('viewBox')!.split(' ')[2]) / CELL;
	const squares = Array.from(
		path.getAttribute('d')!.matchAll(/M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)h-([\d.]+)Z/g),
		(found) => found.slice(1).map(Number) as [number, number, number, number, number],
	);
	const places = squares.map(([left, top, width, height, back]) => {
		if (width !== SIDE || back !== SIDE) throw new DrawingError(`A cell is ${width} px wide, not ${SIDE}.`);
		const [column, row] = [(left - 2) / CELL, (top + height - 2 - SIDE) / CELL];
		if (![column, Math.round(row * 100) / 100].every(Number.isInteger) || column >= COLUMNS)
			throw new DrawingError(`A cell at ${left}, ${top} is off the grid.`);
		return [Math.round(row) * COLUMNS + column, height / SIDE] as const;
	});
	if (new Set(places.map(([place]) => place)).size !== places.length) throw new DrawingError('Two cells overlap.');
	return new Map(places);
}

function checkStrip(strip: Element, tasks: number, missed: number) {
	const name = strip.querySelector('strong')?.textContent;
	const [outlined, filled] = ['.missed', '.covered'].map((select) => squaresOf(strip.querySelector(select)!));
	const places = new Set([...outlined!.keys(), ...filled!.keys()]);
	if (places.size !== tasks || Math.max(...places) !== tasks - 1)
		throw new DrawingError(`“${name}”: ${places.size} cells for ${tasks} tasks.`);
	const covered = Array.from(filled!.values()).reduce((sum, share) => sum + share, 0);
	if (Math.abs(covered - (tasks - missed)) > 0.01)
		throw new DrawingError(`“${name}”: ${covered} cells are filled; ${missed} of ${tasks} tasks are missed.`);
	if (Array.from(outlined!.keys()).filter((place) => !((filled!.get(place) ?? 0) < 1)).length > 1)
		throw new DrawingError(`“${name}”: the cell of a missed task is filled.`);
	const text = strip.querySelector('.day-missed')?.textContent ?? '';
	const [, less, stated, of] = /^(<?)([\d.,]+) of (\d+) missed$/.exec(text) ?? [];
	const isTrue = less
		? missed > 0 && missed < Number(stated)
		: Math.abs(Number(stated?.replace(',', '')) - missed) <= 0.051 * missed;
	if (!isTrue || Number(of) !== tasks)
		throw new DrawingError(`The label is “${text}”; ${missed} of ${tasks} tasks are missed.`);
	return new Set(outlined!.keys());
}

const learnerCovers = (inputs: Inputs) => 1 - model.evaluate(inputs).learnerMissShare;

export default figureSpec({
	model,
	curves: [
		{
			select: '.curve.tone-baked:not(.ghost)',
			ghost: '.curve.ghost.tone-baked',
			path: { path: 'coverage' },
			// The curve interpolates between whole numbers of skills.
			at: (inputs) => (skills) => {
				const whole = (bakedSkills: number) => model.evaluate({ ...inputs, bakedSkills }).coverage;
				const below = Math.floor(skills + 1e-6);
				const [from, to] = [whole(below), whole(below + 1)];
				return from + ((to - from) * Math.log(Math.max(1, skills / below))) / Math.log((below + 1) / below);
			},
		},
	],
	points: [{ select: '.reader circle', at: (inputs) => [[inputs.bakedSkills, model.evaluate(inputs).coverage]] }],
	labels: [
		{ select: '.value-label.tone-baked', at: (inputs) => model.evaluate(inputs).coverage },
		{ select: '.value-label.tone-learner', at: learnerCovers },
	],
	custom: {
		reason: 'a strip of cells has no axis: cells are counted, and a partly missed one is measured',
		check(figure, inputs, [plot], essay) {
			const { missesPerDay, learnerMissShare } = model.evaluate(inputs);
			const tasks = inputs.tasksPerDay;
			const [baked, learner] = Array.from(figure.querySelectorAll('.day'));
			const missed = [
				checkStrip(baked!, tasks, missesPerDay),
				checkStrip(learner!, tasks, learnerMissShare * tasks),
			].toSorted((a, b) => a.size - b.size);
			if (Array.from(missed[0]!).some((place) => !missed[1]!.has(place)))
				throw new DrawingError('The two strips miss tasks in different orders.');

			const heights = (select: string) => plot!.lines(select).map(({ y1 }) => plot!.y!.toValue(y1));
			const [level] = heights('.limit.tone-learner');
			if (!(Math.abs(level! - learnerCovers(inputs)) < 0.005))
				throw new DrawingError(`The learner’s level is drawn at ${level}.`);
			const was = heights('.limit.ghost');
			const hasMoved = Math.abs(learnerCovers(essay) - learnerCovers(inputs)) > 0.005;
			if (was.length !== (hasMoved ? 1 : 0) || was.some((height) => Math.abs(height - learnerCovers(essay)) > 0.005))
				throw new DrawingError(`The baseline level of the learner is drawn at ${was.join()}.`);
		},
	},
});
