/** Prepends custom properties to a style sheet, so that a number that scripts and styles share is defined once, in TypeScript. */
export const cssVariables = (file: string, variables: Readonly<Record<string, string>>) => ({
	name: 'css-variables',
	enforce: 'pre' as const,
	transform(code: string, id: string) {
		if (!id.endsWith(file)) return undefined;
		const declarations = Object.entries(variables).map(([name, value]) => `${name}:${value};`);
		return { code: `:root{${declarations.join('')}}\n${code}`, map: null };
	},
});
