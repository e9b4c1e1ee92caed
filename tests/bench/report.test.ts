import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { row, Table } from './report.ts';

let lines: string[];
beforeEach(() => {
	lines = [];
	vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line.replace(/ {2,}/g, ' | ')));
	vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => void vi.restoreAllMocks());

it('`Table.add` prints a row with its limit and verdict', async () => {
	const table = new Table([]);
	await table.add('times', async () => 4, [row('Step', 'ms', 3, (ms) => ms), row('Build', 'ms', 5, (ms) => ms)]);
	expect(lines.slice(1)).toEqual(['Step | 4 ms | 3 ms | FAIL', 'Build | 4 ms | 5 ms | pass']);
	expect(table.missed).toEqual(['Step']);
});

it('`Table.add` prints the reason in every row of a measurement that rejects, and does not reject', async () => {
	const table = new Table([]);
	const rows = ['a', 'b'].map((name) => row(name, 'ms', 3, () => 1));
	const failing = () => Promise.reject(new Error('Timeout 30000ms exceeded.\nCall log: …'));
	await expect(table.add('times', failing, rows)).resolves.toBeUndefined();
	expect(lines.slice(1)).toEqual(
		['a', 'b'].map((name) => `${name} | – ms | 3 ms | not measured: Timeout 30000ms exceeded.`),
	);
	expect(table.unmeasured).toEqual(['a', 'b']);
});

it('`Table.add` prints NaN as “not measured”', async () => {
	const table = new Table([]);
	await table.add('typed numbers', async () => NaN, [row('Typed', 'ms', undefined, (ms) => ms)]);
	expect(lines.at(-1)).toBe('Typed | – ms | – | not measured: no change was seen');
});
