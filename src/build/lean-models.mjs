/** What only the build and the tests read of a model or a parameter: readers' browsers need not carry it. */
const PRINTED_AT_BUILD = new Set(['question', 'equation', 'leavesOut', 'examples', 'laws', 'symbol']);

/** Every property of that name in a file's object literals, outermost only, in the order of the text. */
function printedIn(node, found = []) {
	if (Array.isArray(node)) for (const part of node) printedIn(part, found);
	else if (node && typeof node.type === 'string') {
		if (node.type === 'ObjectExpression') {
			node.properties.forEach((property, i) => {
				// A model's own source is printed too; a parameter's stands in its slider's small print.
				const ofModel = property.key?.name === 'source' && node.properties.some(({ key }) => key?.name === 'laws');
				if (PRINTED_AT_BUILD.has(property.key?.name) || ofModel) found.push([property.start, node.properties[i + 1]?.start ?? property.end]);
				else printedIn(property.value ?? property, found);
			});
		} else for (const value of Object.values(node)) if (value && typeof value === 'object') printedIn(value, found);
	}
	return found;
}

/** Leaves those properties of models and shared parameters out of the scripts that reach a browser. */
export const leanModels = () => ({
	name: 'lean-models',
	enforce: 'post',
	applyToEnvironment: ({ name }) => name === 'client',
	transform(code, id) {
		if (!/\.model\.ts$|\/src\/parameters\/[\w-]+\.ts$/.test(id)) return null;
		const lean = printedIn(this.parse(code).body).reduceRight((text, [start, end]) => text.slice(0, start) + text.slice(end), code);
		return { code: lean, map: null };
	},
});
