import { chancesOfMore } from '../../src/models/bottlenecks.model.ts';
import model from '../../src/models/bottlenecks.model.ts';
import { readLabel } from './drawing.ts';
import { Misdrawn, reading } from './reading.ts';

const number = (element: Element, name: string) => Number(element.getAttribute(name));

export default reading({
	model,
	own: {
		because: 'a thread of beads has no axis: beads are counted, and their areas compared with their chances',
		check(figure, inputs) {
			const { expectedRemaining } = model.evaluate(inputs);
			const thread = figure.querySelector('.beads')!;
			const fallen = thread.querySelectorAll('.fallen').length;
			if (fallen !== inputs.solved) throw new Misdrawn(`${fallen} beads have fallen, not ${inputs.solved}.`);
			const expected = Array.from(
				thread.querySelectorAll('.expected'),
				(ring) => parseFloat(ring.getAttribute('stroke-dasharray')!) / 100,
			);
			const sum = expected.reduce((total, part) => total + part, 0);
			// The ring of the last is drawn in hundredths.
			if (Math.abs(sum - expectedRemaining) > 0.01)
				throw new Misdrawn(`${sum} beads are ringed as expected, where ${expectedRemaining} are.`);
			const beads = Array.from(thread.querySelectorAll('.bead'));
			const chances = chancesOfMore(inputs, beads.length);
			const largest = Math.max(...beads.map((bead) => number(bead, 'r')));
			beads.forEach((bead, i) => {
				const r = number(bead, 'r');
				const share = (r / largest) ** 2;
				if (r > 2.5 && Math.abs(share - chances[i]!) > 0.02)
					throw new Misdrawn(
						`Bead ${i + 1} is ${share.toFixed(2)} of a whole one, its chance ${chances[i]!.toFixed(2)}.`,
					);
				const written = bead.parentElement!.querySelector('.chance')?.textContent;
				if (written && Math.abs(readLabel(written) - chances[i]!) > 0.006)
					throw new Misdrawn(`“${written}” under bead ${i + 1}, whose chance is ${chances[i]}.`);
			});
			const next = chancesOfMore(inputs, beads.length + 1).at(-1)!;
			if (next >= 0.02 && beads.length < Math.max(20, Math.ceil(expectedRemaining) + 8))
				throw new Misdrawn(`The thread ends where the next bead has a chance of ${next}.`);
		},
	},
});
