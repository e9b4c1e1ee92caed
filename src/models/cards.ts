import type { AnyModel, Card } from '../engine/model.ts';
import type { Quantity } from './quantity.ts';

/** Loads every model's card, for the build and the tests only; browser code imports registry.ts. */
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

/** Returns the card of the model with this id. Throws an error that lists the known ids if there is none. */
export function cardOf(id: string): Card<AnyModel> {
	const card = cards.get(id);
	if (!card) throw new Error(`src/models/ has no card of a model "${id}". Known: ${[...cards.keys()].join(', ')}.`);
	return card;
}

/** Returns the LaTeX symbol of a quantity in its model's equation. */
export const symbolOf = ({ model, key }: Quantity): string => cardOf(model.id).symbols[key]!;
