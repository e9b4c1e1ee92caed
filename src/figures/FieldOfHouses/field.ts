import { homesFor, successOf } from '../../models/robot-homes.model.ts';

/** The homes for one level of success. */
export interface Level {
	/** Level of success in nines. */
	readonly nines: number;
	/** The same level as a share. */
	readonly success: number;
	readonly homes: number;
	/** Its part of the field from the corner at the left and below, as a share of the field's width and of its height. */
	readonly side: number;
}

/** Returns a level for each whole nine below the reader's, and that one. Every home has the same area, at every level. */
export const levelsOf = (inputs: { readonly homesPerNine: number; readonly nines: number }): readonly Level[] => {
	const all = homesFor(inputs, inputs.nines);
	return [...[1, 2, 3, 4].filter((whole) => whole < inputs.nines - 1e-9), inputs.nines].map((nines) => {
		const homes = homesFor(inputs, nines);
		return { nines, success: successOf(nines), homes, side: Math.sqrt(homes / all) };
	});
};

/** The field is twice as wide as high. */
export const ASPECT = 2;
/** Homes above which single houses would be smaller than can be seen. */
export const MOST = 4000;

/** Returns the outlines of as many houses as there are homes, in rows that fill the field from below; undefined if they are too many to be seen. */
export function housesOf(homes: number): { readonly columns: number; readonly path: string } | undefined {
	const count = Math.max(1, Math.round(homes));
	if (count > MOST) return undefined;
	const columns = Math.ceil(Math.sqrt(count * ASPECT));
	const rows = columns / ASPECT;
	const house = (nth: number) => {
		const [x, y] = [(nth % columns) + 0.12, rows - Math.floor(nth / columns) - 0.55];
		return `M${x.toFixed(2)} ${y.toFixed(2)}L${(x + 0.38).toFixed(2)} ${(y - 0.33).toFixed(2)}L${(x + 0.76).toFixed(2)} ${y.toFixed(2)}V${(y + 0.43).toFixed(2)}H${x.toFixed(2)}Z`;
	};
	return { columns, path: Array.from({ length: count }, (_, nth) => house(nth)).join('') };
}
