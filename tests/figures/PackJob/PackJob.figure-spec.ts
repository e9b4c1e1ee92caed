import type { InputsOf } from '../../../src/engine/model.ts';
import model from '../../../src/models/bake-or-learn.model.ts';
import { readLabel } from '../drawn-plot.ts';
import { DrawingError, figureSpec } from '../figure-spec.ts';

type Inputs = InputsOf<typeof model>;
const KINDS = ['common', 'local'] as const;

/** Returns the prices of one skill in dollars, built in and learned, for each kind. */
function pricesOf(inputs: Inputs) {
	const { bakeCostPerSkill, learnPerFirm } = model.evaluate(inputs);
	const learned = learnPerFirm / inputs.skillsPerJob;
	return { common: [bakeCostPerSkill / inputs.firms, learned], local: [bakeCostPerSkill, learned] } as const;
}

export default figureSpec({
	model,
	table(inputs) {
		const { bakePerFirm, learnPerFirm, mixedPerFirm } = model.evaluate(inputs);
		return [
			...KINDS.map((kind) => {
				const [built, learned] = pricesOf(inputs)[kind];
				return [
					kind === 'common' ? 'One skill that is the same everywhere' : 'One local skill',
					[built, '$'],
					[learned, '$'],
					[Math.min(built, learned), '$'],
				] as const;
			}),
			['All skills of a job, one firm', [bakePerFirm, '$'], [learnPerFirm, '$'], [mixedPerFirm, '$']],
		];
	},
	custom: {
		reason: 'tiles have no axis: they are counted, and their prices read',
		check(figure, inputs, _, essay) {
			const local = Math.round(100 * inputs.localShare);
			for (const kind of KINDS) {
				const tiles = figure.querySelector(`.pack .tiles.${kind}`);
				const count = tiles?.getAttribute('d')!.match(/M/g)?.length ?? 0;
				const wanted = kind === 'local' ? local : 100 - local;
				if (count !== wanted) throw new DrawingError(`${count} tiles are ${kind}, not ${wanted}.`);
				const [built, learned] = pricesOf(inputs)[kind];
				if (tiles && tiles.classList.contains('built') !== built <= learned)
					throw new DrawingError(`${kind}: not the cheaper way at first.`);
				const text = figure.querySelector(`.kind.${kind} .price`)!.textContent!.trim();
				const stated = readLabel(text.replace(/^under /, ''));
				const price = Math.min(built, learned);
				if (!text.startsWith('under ') && Math.abs(stated - price) > 0.006 * price)
					throw new DrawingError(`${kind}: “${text}” for ${price} dollars.`);
			}
			const { mixedPerFirm } = model.evaluate(inputs);
			const bill = figure.querySelector('.bill strong')!.textContent!;
			if (!bill.startsWith('under ') && Math.abs(readLabel(bill) - mixedPerFirm) > 0.006 * mixedPerFirm)
				throw new DrawingError(`The bill is “${bill}” for ${mixedPerFirm} dollars.`);
			const at = (select: string) => parseFloat(figure.querySelector(select)?.getAttribute('x1') ?? 'NaN');
			if (Math.abs(at('.edge') - 100 * (1 - inputs.localShare)) > 0.01)
				throw new DrawingError(`Local skills begin at ${at('.edge')}% of the width.`);
			const isMoved = inputs.localShare !== essay.localShare;
			if (Number.isNaN(at('.essay-edge')) === isMoved)
				throw new DrawingError('The essay’s own edge is missing or spare.');
		},
	},
});
