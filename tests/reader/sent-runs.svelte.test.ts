import { readFileSync } from 'node:fs';
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { experiments } from '../../src/experiments/registry.ts';
import Greeting from '../../src/reader/Greeting.svelte';
import { arrival } from '../../src/state/arrival.svelte.ts';
import { askedRuns } from '../../src/state/asked-runs.svelte.ts';
import { assumptions } from '../../src/state/assumptions.svelte.ts';

const NO_RESULT = 'moves no result of the essay';
let greeting: ReturnType<typeof mount> | undefined;
function remove() {
	if (greeting) void unmount(greeting);
	greeting = undefined;
}
/** Greets a reader on a page, given as HTML, who followed a link with these changes and runs. */
function greet(page: string, changes: Readonly<Record<string, number>>, runs: Readonly<Record<string, number>>) {
	remove();
	document.body.innerHTML = `<main>${page}</main>`;
	assumptions.load(new Map(Object.entries(changes)));
	askedRuns.replaceAll(new Map(Object.entries(runs)));
	arrival.receive();
	greeting = mount(Greeting, { target: document.body, props: { onanswer: () => undefined } });
	flushSync();
	return document.querySelector('.greeting')!;
}
const textOf = (element: Element) => element.textContent.replace(/\s+/g, ' ').trim();
const hrefs = (element: Element) => Array.from(element.querySelectorAll('a'), (link) => link.getAttribute('href'));

describe('the greeting of a link with runs of experiments', () => {
	beforeEach(() => history.replaceState(null, '', '/diffusion/'));
	afterEach(() => {
		remove();
		arrival.leave();
	});

	it('names the run, and links to its figure on this page, beside changes that move no result', () => {
		const element = greet(
			'<figure class="figure" id="tuesday-monday"></figure>',
			{ shareReplayed: 0.1 },
			{ 'tuesday-monday': 2 },
		);
		expect(textOf(element)).toContain('They ran “Tuesday wipes Monday” with seed 2.');
		expect(textOf(element)).not.toContain(NO_RESULT);
		expect(hrefs(element)).toEqual(['#tuesday-monday']);
	});
	it('without a run, says that changes of an experiment alone move no result', () =>
		expect(textOf(greet('', { shareReplayed: 0.1 }, {}))).toContain(NO_RESULT));
	it('names runs without any change, and goes once it is dismissed', () => {
		const element = greet('', {}, { 'tuesday-monday': 2, mistakes: 3 });
		expect(textOf(element)).toContain(
			'A reader sent you this. They ran “Tuesday wipes Monday” with seed 2 and “Mistakes” with seed 3.',
		);
		expect(textOf(element)).not.toContain(NO_RESULT);
		expect(element.getAttribute('aria-label')).toBe('A shared link');
		element.querySelector('button')!.click();
		expect(arrival.senderRuns.size).toBe(0);
	});
	it('links to a figure of another page by the first page, which leads on to it', () => {
		expect(hrefs(greet('', {}, { 'tuesday-monday': 2 }))).toEqual(['/#tuesday-monday']);
		history.replaceState(null, '', '/');
		expect(hrefs(greet('', {}, { 'tuesday-monday': 2 }))).toEqual(['#tuesday-monday']);
	});
	it.each([...experiments.keys()])('the figure of the experiment %s has its id', (id) =>
		expect(readFileSync(`content/figures/${id}.mdx`, 'utf8')).toContain(`\nexperiment: ${id}\n`),
	);
});
