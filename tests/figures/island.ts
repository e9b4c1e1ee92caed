/** What the printed page says of a figure's island: the component's name, and what it is given. */
export interface PrintedIsland {
	/** What its directive is told, as Astro writes it: the component's name among it. */
	readonly opts: string;
	/** As Astro writes them. */
	readonly props: string;
}

/** A value as Astro writes it: behind a number that tells its kind, 1 for a list. */
type Written = readonly [kind: number, value: unknown];
const isWritten = (value: unknown): value is Written =>
	Array.isArray(value) && value.length > 0 && value.length <= 2 && typeof value[0] === 'number';

function plain(written: unknown): unknown {
	if (isWritten(written))
		return written[0] === 1 && Array.isArray(written[1]) ? written[1].map(plain) : plain(written[1]);
	if (typeof written !== 'object' || written === null) return written;
	return Object.fromEntries(Object.entries(written).map(([key, value]) => [key, plain(value)]));
}

/** The name of the figure: its Astro frame, which has that name too, calls the island <Name>Island. */
export function nameOf({ opts }: PrintedIsland): string {
	const { name }: { readonly name?: unknown } = JSON.parse(opts);
	if (typeof name !== 'string') throw new Error(`An island says no name: ${opts}`);
	return name.replace(/Island$/, '');
}

export const propsOf = ({ props }: PrintedIsland): Readonly<Record<string, unknown>> => {
	const given = plain(JSON.parse(props));
	return typeof given === 'object' && given !== null ? { ...given } : {};
};
