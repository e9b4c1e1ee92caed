import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const folder = fileURLToPath(new URL('../essay/', import.meta.url));

/** Returns an MDX file with an import of each of these components that it uses, by name, from `from`. */
export function withImports(mdx: string, names: ReadonlySet<string>, from: string): string {
	const used = new Set(Array.from(mdx.matchAll(/<([A-Z]\w*)/g), ([, name = '']) => name));
	const imports = [...used.intersection(names)].map(
		(name) => `import ${name} from ${JSON.stringify(`${from}${name}.astro`)};`,
	);
	return imports.length === 0 ? mdx : `${mdx}\n\n${imports.join('\n')}\n`;
}

/**
 * Gives each MDX file the components of `src/essay/` that it names, so that authors import nothing. Astro prints the style sheets of
 * what a text imports on the pages that print the text: with one list of components for all texts, every page would have those of all.
 */
export const mdxImports = (): Plugin => {
	const names = new Set(
		readdirSync(folder).flatMap((file) => (file.endsWith('.astro') ? [file.slice(0, -'.astro'.length)] : [])),
	);
	return {
		name: 'mdx-imports',
		enforce: 'pre',
		transform: {
			filter: { id: /\.mdx$/ },
			handler: (code) => ({ code: withImports(code, names, folder), map: null }),
		},
	};
};
