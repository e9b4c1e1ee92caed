import { valueText } from '../engine/value-text.ts';
import { parameters } from '../models/registry.ts';
import { assumptions } from '../state/assumptions.svelte.ts';

/** Returns the notice about a link of an older edition, which lists the defaults of that edition that are in force. */
export function editionWords(edition: number, keys: readonly string[]): string {
	const each = keys.map((key) => {
		const parameter = parameters.get(key)!;
		const [then, today] = [assumptions.get(key), parameter.default].map((value) => valueText(parameter, value));
		return `${parameter.label}: ${then} (today ${today})`;
	});
	return `This link is of edition ${edition}. Where it says nothing, it is shown as it was then. ${each.join('; ')}.`;
}
