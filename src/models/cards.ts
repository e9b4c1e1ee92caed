import type { AnyModel, Card } from '../engine/model.ts';
import type { Quantity } from './quantity.ts';

/** What the page prints of the models. For the build and the tests alone: whatever reaches a browser imports registry.ts. */
const files = import.meta.glob<{ readonly default: AnyModel; readonly card?: () => Card<AnyModel> }>('./*.model.ts', {
	eager: true,
});

export const cards: ReadonlyMap<string, Card<AnyModel>> = new Map(
	Object.entries(files).map(([path, { default: model, card }]) => {
		if (!card)
			throw new Error(
				`${path} exports no card. Beside "export default model" it needs "export const card = (): Card<typeof model> => ({ … })".`,
			);
		return [model.id, card()];
	}),
);

/** The card of the model with this id, or an error that lists the known ones. */
export function cardOf(id: string): Card<AnyModel> {
	const card = cards.get(id);
	if (!card) throw new Error(`No card of a model "${id}". Known: ${[...cards.keys()].join(', ')}.`);
	return card;
}

/** LaTeX for a quantity, as in its model's equation. */
export const symbolOf = ({ model, key }: Quantity): string => cardOf(model.id).symbols[key]!;
