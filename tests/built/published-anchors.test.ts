import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attribute, elements } from '../../src/build/html.ts';

const root = join(import.meta.dirname, '../..');
const LIST = 'tests/published-anchors.txt';
/** Every anchor that a link to a section may name: `section id`, one a line. A published anchor stays. */
const published = readFileSync(join(root, LIST), 'utf8').trim().split('\n');

/** Returns the ids of headings, figures and points of a section's page, and of what took their place. */
function anchorsOn(section: string): readonly string[] {
	const html = readFileSync(join(root, 'dist', section, 'index.html'), 'utf8');
	return [...elements(html)].flatMap((element) => {
		const id = attribute(element, 'id');
		const classes = attribute(element, 'class')?.split(/\s+/) ?? [];
		const isNamed =
			/^h[23]$/.test(element.tagName) ||
			(element.tagName === 'figure' && classes.includes('figure')) ||
			classes.includes('point');
		return id && isNamed ? [id] : [];
	});
}

describe(LIST, () => {
	const bySection = Map.groupBy(published, (line) => line.split(' ')[0]!);
	it.each([...bySection])('names what is still on /%s/', (section, lines) => {
		const anchors = anchorsOn(section);
		const missing = lines.map((line) => line.split(' ')[1]).filter((id) => !anchors.includes(id!));
		expect(
			missing,
			`links to these lead nowhere; add <FormerHeading id="…" /> or <FormerFigure id="…" /> to the text`,
		).toEqual([]);
	});
	it.each([...bySection.keys()])('has every anchor of /%s/', (section) => {
		const missing = anchorsOn(section)
			.map((id) => `${section} ${id}`)
			.filter((line) => !published.includes(line));
		expect(missing, `add these lines to ${LIST}`).toEqual([]);
	});
});
