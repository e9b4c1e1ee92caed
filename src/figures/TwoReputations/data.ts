import { datedPoints, rowsOf } from '../../sources/datasets.ts';

/** Returns the value of a sourced figure. */
const valueOf = (id: string): number => Number(rowsOf('facts').find((fact) => fact['id'] === id)!['value']);

/** The compute over which each trend was fitted and to which it was carried, the GPT models, and OpenAI's points of RL. */
export default () => ({
	spans: {
		pretraining: {
			from: valueOf('pretraining-fit-from'),
			to: valueOf('pretraining-fit-to'),
			held: valueOf('chinchilla-compute'),
		},
		rl: { from: valueOf('scalerl-fit-from'), to: valueOf('scalerl-fitted'), held: valueOf('scalerl-run') },
	},
	known: rowsOf('model-compute').map((row) => ({ label: String(row['model']), flop: Number(row['flop']) })),
	points: datedPoints('rl-points', 'series', 'label', 'share').map((point, i) => ({
		...point,
		times: Number(rowsOf('rl-points')[i]!['times']),
	})),
});
