import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** A model's card is words, and laws and examples that are tests themselves: what tests would notice of a change in a test? */
export const strykerPlugins = [
	declareValuePlugin(PluginKind.Ignore, 'cards', {
		shouldIgnore: (path) =>
			path.isVariableDeclarator() && path.node.id.name === 'card' ? 'The card is not arithmetic.' : undefined,
	}),
];
