import { meantName } from '../engine/near-names.ts';
import { formatNumber } from '../engine/number-format.ts';
import { clamp, isNumber, type ChoiceParameter, type Parameter, type Value } from '../engine/parameter.ts';
import { defaultsOf, EDITION } from './editions.ts';
import {
	editionKey,
	isOf,
	parseKey,
	parseViewing,
	PLAIN,
	serializeViewing,
	viewingKeysOf,
	type ParseContext,
	type Viewing,
} from './link-keys.ts';
import { migrations, retired, retiredNotice, type Migration } from './link-migrations.ts';
import { repairQuery } from './link-repairs.ts';
import {
	LONGEST_QUERY,
	parseLinkNumber,
	quote,
	serializeSettings,
	serializeValue,
	splitPairs,
	toLinkKey,
	type Pair,
} from './link-syntax.ts';

/** The most pairs that are read of a link that the essay did not write. */
const MOST_PAIRS = 64;

/** An unknown key of this shape may be a misspelt setting, so the reader is told of it … */
const LIKE_A_KEY = /^[a-z][a-z0-9-]*$/;
/** … unless other sites are known to append it to links. */
const TRACKING =
	/^(utm-.*|[a-z]{1,3}clid|[gw]braid|msclkid|srsltid|igsh|igshid|mibextid|mkt-tok|mc-.*|epik|trk|rcm|xmt|sfnsn|spm|[nps]?cid|cmpid|smid|ref|ref-src|referrer|source|campaign|feature|from|share|usp|si|s|t|v|via|amp|lang|theme)$/;

export interface ParsedLink extends Viewing {
	/** Values that the link sets, by parameter id. */
	readonly values: ReadonlyMap<string, Value>;
	/** The edition that the link was made with; today's if it names none, or none that is known. */
	readonly edition: number;
	/** Defaults of that edition that differ from today's, by parameter id, where the link is silent. */
	readonly editionDefaults: ReadonlyMap<string, Value>;
	/** One notice to the reader for each thing that was not taken exactly as written. */
	readonly notices: readonly string[];
	/** Pairs that are not the essay's, as they stand; they are left in the address. */
	readonly foreign: readonly string[];
	/** How many keys of the essay's own were read. If there are none, the link says nothing about its sender. */
	readonly pairsRead: number;
}

type Parameters = ReadonlyMap<string, Parameter>;

/**
 * Reads the query of an address: damage that can have meant only one thing is repaired (link-repairs.ts), and then it is read
 * strictly. What is malformed falls back to the default. Every repair and every fallback becomes a notice. Never throws.
 */
export function readLink(query: string, parameters: Parameters): ParsedLink {
	const idOf = idsByKey(parameters);
	const keys = [editionKey, ...viewingKeysOf(false)];
	const isKey = (key: string) => isSettingKey(key, idOf) || keys.some((one) => isOf(one, { key, rawKey: key }));
	const isReadable = (pair: Pair) => canRead(pair, parameters, idOf, false);
	const repaired = repairQuery(query, isKey, isReadable);
	// A repair must not make a link too long that was not.
	const read = isTooLong(splitPairs(repaired.query), idOf, false) ? { query, notices: [] } : repaired;
	const parsed = parseLink(read.query, parameters, false);
	const isIgnored = isTooLong(splitPairs(read.query), idOf, false);
	return {
		...parsed,
		notices: [...read.notices, ...parsed.notices],
		pairsRead: isIgnored
			? 0
			: new Set(
					splitPairs(read.query)
						.filter(isReadable)
						.map(({ key }) => key),
				).size,
	};
}

/** Whether a key is that of a parameter, of today or of an older edition. */
const isSettingKey = (key: string, idOf: ParseContext['idOf']): boolean =>
	idOf.has(key) || migrations.has(key) || retired.has(key);

const idsByKey = (parameters: Parameters) => new Map([...parameters.keys()].map((id) => [toLinkKey(id), id]));

/** Whether a parameter or another key of the essay's can read a pair. A value out of range can be read: it is clamped. */
function canRead(pair: Pair, parameters: Parameters, idOf: ParseContext['idOf'], isNested: boolean): boolean {
	const { key, rawKey, raw, value } = pair;
	if (key === undefined) return false;
	const own = [editionKey, ...viewingKeysOf(isNested)].find((one) => isOf(one, pair));
	if (own?.nested?.test(rawKey)) {
		const nested = raw.replace(own.nested, '');
		return nested.startsWith('name=') || splitPairs(nested).some((pair) => canRead(pair, parameters, idOf, true));
	}
	if (own) {
		let notices = 0;
		own.parse([pair], { idOf, notify: () => void notices++, leave: IGNORE, readNested: () => NOTHING_NESTED });
		return notices === 0;
	}
	const migration = migrations.get(key);
	if (migration) return parseNumber(migration.former, value, migration.former.default, IGNORE) !== undefined;
	if (retired.has(key)) return true;
	const parameter = parameters.get(idOf.get(key) ?? '');
	return parameter !== undefined && parseValue(parameter, value, parameter.default, IGNORE) !== undefined;
}
const IGNORE = () => undefined;
const NOTHING_NESTED = { changes: new Map<string, Value>(), edition: EDITION, notices: [], foreign: [] };

function parseLink(query: string, parameters: Parameters, isNested: boolean): Omit<ParsedLink, 'pairsRead'> {
	const pairs = splitPairs(query);
	const idOf = idsByKey(parameters);
	if (isTooLong(pairs, idOf, isNested))
		return {
			...PLAIN,
			values: new Map(),
			edition: EDITION,
			editionDefaults: new Map(),
			notices: [
				`This link is too long (more than ${LONGEST_QUERY} characters or ${MOST_PAIRS} settings); its settings were ignored. Copy a shorter one.`,
			],
			foreign: [],
		};
	const notices: string[] = [];
	const foreign: string[] = [];
	const context: ParseContext = {
		idOf,
		notify: (notice) => void notices.push(notice),
		leave: (raw) => void foreign.push(raw),
		readNested(nested) {
			const parsed = parseLink(nested, parameters, true);
			return { ...parsed, changes: changesIn(parsed, parameters) };
		},
	};
	const edition = parseKey(editionKey, pairs, context);
	const defaults = defaultsOf(edition);
	const viewing = parseViewing(pairs, context, isNested);
	const { values, former } = parseSettings(settingPairs(pairs, isNested), parameters, defaults, context);
	const valueOf = (id: string) => Number(values.get(id) ?? defaults.get(id) ?? parameters.get(id)!.default);
	for (const [key, value] of former) {
		const migration = migrations.get(key)!;
		values.set(migration.to, migrated(key, migration, value, parameters, valueOf, context));
	}
	const editionDefaults = new Map<string, Value>(
		[...defaults].filter(
			([id, value]) => parameters.has(id) && parameters.get(id)!.default !== value && !values.has(id),
		),
	);
	for (const { to, until, former: parameter, offset } of migrations.values())
		if (edition <= until && parameters.has(to) && !values.has(to))
			editionDefaults.set(to, parameter.default + offset(valueOf));
	return { ...viewing, values, edition, editionDefaults, notices, foreign };
}

/** Returns the pairs that are no keys of the table: parameters, and what others append to links. */
function settingPairs(pairs: readonly Pair[], isNested: boolean): readonly Pair[] {
	const keys = [editionKey, ...viewingKeysOf(isNested)];
	return pairs.filter((pair) => !keys.some((key) => isOf(key, pair)));
}

/**
 * Whether a link is too long to be read. A link of the essay's own may set everything at once, each thing once; the pairs of
 * another reader are counted when their link is read.
 */
function isTooLong(pairs: readonly Pair[], idOf: ParseContext['idOf'], isNested: boolean): boolean {
	const keys = [editionKey, ...viewingKeysOf(isNested)];
	const own = pairs.filter((pair) => !keys.some((key) => key.nested && isOf(key, pair)));
	const isOurs =
		new Set(own.map(({ rawKey }) => rawKey)).size === own.length &&
		own.every((pair) => isSettingKey(pair.rawKey, idOf) || keys.some((key) => isOf(key, pair)));
	const length = own.map(({ raw }) => raw).join('&').length;
	return length > LONGEST_QUERY || (own.length > MOST_PAIRS && !isOurs);
}

/** Returns the value of today's parameter that a former key's value means, within its range. */
function migrated(
	key: string,
	{ to, offset }: Migration,
	value: number,
	parameters: Parameters,
	valueOf: (id: string) => number,
	{ notify }: ParseContext,
): Value {
	const parameter = parameters.get(to)!;
	const today = value + offset(valueOf);
	if (!isNumber(parameter)) return today;
	const within = clamp(parameter, today);
	if (within !== today) {
		const inWords = (year: number) => formatNumber(year, parameter.unit, { digits: 6 });
		notify(
			`${parameter.label} (${key}): that is ${inWords(today)} by today’s meaning, ${today < within ? 'below' : 'above'} ${inWords(within)}; showing ${inWords(within)}.`,
		);
	}
	return within;
}

interface Settings {
	/** By parameter id. */
	readonly values: Map<string, Value>;
	/** Values of former keys, in their former meaning. */
	readonly former: ReadonlyMap<string, number>;
}

/** Parses the pairs of parameters. Of a parameter that is given twice the first counts. */
function parseSettings(
	pairs: readonly Pair[],
	parameters: Parameters,
	defaults: ReadonlyMap<string, Value>,
	context: ParseContext,
): Settings {
	const values = new Map<string, Value>();
	const former = new Map<string, number>();
	const seen = new Map<string, string>();
	for (const { raw, rawValue, key, value: text } of pairs) {
		const migration = key === undefined ? undefined : migrations.get(key);
		const retirement = key === undefined ? undefined : retired.get(key);
		if (key !== undefined && retirement) {
			if (!seen.has(key)) context.notify(retiredNotice(key, retirement));
			seen.set(key, rawValue);
			continue;
		}
		const id = key === undefined ? undefined : (context.idOf.get(key) ?? migration?.to);
		const parameter = id === undefined ? undefined : parameters.get(id);
		if (key === undefined || id === undefined || !parameter) {
			context.leave(raw);
			const notice = key === undefined ? undefined : unknownKeyNotice(key, context.idOf);
			if (notice) context.notify(notice);
			continue;
		}
		const earlier = seen.get(id);
		if (earlier !== undefined) {
			if (earlier !== rawValue) context.notify(`${parameter.label} (${key}) is given twice; used the first.`);
			continue;
		}
		seen.set(id, rawValue);
		if (migration) {
			const { former: was } = migration;
			const value = parseNumber(was, text, was.default, (notice) => context.notify(`${was.label} (${key}): ${notice}`));
			if (value !== undefined) former.set(key, value);
			continue;
		}
		const standard = defaults.get(id) ?? parameter.default;
		const value = parseValue(parameter, text, standard, (notice) =>
			context.notify(`${parameter.label} (${key}): ${notice}`),
		);
		if (value !== undefined) values.set(id, value);
	}
	return { values, former };
}

/** Returns the notice about a key that no parameter has; undefined if it was probably not meant for the essay. */
function unknownKeyNotice(key: string, idOf: ParseContext['idOf']): string | undefined {
	const meant = meantName(key, idOf.keys());
	if (meant) return `Unknown setting ${quote(key)}. Did you mean ${meant}?`;
	if (!LIKE_A_KEY.test(key) || TRACKING.test(key)) return undefined;
	return `Unknown setting ${quote(key)}: nothing here has that name, and it was left alone. Sources and method lists every setting.`;
}

type Notify = (notice: string) => void;

/** Parses a parameter's value; `text` is undefined if it is damaged. Returns undefined if `fallback` must stand instead. */
const parseValue = (parameter: Parameter, text: string | undefined, fallback: Value, notify: Notify) =>
	isNumber(parameter)
		? parseNumber(parameter, text, Number(fallback), notify)
		: parseChoice(parameter, text, String(fallback), notify);

const DAMAGED = 'a damaged value';

function parseChoice(
	{ choices }: ChoiceParameter,
	text: string | undefined,
	fallback: string,
	notify: Notify,
): string | undefined {
	if (text !== undefined && Object.hasOwn(choices, text)) return text;
	const shown = text === undefined ? DAMAGED : quote(text);
	notify(`${shown} is not one of ${Object.keys(choices).join(', ')}; using ${choices[fallback]}.`);
	return undefined;
}

/** A number outside its range goes to the nearer end, and a fraction where whole numbers are needed is rounded. */
function parseNumber(
	{ unit, default: standard, min, max, integer }: Migration['former'],
	text: string | undefined,
	fallback: number,
	notify: Notify,
): number | undefined {
	const shown = text === undefined ? DAMAGED : quote(text);
	const inWords = (value: number) => formatNumber(value, unit, { digits: 6 });
	const number = parseLinkNumber(text);
	if (number === undefined) {
		const examples = max >= 1e6 ? '1000000 or 1e6' : serializeValue(standard);
		notify(`${shown} is not a number that a link can hold. Try ${examples}; using ${inWords(fallback)}.`);
		return undefined;
	}
	if (number < min || number > max) {
		const end = number < min ? min : max;
		notify(`${shown} is ${number < min ? 'below' : 'above'} ${inWords(end)}; showing ${inWords(end)}.`);
		return end;
	}
	if (integer && !Number.isInteger(number)) {
		// Adding zero turns -0 into 0.
		const whole = Math.round(number) + 0;
		notify(`${shown} is not a whole number; showing ${whole}.`);
		return whole;
	}
	return number;
}

/** Returns the values in which a link differs from today's defaults, by parameter id. */
export const changesIn = (
	{ editionDefaults, values }: Pick<ParsedLink, 'editionDefaults' | 'values'>,
	parameters: Parameters,
): ReadonlyMap<string, Value> =>
	new Map([...editionDefaults, ...values].filter(([id, value]) => parameters.get(id)?.default !== value));

/**
 * Writes the query of an address: foreign pairs first, then the edition, the parameters that differ from their defaults and the
 * viewing, in the order of definition. Without any of them, the query is empty.
 */
export function writeLink(
	valueOf: (id: string) => Value,
	parameters: Parameters,
	foreign: readonly string[] = [],
	viewing: Partial<Viewing> = {},
): string {
	const own = [...serializeSettings(valueOf, parameters), ...serializeViewing(viewing, parameters)];
	const edition = own.length > 0 ? editionKey.serialize(EDITION, parameters) : [];
	const pairs = [...foreign, ...edition, ...own];
	return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

/**
 * Returns the ids and today's defaults of the edition and of all parameters, as two lists of words; former keys come last, with the
 * value that means today's default. Ids stand on every page as they are, and numbers beside numbers, so that this compresses to half
 * of what pairs in the syntax of links do.
 */
export function defaultWords(parameters: Parameters): { readonly ids: string; readonly values: string } {
	const defaultOf = (id: string) => Number(parameters.get(id)!.default);
	const words: readonly (readonly [id: string, value: Value])[] = [
		[editionKey.key, EDITION],
		...Array.from(parameters, ([id, parameter]) => [id, parameter.default] as const),
		...Array.from(migrations)
			.filter(([, { to }]) => parameters.has(to))
			.map(([key, { to, offset }]) => [key, defaultOf(to) - offset(defaultOf)] as const),
	];
	return {
		ids: words.map(([id]) => id).join(' '),
		values: words.map(([, value]) => serializeValue(value)).join(' '),
	};
}

/** Keys without a parameter that give no notice, as a regular expression: those of the viewing, and those that others append. */
export const QUIET_KEYS = `${TRACKING.source}|^(${viewingKeysOf(false)
	.map(({ key }) => (key.endsWith('-') ? `${key}.*` : key))
	.join('|')})$`;
