import homes from '../../../src/models/robot-homes.model.ts';
import { DrawingError, figureSpec } from '../figure-spec.ts';

/** The first number of a text: "32 homes", "each house standing for 100". */
const numberIn = (text: string): number => Number(/[\d,]+(?:\.\d+)?/.exec(text)![0].replaceAll(',', ''));

export default figureSpec({
	model: homes,
	custom: {
		reason: 'a field of houses has no axis: houses are counted, and each stands for what the street’s name says',
		check(figure, inputs) {
			const names = Array.from(figure.querySelectorAll('.street-name'), (name) => name.textContent ?? '');
			const counts = Array.from(
				figure.querySelectorAll('.street .house'),
				(path) => path.getAttribute('d')!.split('M').length - 1,
			);
			const wanted = [...[1, 2, 3, 4].filter((nines) => nines < inputs.nines), inputs.nines];
			if (names.length !== wanted.length || counts.length !== wanted.length)
				throw new DrawingError(
					`${counts.length} streets with ${names.length} names, where ${wanted.length} are wanted.`,
				);
			wanted.forEach((nines, i) => {
				const { homes: count } = homes.evaluate({ ...inputs, nines });
				const [name, standing] = names[i]!.split('each house standing for') as [string, string?];
				const each = standing === undefined ? 1 : numberIn(standing);
				// Half a house may be lost or won where the last one stands for several homes.
				if (Math.abs(counts[i]! * each - count) > Math.max(each, 0.5 + count * 1e-9))
					throw new DrawingError(
						`The street for ${nines} nines has ${counts[i]} houses of ${each}, where ${count} homes are needed.`,
					);
				const stated = numberIn(name.replace(/^[^%]*%/, ''));
				if (Math.abs(stated / count - 1) > 0.02 && Math.abs(stated - count) > 0.5)
					throw new DrawingError(`“${name}” for ${count} homes.`);
			});
		},
	},
});
