import { models } from '../models/registry.ts';
import { assumptions } from '../state/assumptions.svelte.ts';
import { leftOut } from '../state/left-out.svelte.ts';

/**
 * Returns a line of JSON for each model that a change of the reader's touches, as `npm run evaluate` reads it; for every model if
 * nothing is changed.
 */
export function evaluateLines(): readonly string[] {
	const changed = assumptions.changedKeys;
	const without = leftOut.all;
	const isChanged = changed.length > 0 || without.length > 0;
	return [...models.values()].flatMap(({ id, parameters, evaluateWithout }) => {
		const keys = changed.filter((key) => Object.hasOwn(parameters, key));
		const isShort = evaluateWithout !== undefined && without.length > 0;
		if (isChanged && keys.length === 0 && !isShort) return [];
		const inputs = Object.fromEntries(keys.map((key) => [key, assumptions.get(key)]));
		return [JSON.stringify({ model: id, inputs, ...(isShort && { without }) })];
	});
}

/** Returns the command that computes the numbers on the page, for a shell in a copy of the repository. */
export const reproduceCommand = (): string =>
	["npm run --silent evaluate <<'JSON'", ...evaluateLines(), 'JSON', ''].join('\n');
