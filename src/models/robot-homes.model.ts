import { defineModel, type Card } from '../engine/model.ts';

/** Returns the number of homes that `nines` nines of success take. */
export const homesFor = ({ homesPerNine }: { readonly homesPerNine: number }, nines: number): number =>
	homesPerNine ** nines;

/** Reliability as a power law in the number of different homes (claim W4). */
const model = defineModel({
	id: 'robot-homes',
	title: 'Homes per nine',
	parameters: {
		homesPerNine: {
			label: 'Different homes per extra nine of success',
			unit: 'homes',
			scale: 'log',
			default: 32,
			min: 5,
			max: 200,
			p05: 15,
			p95: 70,
			tone: 'baked',
			source: { cite: ['lin2024'], note: 'Thirty-two rooms with their objects gave about 90% in new ones.' },
		},
		nines: {
			label: 'Nines of reliability wanted',
			unit: 'nines',
			scale: 'linear',
			default: 2,
			min: 0.5,
			max: 4,
			tone: 'baked',
			source: { cite: [], note: 'Your choice.' },
		},
		hoursPerHome: {
			label: 'Hours of demonstration per home',
			unit: 'h',
			scale: 'log',
			default: 0.25,
			min: 0.05,
			max: 5,
			p05: 0.1,
			p95: 1,
			tone: 'baked',
			source: { cite: ['lin2024'], note: 'Four people, an afternoon, two tasks and thirty-two rooms: our arithmetic.' },
		},
		robotTasks: {
			label: 'Tasks',
			unit: 'tasks',
			scale: 'log',
			default: 1,
			min: 1,
			max: 1000,
			source: { cite: [], note: 'Your choice.' },
		},
		teleopHours: {
			label: 'Hours for a person to learn to steer it',
			unit: 'h',
			scale: 'log',
			default: 2,
			min: 0.25,
			max: 40,
			p05: 0.5,
			p95: 10,
			tone: 'people',
			source: {
				cite: ['fu2024'],
				note: 'Our assumption: the source says only that people pick it up quickly. The robot is steered from a distance: teleoperation.',
			},
		},
	},
	outputs: {
		homes: { label: 'Homes', unit: 'homes', tone: 'baked' },
		hours: { label: 'Hours of demonstration', unit: 'h', tone: 'baked' },
		ratioToPerson: { label: 'Beside what a person needs', unit: '×', tone: 'people' },
	},
	headline: ['homes', 'hours', 'ratioToPerson'],
	evaluate(inputs) {
		const { nines, hoursPerHome, robotTasks, teleopHours } = inputs;
		const homes = homesFor(inputs, nines);
		return { homes, hours: homes * hoursPerHome * robotTasks, ratioToPerson: (homes * hoursPerHome) / teleopHours };
	},
});

export default model;

export const card = (): Card<typeof model> => ({
	question: 'How many homes must a robot be taught in before it succeeds in one that it has never seen?',
	symbols: {
		homesPerNine: 'n_1',
		nines: '\\nu',
		hoursPerHome: 'h_e',
		robotTasks: 'J',
		teleopHours: 'h_H',
		homes: 'n',
		hours: 'H',
		ratioToPerson: '\\rho',
	},
	equation: String.raw`\q{homes} = \q{homesPerNine}^{\q{nines}}
		\qquad \q{hours} = \q{homes}\,\q{hoursPerHome}\,\q{robotTasks}
		\qquad \q{ratioToPerson} = \frac{\q{homes}\,\q{hoursPerHome}}{\q{teleopHours}}`,
	source: {
		cite: ['lin2024'],
		note: 'A power law in distinct environments, set so that thirty-two leave one failure in ten.',
	},
	leavesOut:
		'It goes through a single measured point, so that its range may be too narrow. That point is of simple tasks and one arm; no task helps another, and nothing is blamed on hands and motors.',
	examples: [
		{ given: {}, expect: { homes: 1024, hours: 256, ratioToPerson: 128 } },
		{ given: { nines: 3 }, expect: { homes: 32_768, ratioToPerson: 4096 } },
	],
	laws: [
		{ says: 'more nines, more homes', output: 'homes', rises: 'nines' },
		{
			says: 'one more nine multiplies the homes by the same number each time',
			holds: (inputs, { homes }) =>
				Math.abs(model.evaluate({ ...inputs, nines: inputs.nines + 1 }).homes / homes / inputs.homesPerNine - 1) < 1e-9,
		},
	],
});
