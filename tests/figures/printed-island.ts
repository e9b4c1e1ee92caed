/** Attributes of an `<astro-island>` element, as serialized by Astro. */
export interface PrintedIsland {
	/** JSON of the component's props. */
	readonly props: string;
}

/** A value as Astro serializes it: a number that gives its kind (1 for a list), then the value. */
type Serialized = readonly [kind: number, value: unknown];
const isSerialized = (value: unknown): value is Serialized =>
	Array.isArray(value) && value.length > 0 && value.length <= 2 && typeof value[0] === 'number';

function deserialize(value: unknown): unknown {
	if (isSerialized(value))
		return value[0] === 1 && Array.isArray(value[1]) ? value[1].map(deserialize) : deserialize(value[1]);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, deserialize(entry)]));
}

/** Returns the component's props. */
export const propsOf = ({ props }: PrintedIsland): Readonly<Record<string, unknown>> => {
	const value = deserialize(JSON.parse(props));
	return typeof value === 'object' && value !== null ? { ...value } : {};
};

/** Returns the kind of the figure: the name of its folder in src/figures/. */
export const figureNameOf = (island: PrintedIsland): string => String(propsOf(island)['kind']);
