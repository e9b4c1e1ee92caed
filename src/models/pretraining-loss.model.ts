import { defineModel, type Card } from '../engine/model.ts';
import { computeSymbols, gptLevel } from '../parameters/compute.ts';

/** Constants of L = E + A/N^α + B/D^β as each paper prints them. */
const fits = {
	refit: { E: 1.8172, A: 482.01, B: 2085.43, alpha: 0.3478, beta: 0.3658 },
	hoffmann: { E: 1.69, A: 406.4, B: 410.7, alpha: 0.34, beta: 0.28 },
} as const;

type Fit = keyof typeof fits;

/** Returns the reducible loss with these numbers of parameters and tokens. */
const lossOf = (fit: Fit, parameters: number, tokens: number): number => {
	const { A, B, alpha, beta } = fits[fit];
	return A / parameters ** alpha + B / tokens ** beta;
};

/** The pretraining scaling law (claim R1). Formula: Hoffmann et al. 2022, at the compute-optimal point. */
const model = defineModel({
	id: 'pretraining-loss',
	title: 'Pretraining loss',
	parameters: {
		trainingCompute: {
			label: 'Pretraining compute',
			unit: 'FLOP',
			scale: 'log',
			default: 2.1e25,
			min: 1e20,
			max: 1e30,
			tone: 'pretraining',
			source: { cite: ['epoch2024models'], note: 'Epoch’s estimate for GPT-4.' },
		},
		lossFit: {
			label: 'Whose fit of the loss',
			unit: 'choice',
			scale: 'choice',
			default: 'refit',
			choices: { refit: 'Re-fit, 2024', hoffmann: 'As published, 2022' },
			source: {
				cite: ['besiroglu2024', 'hoffmann2022'],
				note: 'The published constants misfit the paper’s own runs; the re-fit mends that.',
			},
		},
		gptLevel,
	},
	outputs: {
		parameters: { label: 'Parameters at the optimum', unit: 'parameters', tone: 'pretraining' },
		tokens: { label: 'Tokens at the optimum', unit: 'tokens', tone: 'pretraining' },
		tokensPerParameter: { label: 'Tokens per parameter', unit: 'tokens/parameter', tone: 'pretraining' },
		loss: { label: 'Loss', unit: 'nats', tone: 'pretraining' },
		reducibleLoss: { label: 'Loss that could still be removed', unit: 'nats', tone: 'pretraining' },
		levelFactor: { label: 'Share of it left after one GPT level', unit: 'fraction', tone: 'pretraining' },
	},
	headline: ['reducibleLoss', 'levelFactor'],
	evaluate({ trainingCompute, lossFit, gptLevel: level }) {
		const { E, A, B, alpha, beta } = fits[lossFit];
		const G = ((alpha * A) / (beta * B)) ** (1 / (alpha + beta));
		const parameters = G * (trainingCompute / 6) ** (beta / (alpha + beta));
		const tokens = trainingCompute / (6 * parameters);
		const reducibleLoss = lossOf(lossFit, parameters, tokens);
		return {
			parameters,
			tokens,
			tokensPerParameter: tokens / parameters,
			loss: E + reducibleLoss,
			reducibleLoss,
			levelFactor: level ** ((-alpha * beta) / (alpha + beta)),
		};
	},
});

export default model;

export const card = (): Card<typeof model> => ({
	question: 'How much of the loss that can be removed does more pretraining compute remove?',
	symbols: {
		trainingCompute: 'C',
		lossFit: '\\text{fit}',
		...computeSymbols,
		parameters: 'N^{*}',
		tokens: 'D^{*}',
		tokensPerParameter: 'D^{*}/N^{*}',
		loss: 'L',
		reducibleLoss: 'L-E',
		levelFactor: 'q',
	},
	equation: String.raw`\begin{gathered} \q{loss} = E + \frac{A}{\q{parameters}^{\alpha}} + \frac{B}{\q{tokens}^{\beta}}
		\qquad \q{trainingCompute} = 6\,\q{parameters}\,\q{tokens}
		\\[0.5em] \q{levelFactor} = \q{gptLevel}^{-\frac{\alpha\beta}{\alpha+\beta}} \end{gathered}`,
	source: {
		cite: ['hoffmann2022', 'besiroglu2024'],
		note: 'The parametric fit of the Chinchilla paper, evaluated where loss is least for the compute.',
	},
	leavesOut:
		'Loss is not capability; corpus and tokenizer are held fixed; the last stretch extrapolates several orders of magnitude beyond the runs that were fitted.',
	examples: [
		{
			given: {},
			expect: {
				parameters: 4.56484e11,
				tokens: 7.66729e12,
				tokensPerParameter: 16.7964,
				loss: 1.900017,
				reducibleLoss: 0.0828169,
				levelFactor: 0.439974,
			},
		},
		{
			given: { trainingCompute: 3.14e23 },
			expect: { parameters: 5.29371e10, tokensPerParameter: 18.6749, loss: 1.9924 },
		},
	],
	laws: [
		{ says: 'more compute, less loss', output: 'loss', falls: 'trainingCompute' },
		{
			says: 'the compute is spent: C = 6ND',
			holds: ({ trainingCompute }, { parameters, tokens }) =>
				Math.abs((6 * parameters * tokens) / trainingCompute - 1) < 1e-9,
		},
		{
			says: 'no other split of the compute does better',
			holds: ({ trainingCompute, lossFit }, { parameters, reducibleLoss }) =>
				[0.99, 1.01].every(
					(factor) => lossOf(lossFit, parameters * factor, trainingCompute / (6 * parameters * factor)) > reducibleLoss,
				),
		},
		{ says: 'a level leaves some of the loss', holds: (_, { levelFactor }) => levelFactor > 0 && levelFactor < 1 },
	],
});
