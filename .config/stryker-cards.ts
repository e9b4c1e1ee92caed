import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** Leaves a model's card unmutated: it is text, and examples and laws that are tests themselves. */
export const strykerPlugins = [
	declareValuePlugin(PluginKind.Ignore, 'cards', {
		shouldIgnore: (path) => {
			// Babel's node, of which @stryker-mutator/api has no type.
			const { node } = path as unknown as { node: { type: string; id?: { name?: string } } };
			return node.type === 'VariableDeclarator' && node.id?.name === 'card' ? 'The card is not arithmetic.' : undefined;
		},
	}),
];
