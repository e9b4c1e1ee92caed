import { sum } from 'd3';
import { homesFor, successOf } from '../../models/robot-homes.model.ts';

/** One street: the homes for one level of success. */
export interface Street {
	/** Level of success in nines. */
	readonly nines: number;
	/** The same level as a share. */
	readonly success: number;
	readonly homes: number;
	/** Homes per drawn house, so that the longest street fits. */
	readonly each: number;
	readonly houses: number;
}

/** Maximum number of houses in a street. */
const MOST = 512;

/** Numbers of houses in a row from which the view zooms out, and the height of all rows as a share of the width that it never passes. */
const IN_A_ROW = [12, 16, 20, 24, 32, 40, 52, 64];
const HEIGHT = 0.38;
/** Returns how many houses stand in a row, so that all streets fit into a picture of constant height. */
export const housesInARow = (streets: readonly Street[]): number =>
	IN_A_ROW.find((columns) => sum(streets, ({ houses }) => Math.ceil(houses / columns)) / columns <= HEIGHT) ??
	IN_A_ROW.at(-1)!;

/** Returns a street for each whole nine below the reader's level, and one for that level. */
export const streetsOf = (inputs: { readonly homesPerNine: number; readonly nines: number }): Street[] =>
	[...[1, 2, 3, 4].filter((whole) => whole < inputs.nines - 1e-9), inputs.nines].map((nines) => {
		const homes = homesFor(inputs, nines);
		const each = homes <= MOST ? 1 : 10 ** Math.ceil(Math.log10(homes / MOST));
		return { nines, success: successOf(nines), homes, each, houses: Math.max(1, Math.round(homes / each)) };
	});
