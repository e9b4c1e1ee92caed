import { describe, expect, it } from 'vitest';
import { typeset } from '../../src/essay/equation.ts';
import { cardOf } from '../../src/models/cards.ts';
import { models } from '../../src/models/registry.ts';

const [model] = models.values();
const { id } = model!;
const [output] = Object.keys(model!.outputs);

describe('`typeset`', () => {
	it.each([
		['an unknown quantity', '\\q{nothing}', `${id} has no parameter or output "nothing". Known: `],
		['TeX that does not parse', '\\frac{1}{', 'KaTeX parse error'],
	])('rejects %s', (_, tex, message) => expect(() => typeset(tex, id, true)).toThrow(message));

	it('returns each quantity once, and marks every use with its tone', () => {
		const { html, quantities } = typeset(`\\q{${output}} + \\q{${output}}`, id, false);
		expect(quantities.map(({ key }) => key)).toEqual([output]);
		expect(html.match(new RegExp(`class="[^"]*tone-${quantities[0]!.tone ?? 'plain'}`, 'g'))).toHaveLength(2);
	});

	it.each([...models.keys()])('accepts the equation and the symbols of %s', (id) => {
		const { equation, symbols } = cardOf(id);
		expect(typeset(equation, id, true).quantities).not.toEqual([]);
		for (const symbol of Object.values(symbols)) expect(() => typeset(symbol, id, false)).not.toThrow();
	});
});
