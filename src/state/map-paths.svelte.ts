/** A view that moved, for the map: its places in the order of their dates. */
export interface DatedPath {
	readonly name: string;
	readonly points: readonly {
		readonly at: readonly [across: number, upward: number];
		readonly label: string;
		readonly date: string;
	}[];
}

/** Paths that the map draws besides the reader and the named positions. */
class MapPaths {
	now = $state.raw<readonly DatedPath[]>([]);
}
export const mapPaths = new MapPaths();
