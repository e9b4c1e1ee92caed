import { afterEach, describe, expect, it } from 'vitest';
import { experiments } from '../../src/experiments/registry.ts';
import { models, parameters } from '../../src/models/registry.ts';
import { positions } from '../../src/positions/positions.ts';
import { calls } from '../../src/state/calls.svelte.ts';
import { comparison } from '../../src/state/comparison.svelte.ts';
import { EDITION } from '../../src/state/editions.ts';
import {
	applyViewing,
	clearViewing,
	currentViewing,
	editionKey,
	PLAIN,
	serializeViewing,
	viewingKeys,
	type Viewing,
} from '../../src/state/link-keys.ts';
import { toLinkKey } from '../../src/state/link-syntax.ts';
import { readLink, writeLink } from '../../src/state/link.ts';
import { drawings } from '../../src/state/drawings.svelte.ts';
import { guesses } from '../../src/state/guesses.svelte.ts';

const keys = [editionKey, ...Object.values(viewingKeys)].map(({ key }) => key);
const [position] = positions;
const guessed = [...models.values()].find(({ guess }) => guess)!.id;
const drawn = [...models.values()].find(({ drawing }) => drawing);
/** A viewing in which every record has a value of its own. */
const viewing: Viewing = {
	seed: 7,
	isGiven: true,
	pinned: ['gdp'],
	leftOut: ['2025-12', '2026-03'],
	compared: [position!.id],
	guesses: new Map([[guessed, 12]]),
	runs: new Map([[[...experiments.keys()][0]!, 4_000_000_000]]),
	drawings: new Map([
		[drawn!.id, Array.from({ length: drawn!.drawing!.months }, (_, i) => (i % 2 ? 40 + i : undefined))],
	]),
	calls: ['earlier', 'hardly', 'later'],
	other: { name: 'Ann', values: new Map([['revenue', 30]]) },
	wager: {
		text: `wager-terms=2026-11-30,whole-projects,2027-12,0.35,0.6,0.2&wager-one-m=${EDITION}&wager-two-name=Ann&wager-two-m=${EDITION}&wager-two-revenue=30`,
		terms: {
			made: '2026-11-30',
			quantity: 'wholeProjects',
			date: '2027-12',
			threshold: 0.35,
			chances: [0.6, 0.2],
		},
		one: { name: '', values: new Map() },
		two: { name: 'Ann', values: new Map([['revenue', 30]]) },
		edition: EDITION,
	},
};
afterEach(() => {
	clearViewing();
	applyViewing(PLAIN);
	comparison.setOther(undefined);
	guesses.share(false);
});

describe('`viewingKeys`', () => {
	it('has no two records with one key, and no key of a parameter', () => {
		expect(new Set(keys).size).toBe(keys.length);
		for (const id of parameters.keys())
			for (const key of keys)
				expect(key.endsWith('-') ? toLinkKey(id).startsWith(key) : toLinkKey(id) === key, id).toBe(false);
	});
	it.each(Object.entries(viewingKeys))('%s parses what it serializes', (name) => {
		const link = writeLink((id) => parameters.get(id)!.default, parameters, [], {
			[name]: viewing[name as keyof Viewing],
		});
		const { notices, foreign, ...parsed } = readLink(link, parameters);
		expect(parsed).toMatchObject({ ...PLAIN, [name]: viewing[name as keyof Viewing] });
		expect([notices, foreign]).toEqual([[], []]);
	});
	it('serializes initial values to nothing', () => expect(serializeViewing(PLAIN, parameters)).toEqual([]));
});

describe('`applyViewing`', () => {
	it('brings every value into force, from where `currentViewing` reads it', () => {
		guesses.share(true);
		applyViewing(viewing);
		const { guesses: shared, runs, drawings: own, calls: ownCalls, ...others } = currentViewing();
		expect(own.size, 'a drawing of a link is not put into the next').toBe(0);
		const received = new Map([[drawn!.id, drawings.sentOf(drawn!.id)]]);
		expect(ownCalls, 'nor are answers').toEqual([]);
		expect({
			...others,
			guesses: new Map(shared),
			runs: new Map(runs),
			drawings: received,
			calls: calls.sent,
		}).toEqual(viewing);
	});
	it('leaves ranges and the record on if the link is silent, and `clearViewing` turns them off', () => {
		applyViewing(viewing);
		applyViewing(PLAIN);
		expect(currentViewing()).toMatchObject({ seed: 7, isGiven: true, pinned: [], compared: [], other: undefined });
		clearViewing();
		expect(currentViewing()).toMatchObject({ seed: undefined, isGiven: false });
	});
});

it('`currentViewing` has no guesses unless the reader shares them', () => {
	applyViewing(viewing);
	expect(currentViewing().guesses.size).toBe(0);
});
