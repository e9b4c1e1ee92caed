import { meantName } from '../engine/near-names.ts';
import { formatNumber } from '../engine/number-format.ts';
import { isNumber, type Parameter, type Value } from '../engine/parameter.ts';
import { models } from '../models/registry.ts';
import { positions } from '../positions/positions.ts';
import { defaultsOf, EDITION } from './editions.ts';
import { migrations } from './link-migrations.ts';

export const LONGEST_QUERY = 8192;
const MOST_PAIRS = 64;
const LONGEST_NUMBER = 64;
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d{1,3})?$/;

/** What could be meant for us, and what others hang on links for purposes of their own. */
const LIKE_A_KEY = /^[a-z][a-z0-9-]*$/;
const ELSEWHERES =
	/^(utm-.*|[a-z]{1,3}clid|msclkid|yclid|igshid?|mkt-tok|mc-.*|ref|ref-src|source|si|s|t|v|via|amp|lang|theme)$/;

/** What a link carries besides assumptions: how the page is looked at. Absent or empty where the reader has not asked for it. */
export interface Viewing {
	/** Seed of the runs, a whole number from 1 to 2^32 − 1; there while ranges are shown. */
	readonly seed?: number | undefined;
	/** Whether the runs are those that the reported record leaves. */
	readonly isGiven?: boolean | undefined;
	/** Ids of the parameters that the reader is certain of. */
	readonly pinned: readonly string[];
	/** Ids of the named positions drawn beside the reader's own, two at the most. */
	readonly compared: readonly string[];
	/** What the reader guessed before looking, by model; only in a link when the reader asks for that. */
	readonly guesses: ReadonlyMap<string, number>;
	/** Somebody else's assumptions, held beside the reader's own. */
	readonly other?: Other | undefined;
}
/** Somebody else, as far as a link can say. */
export interface Other {
	/** What the reader calls them; may be empty. */
	readonly name: string;
	/** Where they part from today's essay, by parameter id. */
	readonly values: ReadonlyMap<string, Value>;
}
export const MOST_COMPARED = 2;
export const LARGEST_SEED = 0xffff_ffff;
const GUESS = 'guess-';
/** Before each key of the other's own link, where a link carries two people. */
const THEIRS = 'their-';
const NAME = `${THEIRS}name`;
const LONGEST_NAME = 24;

/** A name that somebody gave, made safe to print: short, in one line, and without control or direction characters. */
export const safeName = (text: string): string =>
	Array.from(
		text
			.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
			.replace(/\s+/g, ' ')
			.trim(),
	)
		.slice(0, LONGEST_NAME)
		.join('')
		.trim();

export interface ParsedLink extends Viewing {
	/** Values that the link sets, by parameter id. */
	readonly values: Map<string, Value>;
	/** The edition that it was made with: today's where it names none that there has been. */
	readonly edition: number;
	/** What an older edition held where the link is silent, by parameter id, as far as today's essay holds something else. */
	readonly editionDefaults: ReadonlyMap<string, Value>;
	/** What the reader must be told: anything that was not taken exactly as written. */
	readonly notices: string[];
	/** Pairs that are not ours, as they stood, to be left in the address. */
	readonly foreign: string[];
}

/** camelCase id → the kebab-case key of a link. */
export const toLinkKey = (id: string): string => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Text from a link, made safe to print: short, and no control or direction characters. */
const quoted = (text: string): string => {
	const clean = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '�');
	return `“${clean.length > 32 ? `${clean.slice(0, 32)}…` : clean}”`;
};

function decoded(text: string): string | undefined {
	try {
		return decodeURIComponent(text);
	} catch {
		return undefined;
	}
}

function readValue(
	key: string,
	parameter: Parameter,
	text: string | undefined,
	usual: Value,
	notices: string[],
): Value | undefined {
	const shown = text === undefined ? 'a damaged value' : quoted(text);
	if (!isNumber(parameter)) {
		if (text !== undefined && Object.hasOwn(parameter.choices, text)) return text;
		notices.push(
			`${parameter.label} (${key}): ${shown} is not one of ${Object.keys(parameter.choices).join(', ')}; using ${parameter.choices[usual]}.`,
		);
		return undefined;
	}
	const inWords = (value: number) => formatNumber(value, parameter.unit, { digits: 6 });
	const number = text !== undefined && text.length <= LONGEST_NUMBER && NUMBER.test(text) ? Number(text) + 0 : NaN;
	if (!Number.isFinite(number)) {
		notices.push(
			`${parameter.label} (${key}): ${shown} is not a number that a link can hold (write 1000000 or 1e6); using ${inWords(Number(usual))}.`,
		);
		return undefined;
	}
	const { min, max, integer } = parameter;
	if (number < min || number > max) {
		const kept = number < min ? min : max;
		notices.push(
			`${parameter.label} (${key}): ${shown} is ${number < min ? 'below' : 'above'} ${inWords(kept)}; showing ${inWords(kept)}.`,
		);
		return kept;
	}
	if (integer && !Number.isInteger(number)) {
		notices.push(`${parameter.label} (${key}): ${shown} is not a whole number; showing ${Math.round(number)}.`);
		return Math.round(number) + 0;
	}
	return number;
}

/** A list in a link: its known members, each once; the others are named in a notice with those that there are. */
function readList(what: string, text: string, known: ReadonlyMap<string, string>, notices: string[]): string[] {
	const found = new Set<string>();
	for (const word of text.split(',').filter(Boolean)) {
		const id = known.get(word);
		if (id !== undefined) found.add(id);
		else {
			const near = meantName(word, known.keys());
			notices.push(`${what}: ${quoted(word)} is not known${near ? `. Did you mean ${near}?` : ', and was left out.'}`);
		}
	}
	return [...found];
}

/**
 * Reads the query of an address. Strict and untrusting: whatever is malformed falls back to the default and is said in a
 * notice; unknown keys are kept as they stand. Never throws.
 */
export function readLink(query: string, parameters: ReadonlyMap<string, Parameter>): ParsedLink {
	const pinned: string[] = [];
	const compared: string[] = [];
	const guesses = new Map<string, number>();
	const editionDefaults = new Map<string, Value>();
	const parsed: { -readonly [K in keyof ParsedLink]: ParsedLink[K] } = {
		values: new Map(),
		edition: EDITION,
		editionDefaults,
		notices: [],
		foreign: [],
		pinned,
		compared,
		guesses,
	};
	const text = query.replace(/^\?/, '');
	if (text === '') return parsed;
	const all = text.split('&').filter((pair) => pair !== '');
	const pairs = all.filter((pair) => !pair.startsWith(THEIRS));
	const idOf = new Map([...parameters.keys()].map((id) => [toLinkKey(id), id]));
	const keys = pairs.map((pair) => pair.split('=')[0]!);
	// A link of the essay's own may set everything at once, each thing once; any other of such a length is not meant for a reader.
	const isViewing = (key: string) =>
		['m', 'seed', 'given', 'pin', 'with'].includes(key) ||
		(key.startsWith(GUESS) && models.get(key.slice(GUESS.length))?.guess !== undefined);
	const isOurs = new Set(keys).size === keys.length && keys.every((key) => isViewing(key) || idOf.has(key));
	const tooMany = pairs.length > MOST_PAIRS && !isOurs;
	if (pairs.join('&').length > LONGEST_QUERY || tooMany) {
		parsed.notices.push(
			`This link is too long (more than ${LONGEST_QUERY} characters or ${MOST_PAIRS} settings); its settings were ignored.`,
		);
		return parsed;
	}
	const theirs = all.filter((pair) => pair.startsWith(THEIRS));
	if (theirs.length > 0) parsed.other = otherIn(theirs, parameters, parsed);
	parsed.edition = editionIn(pairs, parsed.notices);
	const usual = defaultsOf(parsed.edition);
	const seen = new Map<string, string>();
	for (const pair of pairs) {
		const cut = pair.indexOf('=');
		const rawValue = cut < 0 ? '' : pair.slice(cut + 1);
		const key = decoded(cut < 0 ? pair : pair.slice(0, cut));
		if (key === 'm') continue;
		if (key !== undefined && isViewing(key)) {
			if (seen.has(key)) continue;
			seen.set(key, rawValue);
			const value = decoded(rawValue) ?? '';
			if (key === 'pin') pinned.push(...readList('Pinned (pin)', value, idOf, parsed.notices));
			else if (key === 'with') {
				const known = readList(
					'Compared with (with)',
					value,
					new Map(positions.map(({ id }) => [id, id])),
					parsed.notices,
				);
				compared.push(...known.slice(0, MOST_COMPARED));
				if (known.length > MOST_COMPARED)
					parsed.notices.push(`Compared with (with): two positions at the most; used the first two.`);
			} else if (key === 'seed') {
				if (/^[1-9]\d{0,9}$/.test(value) && Number(value) <= LARGEST_SEED) parsed.seed = Number(value);
				else
					parsed.notices.push(
						`The seed ${quoted(value)} is not a whole number from 1 to ${LARGEST_SEED}; no ranges are shown.`,
					);
			} else if (key === 'given') {
				if (value === 'record') parsed.isGiven = true;
				else parsed.notices.push(`Given (given): ${quoted(value)} is not known; it can be record.`);
			} else if (
				value.length <= LONGEST_NUMBER &&
				NUMBER.test(value) &&
				Number.isFinite(Number(value)) &&
				Number(value) > 0
			)
				guesses.set(key.slice(GUESS.length), Number(value) + 0);
			else
				parsed.notices.push(
					`The guess ${quoted(value)} (${key}) is not a number that a link can hold; it was left out.`,
				);
			continue;
		}
		const id = key === undefined ? undefined : (idOf.get(key) ?? migrations.get(key));
		const parameter = id === undefined ? undefined : parameters.get(id);
		if (key === undefined || id === undefined || !parameter) {
			parsed.foreign.push(pair);
			const near = key === undefined ? undefined : meantName(key, idOf.keys());
			if (near) parsed.notices.push(`Unknown setting ${quoted(key!)}. Did you mean ${near}?`);
			else if (key !== undefined && LIKE_A_KEY.test(key) && !ELSEWHERES.test(key))
				parsed.notices.push(`Unknown setting ${quoted(key)}: nothing here has that name, and it was left alone.`);
			continue;
		}
		const earlier = seen.get(id);
		if (earlier !== undefined) {
			if (earlier !== rawValue) parsed.notices.push(`${parameter.label} (${key}) is given twice; used the first.`);
			continue;
		}
		seen.set(id, rawValue);
		const value = readValue(key, parameter, decoded(rawValue), usual.get(id) ?? parameter.default, parsed.notices);
		if (value !== undefined) parsed.values.set(id, value);
	}
	for (const [id, value] of usual) {
		const parameter = parameters.get(id);
		if (parameter && parameter.default !== value && !parsed.values.has(id)) editionDefaults.set(id, value);
	}
	return parsed;
}

/** Somebody else's assumptions out of the pairs that carry them, which are read as a link of their own. */
function otherIn(
	pairs: readonly string[],
	parameters: ReadonlyMap<string, Parameter>,
	{ notices, foreign }: ParsedLink,
): Other {
	const isName = (pair: string) => pair === NAME || pair.startsWith(`${NAME}=`);
	const name = pairs.find(isName)?.slice(NAME.length + 1) ?? '';
	const own = pairs.filter((pair) => !isName(pair)).map((pair) => pair.slice(THEIRS.length));
	const theirs = readLink(own.join('&'), parameters);
	notices.push(...theirs.notices.map((notice) => `The other’s settings. ${notice}`));
	foreign.push(...theirs.foreign.map((pair) => `${THEIRS}${pair}`));
	return { name: safeName(decoded(name) ?? ''), values: partingOf(theirs, parameters) };
}

/** Where a link's sender parts from today's essay. */
export const partingOf = (
	{ editionDefaults, values }: Pick<ParsedLink, 'editionDefaults' | 'values'>,
	parameters: ReadonlyMap<string, Parameter>,
): ReadonlyMap<string, Value> =>
	new Map([...editionDefaults, ...values].filter(([key, value]) => parameters.get(key)?.default !== value));

/** The edition that a link names; today's, with a notice, where that is none or is still to come. */
function editionIn(pairs: readonly string[], notices: string[]): number {
	const named = pairs.find((pair) => decoded(pair.split('=')[0]!) === 'm');
	if (named === undefined) return EDITION;
	const text = named.slice(named.indexOf('=') + 1);
	const isWritten = /^[1-9]\d{0,3}$/.test(text) && named.includes('=');
	if (isWritten && Number(text) <= EDITION) return Number(text);
	notices.push(
		isWritten
			? `This link needs a newer edition of the essay (${text}; this is ${EDITION}). Reload the page to get it. Until then it is read as one of today’s.`
			: `The edition ${quoted(named.includes('=') ? text : '')} is not understood; using today’s.`,
	);
	return EDITION;
}

/** Shortest digits that read back the same, and never a plus, which a query would turn into a space. */
const writeValue = (value: Value): string => encodeURIComponent(String(value).replace('e+', 'e'));

/** Nothing but the assumptions. */
export const PLAIN: Viewing = { pinned: [], compared: [], guesses: new Map() };

/**
 * The query that carries an edition and the assumptions that differ from the essay's, in the order of definition, and how
 * the page is looked at, after whatever foreign pairs the address already had. Empty when nothing differs.
 */
export function writeLink(
	valueOf: (id: string) => Value,
	parameters: ReadonlyMap<string, Parameter>,
	foreign: readonly string[] = [],
	{ seed, isGiven, pinned, compared, guesses, other }: Viewing = PLAIN,
): string {
	const settings = (of: (id: string) => Value) =>
		[...parameters]
			.filter(([id, parameter]) => of(id) !== parameter.default)
			.map(([id]) => `${toLinkKey(id)}=${writeValue(of(id))}`);
	const theirs = (id: string): Value => other?.values.get(id) ?? parameters.get(id)!.default;
	const own = [
		...settings(valueOf),
		...(seed === undefined ? [] : [`seed=${seed}`]),
		...(isGiven ? ['given=record'] : []),
		...(pinned.length > 0
			? [
					`pin=${[...parameters.keys()]
						.filter((id) => pinned.includes(id))
						.map(toLinkKey)
						.join(',')}`,
				]
			: []),
		...(compared.length > 0 ? [`with=${compared.join(',')}`] : []),
		...Array.from(guesses, ([model, guess]) => `${GUESS}${model}=${writeValue(guess)}`),
		...(other
			? [
					...(other.name ? [`${NAME}=${encodeURIComponent(other.name)}`] : []),
					...[`m=${EDITION}`, ...settings(theirs)].map((pair) => `${THEIRS}${pair}`),
				]
			: []),
	];
	const pairs = [...foreign, ...(own.length > 0 ? [`m=${EDITION}`, ...own] : [])];
	return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}
