import { expect, it } from 'vitest';
import { cardOf, cards } from '../../src/models/cards.ts';
import { quantityOf } from '../../src/models/quantity.ts';
import { modelOf, models } from '../../src/models/registry.ts';

const [model] = models.values();
const { id, parameters } = model!;

it.each([
	[
		'`modelOf`',
		() => modelOf('nothing'),
		`src/models/ has no model "nothing". Known: ${[...models.keys()].join(', ')}.`,
	],
	['`modelOf`, also for a property of every object', () => modelOf('constructor'), 'has no model "constructor"'],
	['`cardOf`', () => cardOf('nothing'), `has no card of a model "nothing". Known: ${[...cards.keys()].join(', ')}.`],
	[
		'`quantityOf`',
		() => quantityOf(`${id}.nothing`),
		`${id} has no parameter or output "nothing". Known: ${Object.keys(parameters)[0]}`,
	],
	[
		'`quantityOf`, also for a property of every object',
		() => quantityOf(`${id}.toString`),
		`${id} has no parameter or output "toString"`,
	],
	['`quantityOf`, for a name without a model', () => quantityOf('years'), 'has no model "years"'],
])('%s throws and lists the known names if the name is unknown', (_, lookUp, message) =>
	expect(lookUp).toThrow(message),
);
