import type { MdastNode } from 'satteri';
import { baselineOf, type AnyModel, type Inputs, type Parametrized } from '../../src/engine/model.ts';
import { formatNumber, type FormatOptions } from '../../src/engine/number-format.ts';
import { isNumber } from '../../src/engine/parameter.ts';
import { countedBy } from '../../src/figures/Record/stairs.ts';
import { toldText, type Told } from '../../src/figures/Record/words.ts';
import record from '../../src/models/record.model.ts';
import { parameters } from '../../src/models/registry.ts';
import { liveText, type LiveSpec } from '../../src/prose/live-text.ts';
import { textOfMark } from '../../src/prose/swept-text.ts';
import { essayAnswer } from '../../src/runs/essay-runs.ts';
import { sweepOf } from '../../src/sources/sweeps.ts';
import { childrenOf, tagsIn, type Tag } from '../../src/sources/mdx.ts';
import { literal, type FigureText } from './content-text.ts';

const isComponent = (node: MdastNode) => node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

/** Values of a model's parameters with these changes; keys of other models are left out. */
function inputsWith(model: Parametrized, changes: Inputs): Inputs {
	const own = Object.entries(changes).filter(([key]) => Object.hasOwn(model.parameters, key));
	return { ...baselineOf(model), ...Object.fromEntries(own) };
}

/** Enough runs to tell whether a sentence follows the record; the page has ten thousand. */
const FEW_RUNS = 400;

/** Returns the text of a mark of published runs, as `Swept.astro` and `Setting.astro` print it and a figure updates it. */
function textOfSwept(name: 'Swept' | 'Setting', attributes: Tag['attributes'], changes: Inputs): string {
	const { of = '', at, say, digits, style } = attributes;
	const sweep = sweepOf(of.split('.')[0]!);
	const format = { ...(digits && { digits: Number(digits) }), ...(style && { style }) } as FormatOptions;
	const isLive = name === 'Setting' || 'follows' in attributes;
	const inputs = isLive ? inputsWith(sweep.experiment, changes) : baselineOf(sweep.experiment);
	return textOfMark(
		sweep,
		name === 'Setting'
			? { setting: { of, ...(say && { say: literal(say) as Record<string, string> }), ...format } }
			: { swept: { of, ...(at && { at: literal(at) as Inputs }), ...format } },
		inputs,
	);
}

function textOfTag({ name, attributes }: Tag, changes: Inputs): string | undefined {
	if (name === 'Adjust') {
		const parameter = parameters.get(attributes['parameter']!)!;
		const value = changes[attributes['parameter']!] ?? parameter.default;
		return isNumber(parameter) ? formatNumber(Number(value), parameter.unit) : parameter.choices[String(value)];
	}
	if (name === 'Swept' || name === 'Setting') return textOfSwept(name, attributes, changes);
	if (name === 'Learnt') {
		const until = Number(changes['recordUntil'] ?? record.parameters.recordUntil.default);
		const steps = countedBy(until, essayAnswer({ kind: 'evidenceSteps' }, {}, FEW_RUNS));
		return toldText(attributes['say'] as Told, steps);
	}
	if (name !== 'Value' && name !== 'Verdict') return undefined;
	const { of, digits, style, never, rest, cases, given } = attributes;
	const spec = {
		of: of!,
		...(digits && { digits: Number(digits) }),
		...(style && { style }),
		...(never && { never }),
		...(rest && { rest: true }),
		...(cases && { cases: literal(cases) }),
	} as LiveSpec;
	const inputs = (model: AnyModel) =>
		given ? inputsWith(model, literal(given) as Inputs) : inputsWith(model, changes);
	return liveText(spec, ({ model, key, isParameter }) =>
		isParameter ? inputs(model)[key]! : model.evaluate(inputs(model))[key]!,
	);
}

function textOf(node: MdastNode, changes: Inputs): string {
	if (isComponent(node)) {
		const [tag] = tagsIn(node);
		const isOuter = tag !== undefined && 'name' in node && node.name === tag.name;
		const text = isOuter ? textOfTag(tag, changes) : undefined;
		if (text !== undefined) return text;
	}
	if ('value' in node && typeof node.value === 'string') return node.value;
	return childrenOf(node)
		.map((child) => textOf(child, changes))
		.join('');
}

function slotOf(node: MdastNode, slot: string): MdastNode | undefined {
	const isSlot =
		isComponent(node) &&
		'attributes' in node &&
		(node.attributes as readonly { name?: string; value?: unknown }[]).some(
			({ name, value }) => name === 'slot' && value === slot,
		);
	if (isSlot) return node;
	for (const child of childrenOf(node)) {
		const found = slotOf(child, slot);
		if (found) return found;
	}
	return undefined;
}

/** Returns the headline or the verdict of a figure as readers see it with these assumptions changed; empty if it has none. */
export function figureSentence({ text }: FigureText, slot: 'title' | 'verdict', changes: Inputs = {}): string {
	const part = slotOf(text, slot);
	return part ? textOf(part, changes).replaceAll('\u00a0', ' ').replace(/\s+/g, ' ').trim() : '';
}
