import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../content/figures');
const figures = readdirSync(folder)
	.map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }))
	.filter(({ text }) => /^experiment: /m.test(text));

it('some figures show experiments', () => expect(figures.length).toBeGreaterThan(0));

describe.each(figures)('$file', ({ text }) => {
	it.each(['built', 'measured', 'published'])('says what was %s', (slot) => {
		expect(text).toMatch(new RegExp(`<Fragment slot="${slot}">\\S`));
	});
	it('says that it shows what can happen and not how large it is, or that it is no evidence', () => {
		expect(text).toMatch(/shows that (this|practice) can (happen|carry over), not how|is no evidence/);
	});
});
