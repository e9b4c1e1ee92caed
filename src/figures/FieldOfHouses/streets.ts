import { homesFor, successOf } from '../../models/robot-homes.model.ts';

/** One street of the field. */
export interface Street {
	/** Nines of success that it stands for. */
	readonly nines: number;
	/** Their share. */
	readonly success: number;
	readonly homes: number;
	/** Homes that each drawn house stands for, so that the longest street stays in the field. */
	readonly each: number;
	readonly houses: number;
}

/** Houses in a street at the most. */
const MOST = 512;

/** Streets for each whole nine below the reader's, and for the reader's own. */
export const streetsOf = (inputs: { readonly homesPerNine: number; readonly nines: number }): Street[] =>
	[...[1, 2, 3, 4].filter((whole) => whole < inputs.nines - 1e-9), inputs.nines].map((nines) => {
		const homes = homesFor(inputs, nines);
		const each = homes <= MOST ? 1 : 10 ** Math.ceil(Math.log10(homes / MOST));
		return { nines, success: successOf(nines), homes, each, houses: Math.max(1, Math.round(homes / each)) };
	});
