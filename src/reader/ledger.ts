import { isNumber } from '../engine/parameter.ts';
import { likelyRange, isBeyondAll, valueText } from '../engine/value-text.ts';
import { quantityOf, quantityText } from '../models/quantity.ts';
import { models, parameters } from '../models/registry.ts';
import { assumptions, evaluateHere, outputsOf } from '../state/assumptions.svelte.ts';

/** A result that one changed assumption moves: without that change, and with it. */
export interface Conclusion {
	readonly label: string;
	readonly from: string;
	readonly to: string;
}
/** One changed assumption in the ledger. */
export interface Entry {
	readonly key: string;
	readonly label: string;
	/** The default, and the reader's value, in words. */
	readonly essay: string;
	readonly mine: string;
	/** The range that is held possible, in words; undefined for a choice. */
	readonly range: string | undefined;
	/** Whether the reader's value lies outside that range and outside every other one that is known. */
	readonly isOutside: boolean;
	readonly moves: readonly Conclusion[];
}

/** Returns, for each model, the first headline output that reads differently if this assumption is reset to its default. */
function movedBy(key: string): Conclusion[] {
	return [...models.values()].flatMap((model) => {
		if (!(key in model.parameters)) return [];
		const without = evaluateHere(model, { ...assumptions.inputsOf(model), [key]: assumptions.baseline[key]! });
		const output = model.headline.find((name) => without[name] !== outputsOf(model.id)[name]);
		if (output === undefined) return [];
		const quantity = quantityOf(`${model.id}.${output}`);
		const [from, to] = [quantityText(quantity, without[output]!), quantityText(quantity, outputsOf(model.id)[output]!)];
		return from === to ? [] : [{ label: quantity.label, from, to }];
	});
}

/** Returns an entry for each changed assumption, in the order of definition. */
export const ledger = (): Entry[] =>
	assumptions.changedKeys.map((key) => {
		const parameter = parameters.get(key)!;
		const value = assumptions.get(key);
		const range = isNumber(parameter) ? likelyRange(parameter) : undefined;
		const isOutsideRange =
			range !== undefined && isNumber(parameter) && (Number(value) < parameter.p05! || Number(value) > parameter.p95!);
		return {
			key,
			label: parameter.label,
			essay: valueText(parameter, parameter.default),
			mine: valueText(parameter, value),
			range: isOutsideRange && parameter.beyond ? `${range}. ${parameter.beyond.replace(/\.$/, '')}` : range,
			isOutside: isOutsideRange && isBeyondAll(parameter, Number(value)),
			moves: movedBy(key),
		};
	});

function line({ label, essay, mine, range, isOutside, moves }: Entry): string {
	const held = range ? ` (held possible: ${range}${isOutside ? '; outside that' : ''})` : '';
	const moved = moves.map((move) => `${move.label.toLowerCase()} from ${move.from} to ${move.to}`).join('; ');
	return `${label}: ${mine}, where the essay has ${essay}${held}.${moved && ` It moves ${moved}.`}`;
}

/** Returns the ledger as plain text. */
export const asText = (entries: readonly Entry[], link: string): string => [...entries.map(line), '', link].join('\n');

const cell = (text: string) => text.replaceAll('|', '\\|');
/** Returns the ledger as a table in Markdown. */
export const asMarkdown = (entries: readonly Entry[], link: string): string =>
	[
		'| Assumption | Essay | Mine | Held possible | Moves |',
		'| --- | --- | --- | --- | --- |',
		...entries.map(
			({ label, essay, mine, range, moves }) =>
				`| ${[label, essay, mine, range ?? '', moves.map((moved) => `${moved.label}: ${moved.from} → ${moved.to}`).join('; ')].map(cell).join(' | ')} |`,
		),
		'',
		`[The same, live](${link})`,
	].join('\n');
