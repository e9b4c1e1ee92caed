import { descending } from 'd3';
import { nearNames } from '../engine/near-names.ts';
import { rowsOf, type Grade } from './datasets.ts';

/** Whether a finding points for the post's argument, against it, or neither. */
export type Direction = 'for' | 'against' | 'neither';

/** Something that has come in since the post of December 2025: a row of content/data/since-december.csv. */
export interface Finding {
	readonly id: string;
	/** Year, month or day. */
	readonly date: string;
	/** Id of the section that it bears on. */
	readonly section: string;
	readonly direction: Direction;
	readonly finding: string;
	/** Key in the bibliography. */
	readonly source: string;
	readonly grade: Grade;
}

/** Every finding, the newest first. A year or a month without a day counts as its start. */
export const findings: readonly Finding[] = rowsOf('since-december')
	.map((row) => row as unknown as Finding)
	.toSorted((a, b) => descending(a.date, b.date));

/** Returns a finding by its id. Throws an error that names similar ids if there is none. */
export function findingOf(id: string): Finding {
	const finding = findings.find((other) => other.id === id);
	if (!finding)
		throw new Error(
			`content/data/since-december.csv has no row "${id}". Near: ${nearNames(
				id,
				findings.map((other) => other.id),
			).join(', ')}.`,
		);
	return finding;
}
