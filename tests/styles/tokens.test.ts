import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cssVariables } from '../../src/charts/metrics.ts';
import { describe, expect, it } from 'vitest';

const src = join(import.meta.dirname, '../../src');
const text = (file: string) => readFileSync(join(src, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
const tokens = text('styles/tokens.css');
const styled = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
	/\.(css|svelte|astro)$/.test(file),
);

/** Returns the declarations of custom properties in the first rule that a selector heads. */
function rule(css: string, selector: string): ReadonlyMap<string, string> {
	const start = css.indexOf(`${selector} {`);
	if (start < 0) throw new Error(`No rule “${selector}”.`);
	const block = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start));
	return new Map(
		Array.from(block.matchAll(/(--[\w-]+):([^;]*);/g), ([, name, value]) => [name!, value!.trim()] as const),
	);
}
/** Returns a value with each var() replaced, as CSS does: a property that is `initial` or absent gives its fallback. */
function resolve(value: string, properties: ReadonlyMap<string, string>): string {
	return value
		.replace(/var\((--[\w-]+)(?:,\s*([^()]*))?\)/g, (_, name: string, fallback: string | undefined) => {
			const own = properties.get(name);
			if (own !== undefined && own !== 'initial') return resolve(own, properties);
			if (fallback === undefined) throw new Error(`var(${name}) has no value.`);
			return fallback;
		})
		.trim();
}

const root = rule(tokens, ':root');
const inDark = rule(tokens.slice(tokens.indexOf('@media (prefers-color-scheme: dark)')), ':root');
const [light, dark] = ["[data-theme='light']", "[data-theme='dark']"].map((theme) => rule(tokens, `:root${theme}`)) as [
	ReadonlyMap<string, string>,
	ReadonlyMap<string, string>,
];
const print = rule(text('styles/print.css'), ':root[data-theme]');
const values = (...rules: readonly ReadonlyMap<string, string>[]) => {
	const properties = new Map(rules.flatMap((own) => [...own]));
	return new Map(
		[...root.keys()]
			.filter((name) => /^#|--light/.test(root.get(name)!))
			.map((name) => [name, resolve(properties.get(name)!, properties)] as const),
	);
};

describe('tokens.css', () => {
	it('uses no light-dark(), which browsers of 2023 do not know', () =>
		expect(styled.filter((file) => text(file).includes('light-dark('))).toEqual([]));

	it('gives every colour one value in each theme', () => {
		const themes = {
			light: values(root),
			dark: values(root, inDark),
			'light in dark': values(root, inDark, light),
			'dark in light': values(root, dark),
			'dark in dark': values(root, inDark, dark),
			print: values(root, inDark, dark, print),
		};
		expect(themes.light.size).toBeGreaterThan(20);
		for (const [theme, colours] of Object.entries(themes))
			for (const [name, colour] of colours) expect(colour, `${name} in ${theme}`).toMatch(/^#([\da-f]{3}){1,2}$/);
		expect(themes['light in dark']).toEqual(themes.light);
		expect(themes['dark in light']).toEqual(themes.dark);
		expect(themes['dark in dark']).toEqual(themes.dark);
		expect(new Map(themes.print).set('--paper', '')).toEqual(new Map(themes.light).set('--paper', ''));
		for (const [name, colour] of themes.light) expect(themes.dark.get(name), name).not.toBe(colour);
	});

	it('defines every custom property that a style refers to without a fallback', () => {
		const all = styled.map((file) => readFileSync(join(src, file), 'utf8'));
		const defined = new Set(
			all.flatMap((css) => Array.from(css.matchAll(/(--[\w-]+)['"]?\s*[:=]/g), ([, name]) => name)),
		);
		const used = new Set(all.flatMap((css) => Array.from(css.matchAll(/var\((--[\w-]+)\)/g), ([, name]) => name)));
		// Sizes of charts/metrics.ts become properties in the build.
		const missing = [...used].filter((name) => !defined.has(name) && !Object.hasOwn(cssVariables, name!));
		expect(missing).toEqual([]);
	});
});
