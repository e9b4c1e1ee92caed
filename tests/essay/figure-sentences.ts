import type { MdastNode } from 'satteri';
import { baselineOf, type AnyModel, type Inputs } from '../../src/engine/model.ts';
import { formatNumber } from '../../src/engine/number-format.ts';
import { isNumber } from '../../src/engine/parameter.ts';
import { parameters } from '../../src/models/registry.ts';
import { liveText, type LiveSpec } from '../../src/prose/live-text.ts';
import { childrenOf, tagsIn, type Tag } from '../../src/sources/mdx.ts';
import { literal, type FigureText } from './content-text.ts';

const isComponent = (node: MdastNode) => node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

/** Values of a model's parameters with these changes; keys of other models are left out. */
function inputsWith(model: AnyModel, changes: Inputs): Inputs {
	const own = Object.entries(changes).filter(([key]) => Object.hasOwn(model.parameters, key));
	return { ...baselineOf(model), ...Object.fromEntries(own) };
}

function textOfTag({ name, attributes }: Tag, changes: Inputs): string | undefined {
	if (name === 'Adjust') {
		const parameter = parameters.get(attributes['parameter']!)!;
		const value = changes[attributes['parameter']!] ?? parameter.default;
		return isNumber(parameter) ? formatNumber(Number(value), parameter.unit) : parameter.choices[String(value)];
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
