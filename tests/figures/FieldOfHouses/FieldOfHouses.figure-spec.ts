import homes from '../../../src/models/robot-homes.model.ts';
import { DrawingError, figureSpec } from '../figure-spec.ts';

/** Returns the first number of a text: "32 homes", "a house is 100". */
const numberIn = (text: string): number => Number(/[\d,]+(?:\.\d+)?/.exec(text)![0].replaceAll(',', ''));

/** Returns the nines of each street: whole ones below the reader’s, then the reader’s. */
const ninesOf = (nines: number) => [...[1, 2, 3, 4].filter((whole) => whole < nines), nines];

export default figureSpec({
	model: homes,
	table: (inputs) =>
		ninesOf(inputs.nines).map((nines) => [
			[1 - 10 ** -nines, 'fraction'],
			[homes.evaluate({ ...inputs, nines }).homes, 'homes'],
		]),
	custom: {
		reason: 'a field of houses has no axis: houses are counted, times the homes per house in the street’s name',
		check(figure, inputs) {
			const names = Array.from(figure.querySelectorAll('.street-name'), (name) => name.textContent ?? '');
			const counts = Array.from(
				figure.querySelectorAll('.street .house'),
				(path) => path.getAttribute('d')!.split('M').length - 1,
			);
			const wanted = ninesOf(inputs.nines);
			if (names.length !== wanted.length || counts.length !== wanted.length)
				throw new DrawingError(`${counts.length} streets with ${names.length} names, not ${wanted.length}.`);
			wanted.forEach((nines, i) => {
				const { homes: count } = homes.evaluate({ ...inputs, nines });
				const [name, standing] = names[i]!.split('a house is') as [string, string?];
				const each = standing === undefined ? 1 : numberIn(standing);
				// If a house represents several homes, rounding adds or removes up to half a house.
				if (Math.abs(counts[i]! * each - count) > Math.max(each, 0.5 + count * 1e-9))
					throw new DrawingError(
						`The street for ${nines} nines has ${counts[i]} houses of ${each} homes, for ${count} homes.`,
					);
				const stated = numberIn(name.replace(/^[^%]*%/, ''));
				if (Math.abs(stated / count - 1) > 0.02 && Math.abs(stated - count) > 0.5)
					throw new DrawingError(`The street is named “${name}”, for ${count} homes.`);
			});
		},
	},
});
