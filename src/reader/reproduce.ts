import { models } from '../models/registry.ts';
import { assumptions } from '../state/assumptions.svelte.ts';

/** Returns a line of JSON for each model that a change of the reader's touches, as `npm run evaluate` reads it; for every model if nothing is changed. */
export function evaluateLines(): readonly string[] {
	const changed = assumptions.changedKeys;
	return [...models.values()].flatMap(({ id, parameters }) => {
		const keys = changed.filter((key) => Object.hasOwn(parameters, key));
		if (changed.length > 0 && keys.length === 0) return [];
		return [JSON.stringify({ model: id, inputs: Object.fromEntries(keys.map((key) => [key, assumptions.get(key)])) })];
	});
}

/** Returns the command that computes the numbers on the page, for a shell in a copy of the repository. */
export const reproduceCommand = (): string =>
	["npm run --silent evaluate <<'JSON'", ...evaluateLines(), 'JSON', ''].join('\n');
