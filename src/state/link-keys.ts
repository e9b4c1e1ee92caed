import type { DrawnPath } from '../engine/drawn-path.ts';
import { meantName } from '../engine/near-names.ts';
import type { Parameter } from '../engine/parameter.ts';
import { LARGEST_SEED } from '../engine/random.ts';
import { experiments } from '../experiments/registry.ts';
import { models } from '../models/registry.ts';
import { positions } from '../positions/positions.ts';
import { askedRuns } from './asked-runs.svelte.ts';
import { CALLS, calls, MOST_CALLS, parseCalls, type Call } from './calls.svelte.ts';
import { comparison, MOST_COMPARED } from './comparison.svelte.ts';
import { drawings } from './drawings.svelte.ts';
import { parsePath, serializePath } from './drawn-text.ts';
import { EDITION } from './editions.ts';
import { guesses } from './guesses.svelte.ts';
import { leftOut, reportMonths } from './left-out.svelte.ts';
import { migrations, retired, retiredNotice } from './link-migrations.ts';
import {
	decode,
	LONGEST_QUERY,
	parseLinkNumber,
	quote,
	serializeSettings,
	serializeValue,
	toLinkKey,
	type Pair,
} from './link-syntax.ts';
import { safeName, type OtherReader } from './other-reader.ts';
import { uncertainty } from './uncertainty.svelte.ts';
import { parseTerms } from './wager-terms.ts';
import { openedWager, type Wager } from './wager.svelte.ts';

/** What the parser of a key may use besides the pairs of the key. */
export interface ParseContext {
	/** Parameter ids by their link keys. */
	readonly idOf: ReadonlyMap<string, string>;
	/** Adds a notice to the reader: something was not taken exactly as written. */
	notify(notice: string): void;
	/** Leaves a pair in the address as it stands. */
	leave(raw: string): void;
	/** Reads a link within the link, as strictly as the outer one. It cannot contain another. */
	readNested(query: string): {
		readonly changes: OtherReader['values'];
		readonly edition: number;
		readonly notices: readonly string[];
		readonly foreign: readonly string[];
	};
}

/** One key of a link that is no parameter, or one family of keys that share a prefix. */
export interface LinkKey<T> {
	/** The key, or the prefix of the family, which ends in a hyphen. */
	readonly key: string;
	/** Whether the family has this member; if absent, it has every member. */
	has?(member: string): boolean;
	/** What precedes the keys of links within the link, each with limits of its own. */
	readonly nested?: RegExp;
	/** The value if the link does not contain the key. */
	readonly initial: T;
	/** Parses the pairs of this key. Never throws: what is malformed becomes a notice. A key that occurs twice counts once. */
	parse(pairs: readonly [Pair, ...Pair[]], context: ParseContext): T;
	/** Returns the pairs that carry the value; none if it is the initial one. */
	serialize(value: T, parameters: ReadonlyMap<string, Parameter>): readonly string[];
}

/** A key that says how the page is looked at. */
export interface ViewingKey<T> extends LinkKey<T> {
	/** Returns the value that is in force on this page. */
	read(): T;
	/** Brings the value of a link into force. If the link does not contain the key, it may leave the page as it is. */
	write(value: T): void;
	/** Undoes what `write` leaves as it is: called before the reader goes back or forward to another link. */
	clear?(): void;
}

/** The edition of defaults, ranges and formulas. In every link, and read first: it decides what a silent link means. */
export const editionKey: LinkKey<number> = {
	key: 'm',
	initial: EDITION,
	parse([{ rawValue }], { notify }) {
		const isWhole = /^[1-9]\d{0,3}$/.test(rawValue);
		if (isWhole && Number(rawValue) <= EDITION) return Number(rawValue);
		notify(
			isWhole
				? `This link needs a newer edition of the essay (${rawValue}; this is ${EDITION}). Reload the page to get it. Until then it is read as one of today’s.`
				: `Edition (m): ${quote(rawValue)} is not a whole number from 1 to ${EDITION}; using today’s edition.`,
		);
		return EDITION;
	},
	serialize: () => [`m=${EDITION}`],
};

/** Returns the seed that a text names; undefined if it is not a whole number from 1 to `LARGEST_SEED`. */
const parseSeed = (text = ''): number | undefined =>
	/^[1-9]\d{0,9}$/.test(text) && Number(text) <= LARGEST_SEED ? Number(text) : undefined;

/** Parses a comma-separated list. Returns the known members, each once; each unknown one becomes a notice. */
function parseList(
	label: string,
	text: string,
	known: ReadonlyMap<string, string>,
	notify: ParseContext['notify'],
): string[] {
	const found = new Set<string>();
	for (const word of text.split(',').filter(Boolean)) {
		const id = known.get(word);
		const meant = meantName(word, known.keys());
		if (id !== undefined) found.add(id);
		else notify(`${label}: ${quote(word)} is not known${meant ? `. Did you mean ${meant}?` : ', and was left out.'}`);
	}
	return [...found];
}

/** The settings of another reader: a link of its own, each key after the prefix, and a name. */
function parseReader(prefix: string, pairs: readonly Pair[], { notify, leave, readNested }: ParseContext) {
	const own = pairs.filter(({ rawKey }) => rawKey.startsWith(prefix));
	const isName = ({ rawKey }: Pair) => rawKey === `${prefix}name`;
	const name = decode(own.find(isName)?.rawValue ?? '') ?? '';
	const query = own.filter((pair) => !isName(pair)).map(({ raw }) => raw.slice(prefix.length));
	const { changes, edition, notices, foreign } = readNested(query.join('&'));
	for (const notice of notices) notify(notice);
	for (const raw of foreign) leave(`${prefix}${raw}`);
	return { name: safeName(name), values: changes, edition };
}

/** Writes what `parseReader` reads. */
export function serializeReader(
	prefix: string,
	{ name, values }: OtherReader,
	parameters: ReadonlyMap<string, Parameter>,
): readonly string[] {
	const valueOf = (id: string) => values.get(id) ?? parameters.get(id)!.default;
	return [
		...(name ? [`name=${encodeURIComponent(name)}`] : []),
		...editionKey.serialize(EDITION, parameters),
		...serializeSettings(valueOf, parameters),
	].map((pair) => `${prefix}${pair}`);
}

/** Infers the type of a record's value. */
const viewingKey = <T>(record: ViewingKey<T>) => record;

/** Every key that says how the page is looked at, in the order in which links list them. To add a key, add a record. */
export const viewingKeys = {
	/** The seed of the runs, present while ranges are shown. */
	seed: viewingKey<number | undefined>({
		key: 'seed',
		initial: undefined,
		parse([{ value = '' }], { notify }) {
			const seed = parseSeed(value);
			if (seed !== undefined) return seed;
			notify(
				`Seed (seed): ${quote(value)} is not a whole number from 1 to ${LARGEST_SEED}. Try 1. No ranges are shown.`,
			);
			return undefined;
		},
		serialize: (seed) => (seed === undefined ? [] : [`seed=${seed}`]),
		read: () => uncertainty.seed,
		write(seed) {
			if (seed !== undefined) uncertainty.show(seed);
		},
		clear: () => uncertainty.hide(),
	}),
	/** Whether the runs are conditioned on the reported record. */
	isGiven: viewingKey<boolean>({
		key: 'given',
		initial: false,
		parse([{ value = '' }], { notify }) {
			if (value === 'record') return true;
			notify(`Given (given): ${quote(value)} is not known. Try record.`);
			return false;
		},
		serialize: (isGiven) => (isGiven ? ['given=record'] : []),
		read: () => uncertainty.isGiven,
		write(isGiven) {
			if (isGiven) uncertainty.giveRecord(true);
		},
		clear: () => uncertainty.giveRecord(false),
	}),
	/** Ids of the parameters that the reader is certain of. */
	pinned: viewingKey<readonly string[]>({
		key: 'pin',
		initial: [],
		parse([{ value = '' }], { idOf, notify }) {
			const former = Array.from(migrations, ([key, { to }]) => [key, to] as const);
			const words = value.split(',');
			for (const key of new Set(words.filter((word) => retired.has(word))))
				notify(`Pinned (pin): ${retiredNotice(key, retired.get(key)!)}`);
			const current = words.filter((word) => !retired.has(word)).join(',');
			return parseList('Pinned (pin)', current, new Map([...idOf, ...former]), notify);
		},
		serialize: (pinned, parameters) =>
			pinned.length === 0
				? []
				: [
						`pin=${[...parameters.keys()]
							.filter((id) => pinned.includes(id))
							.map(toLinkKey)
							.join(',')}`,
					],
		read: () => uncertainty.pinned,
		write: (pinned) => uncertainty.pinOnly(pinned),
	}),
	/** Months of the reports of the record that do not count. */
	leftOut: viewingKey<readonly string[]>({
		key: 'left-out',
		initial: [],
		parse: ([{ value = '' }], { notify }) =>
			parseList('Reports left out (left-out)', value, new Map(reportMonths.map((month) => [month, month])), notify),
		serialize: (months) => (months.length === 0 ? [] : [`left-out=${months.toSorted().join(',')}`]),
		read: () => leftOut.all,
		write: (months) => leftOut.leaveOnly(months),
	}),
	/** Ids of the named positions that are drawn beside the reader's own settings. */
	compared: viewingKey<readonly string[]>({
		key: 'with',
		initial: [],
		parse([{ value = '' }], { notify }) {
			const known = new Map(positions.map(({ id }) => [id, id]));
			const found = parseList('Compared with (with)', value, known, notify);
			if (found.length > MOST_COMPARED) notify('Compared with (with): two positions at the most; used the first two.');
			return found.slice(0, MOST_COMPARED);
		},
		serialize: (compared) => (compared.length === 0 ? [] : [`with=${compared.join(',')}`]),
		read: () => comparison.ids,
		write: (compared) => comparison.showPositions(compared),
	}),
	/** What the reader guessed before looking, by model; only in a link if the reader asks for it. */
	guesses: viewingKey<ReadonlyMap<string, number>>({
		key: 'guess-',
		has: (model) => models.get(model)?.guess !== undefined,
		initial: new Map(),
		parse(pairs, { notify }) {
			const found = new Map<string, number>();
			for (const { rawKey, value } of pairs) {
				const model = rawKey.slice('guess-'.length);
				const guess = parseLinkNumber(value);
				if (guess !== undefined && guess > 0) found.set(model, found.get(model) ?? guess);
				else
					notify(
						`Guess (${rawKey}): ${quote(value ?? '')} is not a number above 0. Try 1000000 or 1e6. It was left out.`,
					);
			}
			return found;
		},
		serialize: (made) => Array.from(made, ([model, guess]) => `guess-${model}=${serializeValue(guess)}`),
		read: () => (guesses.inLink ? guesses.all : new Map()),
		write: (made) => guesses.addAll(made),
	}),
	/** The seed of the reader's run of an experiment, by experiment; present once there is one. */
	runs: viewingKey<ReadonlyMap<string, number>>({
		key: 'run-',
		has: (experiment) => experiments.has(experiment),
		initial: new Map(),
		parse(pairs, { notify }) {
			const found = new Map<string, number>();
			for (const { rawKey, value } of pairs) {
				const experiment = rawKey.slice('run-'.length);
				const seed = parseSeed(value);
				if (seed !== undefined) found.set(experiment, found.get(experiment) ?? seed);
				else
					notify(
						`Run (${rawKey}): ${quote(value ?? '')} is not a whole number from 1 to ${LARGEST_SEED}. It was left out; the published runs are shown.`,
					);
			}
			return found;
		},
		serialize: (asked) => Array.from(asked, ([experiment, seed]) => `run-${experiment}=${seed}`),
		read: () => askedRuns.all,
		write: (asked) => askedRuns.replaceAll(asked),
	}),
	/** What the reader drew before looking, by model; only in a link if the reader asks for it. */
	drawings: viewingKey<ReadonlyMap<string, DrawnPath>>({
		key: 'draw-',
		has: (model) => models.get(model)?.drawing !== undefined,
		initial: new Map(),
		parse(pairs, { notify }) {
			const found = new Map<string, DrawnPath>();
			for (const { rawKey, value } of pairs) {
				const model = rawKey.slice('draw-'.length);
				const path = parsePath(models.get(model)!.drawing!, value, (problem) =>
					notify(`Drawing (${rawKey}): ${problem}`),
				);
				if (path) found.set(model, found.get(model) ?? path);
			}
			return found;
		},
		serialize: (drawn) => Array.from(drawn, ([model, path]) => `draw-${model}=${serializePath(path)}`),
		read: () => drawings.inLink,
		write: (sent) => drawings.receive(sent),
	}),
	/** What the reader said before each report of the record, in order; only in a link if the reader asks for it. */
	calls: viewingKey<readonly Call[]>({
		key: 'calls',
		initial: [],
		parse([{ value = '' }], { notify }) {
			const found = parseCalls(value);
			const words = value.split(',');
			if (found.length < words.length)
				notify(
					found.length < MOST_CALLS
						? `Answers about the record (calls): ${quote(words[found.length]!)} is not ${CALLS.join(', ')}. It and what follows were left out.`
						: `Answers about the record (calls): more than ${MOST_CALLS}. The first ${MOST_CALLS} were used.`,
				);
			return found;
		},
		serialize: (made) => (made.length === 0 ? [] : [`calls=${made.join()}`]),
		read: () => (calls.isShared ? calls.made : []),
		write: (sent) => (calls.sent = sent),
	}),
	/** Another reader's settings, held beside the reader's own. */
	other: viewingKey<OtherReader | undefined>({
		key: 'their-',
		nested: /^their-/,
		initial: undefined,
		parse(pairs, context) {
			const notify = (notice: string) => context.notify(`The other’s settings. ${notice}`);
			const { name, values } = parseReader('their-', pairs, { ...context, notify });
			return { name, values };
		},
		serialize: (other, parameters) => (other ? serializeReader('their-', other, parameters) : []),
		read: () => comparison.other,
		write: (other) => comparison.setOther(other),
	}),
	/** A wager between two readers: its terms, and the settings of both, each a link of its own. */
	wager: viewingKey<Wager | undefined>({
		key: 'wager-',
		has: (member) => /^(terms$|one-|two-)/.test(member),
		nested: /^wager-(one|two)-/,
		initial: undefined,
		parse(pairs, context) {
			const notify = (notice: string) => context.notify(`Wager (wager-terms): ${notice}`);
			const written = pairs.find(({ rawKey }) => rawKey === 'wager-terms');
			const foreign = new Set<string>();
			const leave = (raw: string) => {
				foreign.add(raw);
				context.leave(raw);
			};
			const readerAt = (place: 'one' | 'two') =>
				parseReader(`wager-${place}-`, pairs, {
					...context,
					leave,
					notify: (notice) => context.notify(`Wager, reader ${place}. ${notice}`),
				});
			const [{ edition, ...one }, { edition: edition2, ...two }] = [readerAt('one'), readerAt('two')];
			const text = pairs.flatMap(({ raw }) => (foreign.has(raw) ? [] : [raw])).join('&');
			if (!written || text.length > LONGEST_QUERY) {
				notify(`it ${written ? 'is too long' : 'has no terms'}, and was left out.`);
				return undefined;
			}
			const terms = parseTerms(written.value ?? '', notify);
			return terms && { text, terms, one, two, edition: Math.min(edition, edition2) };
		},
		serialize: (wager) => wager?.text.split('&') ?? [],
		read: () => openedWager.now,
		write: (wager) => (openedWager.now = wager),
	}),
};

type ValueOf<Key> = Key extends ViewingKey<infer T> ? T : never;
/** How the page is looked at, besides the assumptions: one value for each record of `viewingKeys`. */
export type Viewing = { readonly [Name in keyof typeof viewingKeys]: ValueOf<(typeof viewingKeys)[Name]> };

const isViewingName = (name: string): name is keyof Viewing => Object.hasOwn(viewingKeys, name);
const names = Object.keys(viewingKeys).filter(isViewingName);
const keyOf = (name: keyof Viewing): ViewingKey<unknown> => viewingKeys[name];
/** Builds a viewing from one value for each record. */
const viewingOf = (valueOf: (key: ViewingKey<unknown>) => unknown): Viewing =>
	Object.fromEntries(names.map((name) => [name, valueOf(keyOf(name))])) as Viewing;

/** The viewing of a link that has nothing but assumptions. */
export const PLAIN: Viewing = viewingOf(({ initial }) => initial);

/** Whether a pair belongs to a key. */
export const isOf = (
	{ key, has }: Pick<LinkKey<unknown>, 'key' | 'has'>,
	pair: Pick<Pair, 'key' | 'rawKey'>,
): boolean =>
	key.endsWith('-') ? pair.rawKey.startsWith(key) && (has?.(pair.rawKey.slice(key.length)) ?? true) : pair.key === key;

/** The keys that a link may have; those of a link within a link cannot be nested again. */
export const viewingKeysOf = (isNested: boolean): readonly ViewingKey<unknown>[] =>
	names.map(keyOf).filter((key) => !(isNested && key.nested));

/** Parses the pairs of a key; returns its initial value if there are none. */
export function parseKey<T>(key: LinkKey<T>, pairs: readonly Pair[], context: ParseContext): T {
	const [first, ...others] = pairs.filter((pair) => isOf(key, pair));
	return first ? key.parse([first, ...others], context) : key.initial;
}

export const parseViewing = (pairs: readonly Pair[], context: ParseContext, isNested: boolean): Viewing => {
	const allowed = viewingKeysOf(isNested);
	return viewingOf((key) => (allowed.includes(key) ? parseKey(key, pairs, context) : key.initial));
};

export const serializeViewing = (
	viewing: Partial<Viewing>,
	parameters: ReadonlyMap<string, Parameter>,
): readonly string[] => names.flatMap((name) => keyOf(name).serialize({ ...PLAIN, ...viewing }[name], parameters));

/** Returns the current viewing of this page. */
export const currentViewing = (): Viewing => viewingOf((key) => key.read());

/** Applies the viewing of a link to this page. */
export function applyViewing(viewing: Viewing): void {
	for (const name of names) keyOf(name).write(viewing[name]);
}

/** Clears what a link that does not contain a key would leave as it is. */
export function clearViewing(): void {
	for (const name of names) keyOf(name).clear?.();
}
