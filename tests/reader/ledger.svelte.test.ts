import { beforeEach, describe, expect, it } from 'vitest';
import { baselineOf } from '../../src/engine/model.ts';
import { asMarkdown, asText, ledger } from '../../src/reader/ledger.ts';
import { modelOf } from '../../src/models/registry.ts';
import { assumptions } from '../../src/state/assumptions.svelte.ts';

beforeEach(() => assumptions.load(new Map()));

describe('`ledger`', () => {
	it('lists each change with the default and the outputs that it moves', () => {
		assumptions.set('humanLevelYear', 2050);
		const [entry] = ledger();
		expect(entry).toMatchObject({ essay: '2033.5', mine: '2050', range: '2029 to 2047', isOutside: true });
		expect(entry!.moves.map(({ to }) => to)).toContain(
			String(
				Math.floor(
					Number(modelOf('forecast').evaluate({ ...baselineOf(modelOf('forecast')), humanLevelYear: 2050 })['agiYear']),
				),
			),
		);
		expect(asText(ledger(), 'https://x.example/?a=1')).toMatch(
			/2050, where the essay has 2033\.5 \(held possible: 2029 to 2047; outside that\)\..*\n\nhttps:\/\/x\.example/s,
		);
		expect(
			asMarkdown(ledger(), 'https://x.example')
				.split('\n')
				.filter((line) => line.startsWith('|')),
		).toHaveLength(3);
	});
	it('is empty if nothing was changed', () => expect(ledger()).toEqual([]));
});
