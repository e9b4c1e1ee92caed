/** Code that must not compile: `npm run check` fails if one of these lines is accepted. Nothing here is executed. */
import {
	baselineOf,
	defineModel,
	type AnyModel,
	type Card,
	type InputsOf,
	type OutputsOf,
} from '../../src/engine/model.ts';
import { pathOf, type PathName } from '../../src/engine/path.ts';
import { sweep } from '../../src/engine/sweep.ts';
import bottlenecks from '../../src/models/bottlenecks.model.ts';
import forecast from '../../src/models/forecast.model.ts';
import { modelOf } from '../../src/models/registry.ts';
import { assumptions, baselineOutputsOf, outputsOf } from '../../src/state/assumptions.svelte.ts';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <T extends true>(): T | undefined => undefined;

// A typed model types its inputs and outputs.
const year: number = outputsOf(forecast).trillionYear;
const growth: number = assumptions.inputsOf(forecast).wageGrowth;
holds<Equal<InputsOf<typeof bottlenecks>['priorShape'], 'poisson' | 'geometric' | 'power'>>();
holds<Equal<OutputsOf<typeof forecast>['agiYear'], number>>();
// @ts-expect-error a misspelt output
void outputsOf(forecast).trillionsYear;
// @ts-expect-error a misspelt output of the baseline
void baselineOutputsOf(forecast)['trillionsYear'];
// @ts-expect-error a misspelt input
void assumptions.inputsOf(forecast).wagesGrowth;
// @ts-expect-error a misspelt input of the baseline
void baselineOf(forecast).wagesGrowth;
// @ts-expect-error an input that is missing
forecast.evaluate({ wageGrowth: growth });
// @ts-expect-error an unknown choice
bottlenecks.evaluate({ ...baselineOf(bottlenecks), priorShape: 'flat' });

// Curves.
pathOf(forecast, { path: 'revenue' }, assumptions.inputsOf(forecast));
pathOf(forecast, { along: 'humanLevelYear', output: 'agiYear' }, assumptions.inputsOf(forecast));
// @ts-expect-error a misspelt path
pathOf(forecast, { path: 'revenues' }, assumptions.inputsOf(forecast));
// @ts-expect-error a misspelt parameter to sweep along
pathOf(forecast, { along: 'learnersYear', output: 'agiYear' }, assumptions.inputsOf(forecast));
// @ts-expect-error a misspelt output
pathOf(forecast, { along: 'humanLevelYear', output: 'agisYear' }, assumptions.inputsOf(forecast));
// @ts-expect-error a path of a model without paths
pathOf(bottlenecks, { path: 'revenue' }, assumptions.inputsOf(bottlenecks));
// @ts-expect-error a misspelt path in a query
({ path: 'revenues' }) satisfies PathName<typeof forecast>;
// @ts-expect-error a misspelt output of a sweep
void sweep(forecast, assumptions.inputsOf(forecast), 'humanLevelYear')[0]!.outputs.agisYear;

// Every typed model is assignable to AnyModel, whose keys are any strings.
const any: AnyModel = forecast;
const shown: number | boolean | undefined =
	outputsOf('forecast')['anyKey'] ?? any.evaluate(assumptions.inputsOf(any))['anyKey'];
modelOf('forecast') satisfies AnyModel;
void [year, shown];

// Definitions.
const source = { cite: [], note: '' };
const small = defineModel({
	id: 'small',
	title: '',
	parameters: {
		x: { label: '', unit: '–', scale: 'linear', default: 1, min: 0, max: 2, source },
		fit: { label: '', unit: 'choice', scale: 'choice', default: 'old', choices: { old: 'Old', new: 'New' }, source },
	},
	outputs: { y: { label: '', unit: '–' } },
	headline: ['y'],
	paths: { line: ({ x }) => [[0, x]] },
	evaluate: ({ x, fit }) => ({ y: fit === 'new' ? x : 2 * x }),
	presets: [{ name: '', cite: [], values: { fit: 'new' } }],
});
const { parameters, outputs } = small;
const rest = { id: 'small', title: '', parameters, outputs, evaluate: small.evaluate };
defineModel({
	...rest,
	headline: ['y'],
	guess: 'y',
	presets: [{ name: '', cite: [], values: { x: 1 } }],
	paths: { line: ({ x }) => [[0, x]] },
});
// @ts-expect-error a headline that names no output
defineModel({ ...rest, headline: ['z'] });
// @ts-expect-error a guess that names no output
defineModel({ ...rest, headline: ['y'], guess: 'z' });
// @ts-expect-error a preset with an unknown parameter
defineModel({ ...rest, headline: ['y'], presets: [{ name: '', cite: [], values: { z: 1 } }] });
// @ts-expect-error a preset with an unknown choice
defineModel({ ...rest, headline: ['y'], presets: [{ name: '', cite: [], values: { fit: 'newer' } }] });
// @ts-expect-error an output without a value
defineModel({ ...rest, headline: ['y'], evaluate: () => ({}) });
// @ts-expect-error `evaluate` with an unknown input
defineModel({ ...rest, headline: ['y'], evaluate: ({ z }) => ({ y: z }) });
// @ts-expect-error a path with an unknown input
defineModel({ ...rest, headline: ['y'], paths: { line: ({ z }) => [[0, z]] } });

// Cards.
const card: Card<typeof small> = {
	question: '',
	symbols: { x: 'x', fit: 'f', y: 'y' },
	equation: '',
	source,
	leavesOut: '',
	examples: [{ given: { x: 1, fit: 'old' }, expect: { y: 2 } }],
	laws: [
		{ says: '', output: 'y', rises: 'x' },
		{ says: '', holds: ({ x }, { y }) => y >= x },
	],
};
// @ts-expect-error a missing symbol
({ ...card, symbols: { x: 'x', y: 'y' } }) satisfies Card<typeof small>;
// @ts-expect-error an unknown symbol
({ ...card, symbols: { x: 'x', fit: 'f', y: 'y', z: 'z' } }) satisfies Card<typeof small>;
// @ts-expect-error an example with an unknown parameter
({ ...card, examples: [{ given: { z: 1 }, expect: {} }] }) satisfies Card<typeof small>;
// @ts-expect-error an example with an unknown output
({ ...card, examples: [{ given: {}, expect: { z: 1 } }] }) satisfies Card<typeof small>;
// @ts-expect-error a law with an unknown parameter
({ ...card, laws: [{ says: '', output: 'y', rises: 'z' }] }) satisfies Card<typeof small>;
// @ts-expect-error a law with an unknown output
({ ...card, laws: [{ says: '', output: 'z', falls: 'x' }] }) satisfies Card<typeof small>;
// @ts-expect-error a law that reads an unknown output
({ ...card, laws: [{ says: '', holds: (_, { z }) => z > 0 }] }) satisfies Card<typeof small>;
// @ts-expect-error a card without `leavesOut`
({ question: '', symbols: card.symbols, equation: '', source, examples: [], laws: [] }) satisfies Card<typeof small>;
