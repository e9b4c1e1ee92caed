import { expect, it } from 'vitest';
import { withImports } from '../../src/build/mdx-imports.ts';

const names = new Set(['Cite', 'Note', 'Figure']);

it('`withImports` imports each component that a text uses once, after the text', () =>
	expect(withImports('A <Cite key="a" /> and <Cite key="b" />.\n\n<Figure id="c" />', names, '/essay/')).toBe(
		'A <Cite key="a" /> and <Cite key="b" />.\n\n<Figure id="c" />\n\nimport Cite from "/essay/Cite.astro";\nimport Figure from "/essay/Figure.astro";\n',
	));
it('`withImports` leaves a text as it is that uses none', () =>
	expect(withImports('A <Fragment>b</Fragment>.', names, '/essay/')).toBe('A <Fragment>b</Fragment>.'));
