import type { DrawnPath, PathToDraw } from '../engine/drawn-path.ts';
import { formatNumber } from '../engine/number-format.ts';
import { models } from '../models/registry.ts';
import { parseLinkNumber, quote, serializeValue } from './link-syntax.ts';

/** Longest text of a path: a number of the longest kind for each month would be longer, and no reader draws one. */
const LONGEST = 512;

/** Writes a path as links and the browser's storage hold it: a value for each month, separated by commas, none for a month without one. */
export const serializePath = (path: DrawnPath): string =>
	path
		.map((value) => (value === undefined ? '' : serializeValue(value)))
		.join(',')
		.replace(/,+$/, '');

/**
 * Parses a path. Returns undefined if any part of it is not a value, since a path with a gap in a random place is another path than
 * the one that was drawn; a value outside the chart is moved to its edge. Both are said by `notify`.
 */
export function parsePath(
	{ months, unit, min, max }: PathToDraw,
	text: string | undefined,
	notify: (problem: string) => void,
): DrawnPath | undefined {
	const fields = (text ?? '').slice(0, LONGEST + 1).split(',');
	const values = fields.map((field) => (field === '' ? undefined : parseLinkNumber(field)));
	const wrong = fields.find((field, i) => field !== '' && !(values[i]! > 0));
	if (text !== undefined && text.length <= LONGEST && wrong !== undefined) {
		notify(`${quote(wrong)} is not a number above 0. Try 30 or 1e3. The drawing was left out.`);
		return undefined;
	}
	if (
		text === undefined ||
		text.length > LONGEST ||
		fields.length > months ||
		values.every((value) => value === undefined)
	) {
		notify(
			`${quote(text ?? '')} is not a list of up to ${months} numbers, one a month. Try 30,33,40. It was left out.`,
		);
		return undefined;
	}
	const clamped = values.map((value) => value && Math.min(max, Math.max(min, value)));
	const moved = values.findIndex((value, i) => value !== clamped[i]);
	if (moved >= 0) {
		const words = (value: number) => formatNumber(value, unit);
		notify(
			`asked ${words(values[moved]!)}, and the chart goes from ${words(min)} to ${words(max)}: ${words(clamped[moved]!)} is shown.`,
		);
	}
	return Array.from({ length: months }, (_, i) => clamped[i]);
}

/** A path that the reader drew, and how many of the reports the reader has looked at since. */
export interface Drawing {
	readonly path: DrawnPath;
	readonly seen: number;
}

/** Parses drawings by model from local storage, which any script of the origin may have written. What is malformed is left out. */
export function parseDrawings(text: string | null): ReadonlyMap<string, Drawing> {
	const found = new Map<string, Drawing>();
	try {
		for (const [model, stored] of Object.entries(JSON.parse(text ?? '{}') as object)) {
			const toDraw = models.get(model)?.drawing;
			const { path: pathText, seen } = stored as Readonly<Record<string, unknown>>;
			if (!toDraw || typeof pathText !== 'string') continue;
			const path = parsePath(toDraw, pathText, () => undefined);
			if (path) found.set(model, { path, seen: Number.isInteger(seen) ? Math.max(0, Number(seen)) : 0 });
		}
	} catch {
		// Not ours, or cut off: the reader begins anew.
	}
	return found;
}
