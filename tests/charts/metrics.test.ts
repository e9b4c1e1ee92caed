import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cssVariables, WIDE_FROM } from '../../src/charts/metrics.ts';

const root = join(import.meta.dirname, '../../src');
const styles = readdirSync(root, { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.css'))
	.map((file) => readFileSync(join(root, file), 'utf8'))
	.join('\n');

it('every chart metric is used by a style sheet', () => {
	expect(Object.keys(cssVariables).filter((name) => !styles.includes(`var(${name})`))).toEqual([]);
});

it('figure.css switches to the wide layout at `WIDE_FROM`', () => {
	expect(styles).toMatch(
		new RegExp(`@container \\(min-width: ${WIDE_FROM}rem\\) \\{\\s*\\.plot-labelled[^}]*\\{[^}]*--plot-padding-axis`),
	);
});
