import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate, StaticConfigLoader, type RuleConfig } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { attribute, elements } from '../../src/build/html.ts';

/** Rules that are off or narrower than in their preset, with the reason of each. */
const EXCEPTIONS = [
	{
		rule: 'no-missing-references',
		setting: 'off',
		reason:
			'takes seconds on the long page, because it searches the document for each reference; `missingIds` replaces it',
	},
	{
		rule: 'prefer-native-element',
		setting: ['error', { exclude: ['region'] }],
		reason: 'a `section` is expected to begin with a heading, and a box that scrolls has none',
	},
	{
		rule: 'require-sri',
		setting: ['error', { target: 'crossorigin' }],
		reason: 'scripts come from the host of the page, which could change both the script and its hash',
	},
	{
		rule: 'wcag/h32',
		setting: 'off',
		reason: 'asks for a submit button in every form, but the switches of the bar act at once and submit nothing',
	},
] as const;

/** The HTML standard, without rules of style; accessible names and roles; and what only a whole document can violate. */
const PRESETS = ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'];
const validator = new HtmlValidate(
	new StaticConfigLoader({
		root: true,
		extends: PRESETS,
		rules: Object.fromEntries(EXCEPTIONS.map(({ rule, setting }) => [rule, setting])) as RuleConfig,
	}),
);

/** Attributes that refer to elements by id. */
const REFERENCES = [
	...['activedescendant', 'controls', 'describedby', 'details', 'errormessage', 'flowto', 'labelledby', 'owns'].map(
		(name) => `aria-${name}`,
	),
	...['for', 'form', 'headers', 'list', 'popovertarget'],
];
/** Returns the references of a page to ids that none of its elements has. */
function missingIds(html: string): readonly string[] {
	const all = [...elements(html)];
	const ids = new Set(all.map((element) => attribute(element, 'id')));
	return all.flatMap((element) =>
		REFERENCES.flatMap((name) => (attribute(element, name) ?? '').split(/\s+/).filter((id) => id && !ids.has(id))).map(
			(id) => `<${element.tagName}> refers to #${id}, which does not exist`,
		),
	);
}

/** Bytes in which the standard requires the declaration of the encoding. */
const PRESCAN = 1024;
/** Returns whether a page declares its encoding where parsers look for it. */
const declaresEncoding = (html: string) =>
	Buffer.from(html).subarray(0, PRESCAN).toString().includes('<meta charset="utf-8">');

/** Returns the faults of a page, each kind once with its number. */
async function faultsOf(html: string): Promise<readonly string[]> {
	const { results } = await validator.validateString(html);
	const messages = results.flatMap((result) =>
		result.messages.map(({ ruleId, message, line, column }) => ({
			fault: `${ruleId}: ${message}`,
			place: `first in line ${line}, column ${column}`,
		})),
	);
	const kinds = Map.groupBy(messages, ({ fault }) => fault);
	return [
		...Array.from(kinds, ([fault, found]) => `${fault} (${found.length}; ${found[0]!.place})`),
		...missingIds(html),
		...(declaresEncoding(html) ? [] : [`The encoding is not declared in the first ${PRESCAN} bytes`]),
	];
}

const page = (body: string, root = '') =>
	`<!doctype html><html lang="en"${root}><head><meta charset="utf-8"><title>A page</title></head><body>${body}</body></html>`;

describe('`faultsOf` reports', () => {
	it.each([
		[
			'roles of cells whose table has its own',
			'<table role="table"><tr><td role="cell">1</td></tr></table>',
			'no-redundant-role',
		],
		[
			'`autocomplete` of a radio button',
			'<label><input type="radio" autocomplete="off"> light</label>',
			'valid-autocomplete',
		],
		[
			'a style sheet inside a paragraph',
			'<p>It takes <style>b { color: red }</style></p>',
			'element-permitted-content',
		],
		['a heading that skips a level', '<h1>One</h1><h3>Three</h3>', 'heading-level'],
		['an id that does not exist', '<button type="button" aria-controls="ledger">Ledger</button>', 'refers to #ledger'],
		['an id that exists twice', '<h1 id="a">One</h1><p id="a">Two</p>', 'no-dup-id'],
	])('%s', async (_, body, fault) => expect(await faultsOf(page(body))).toContainEqual(expect.stringContaining(fault)));

	it('an encoding that is declared too late', async () => {
		expect(await faultsOf(page('<h1>One</h1>', ` data-defaults="${'a'.repeat(PRESCAN)}"`))).toEqual([
			expect.stringContaining('encoding'),
		]);
		expect(await faultsOf(page('<h1>One</h1>'))).toEqual([]);
	});
});

const dist = join(import.meta.dirname, '../../dist');
const pages = (readdirSync(dist, { recursive: true }) as string[]).filter((file) => file.endsWith('.html'));

it.each(pages)('dist/%s is valid HTML', async (file) =>
	expect(await faultsOf(readFileSync(join(dist, file), 'utf8'))).toEqual([]),
);
