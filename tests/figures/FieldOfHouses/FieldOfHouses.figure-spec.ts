import homes from '../../../src/models/robot-homes.model.ts';
import { DrawingError, figureSpec } from '../figure-spec.ts';

/** Returns the first number of a text: "32 homes". */
const numberIn = (text: string): number => Number(/[\d,]+(?:\.\d+)?/.exec(text)![0].replaceAll(',', ''));

/** Returns the nines of each frame: whole ones below the reader’s, then the reader’s. */
const ninesOf = (nines: number) => [...[1, 2, 3, 4].filter((whole) => whole < nines), nines];

export default figureSpec({
	model: homes,
	table: (inputs) =>
		ninesOf(inputs.nines).map((nines) => [
			[1 - 10 ** -nines, 'fraction'],
			[homes.evaluate({ ...inputs, nines }).homes, 'homes'],
		]),
	custom: {
		reason: 'a field has no axis: houses are counted, and areas compared with that of the whole field',
		check(figure, inputs) {
			const wanted = ninesOf(inputs.nines).map((nines) => homes.evaluate({ ...inputs, nines }).homes);
			const all = wanted.at(-1)!;
			const houses = figure.querySelector('.field .house')?.getAttribute('d')?.split('M').length;
			const count = Math.max(1, Math.round(all));
			if (houses === undefined ? count <= 4000 : houses - 1 !== count)
				throw new DrawingError(`${houses} houses are drawn, for ${all} homes.`);
			const areas = Array.from(
				figure.querySelectorAll('.field .level'),
				(level) => Number(level.getAttribute('width')) * Number(level.getAttribute('height')),
			);
			// One unit: an area stands for the same number of homes in every frame.
			const whole =
				Number(figure.querySelector('.ground')!.getAttribute('width')) *
				Number(figure.querySelector('.ground')!.getAttribute('height'));
			if (areas.length !== wanted.length) throw new DrawingError(`${areas.length} frames, not ${wanted.length}.`);
			wanted.forEach((homesWanted, i) => {
				if (Math.abs(areas[i]! / whole - homesWanted / all) > 0.0005)
					throw new DrawingError(
						`Frame ${i + 1} is ${areas[i]! / whole} of the field, for ${homesWanted} of ${all} homes.`,
					);
			});
			const names = Array.from(
				figure.querySelectorAll('.levels li:not(.spare)'),
				(name) => name.textContent ?? '',
			).toReversed();
			if (names.length !== wanted.length) throw new DrawingError(`${names.length} names, not ${wanted.length}.`);
			wanted.forEach((homesWanted, i) => {
				const stated = numberIn(names[i]!.replace(/^[^%]*%/, ''));
				if (Math.abs(stated / homesWanted - 1) > 0.02 && Math.abs(stated - homesWanted) > 0.5)
					throw new DrawingError(`A frame is named “${names[i]}”, for ${homesWanted} homes.`);
			});
		},
	},
});
