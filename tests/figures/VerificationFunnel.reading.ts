import model from '../../src/models/verification.model.ts';
import { Misdrawn, reading } from './reading.ts';

const percent = (element: Element, name: string) => parseFloat(element.getAttribute(name) ?? '0');
const near = (a: number, b: number) => Math.abs(a - b) < 0.05;

export default reading({
	model,
	own: {
		because:
			'a hundred tasks are a hundred percent of the width: bars are measured against it, and against the words beside them',
		check(figure, inputs, _, essay) {
			const after = (attempts: number) => {
				if (attempts === 0) return { right: 0, wrong: 0 };
				const { deliveredCorrect, deliveredWrong } = model.evaluate({ ...inputs, attempts });
				return { right: 100 * deliveredCorrect, wrong: 100 * deliveredWrong };
			};
			const shown = Math.min(inputs.attempts, 6);
			const made = Array.from({ length: shown }, (_, i) => (i === 5 ? inputs.attempts : i + 1));
			const svg = figure.querySelector('.funnel svg')!;
			const all = (selector: string) => Array.from(svg.querySelectorAll(selector));
			const [right, open, wrong] = [all('.bar.tone-useful'), all('.open'), all('rect[fill^="url"]')];
			for (const [what, bars] of Object.entries({ right, open, wrong }))
				if (bars.length !== shown + 1)
					throw new Misdrawn(`${bars.length} bars of what is ${what}, where ${shown + 1} are wanted.`);
			made.forEach((attempts, i) => {
				const [was, is] = [after(i), after(attempts)];
				const stage = `Bar ${i + 1}`;
				if (!near(percent(right[i]!, 'x'), was.right) || !near(percent(right[i]!, 'width'), is.right - was.right))
					throw new Misdrawn(
						`${stage}: right from ${percent(right[i]!, 'x')} by ${percent(right[i]!, 'width')}, not from ${was.right} to ${is.right}.`,
					);
				if (!near(percent(wrong[i]!, 'x'), 100 - is.wrong) || !near(percent(wrong[i]!, 'width'), is.wrong - was.wrong))
					throw new Misdrawn(
						`${stage}: wrong from ${percent(wrong[i]!, 'x')} by ${percent(wrong[i]!, 'width')}, not the last ${is.wrong}.`,
					);
				if (
					!near(percent(open[i]!, 'x'), is.right) ||
					!near(percent(open[i]!, 'width'), Math.max(0, 100 - is.right - is.wrong))
				)
					throw new Misdrawn(
						`${stage}: what is open is ${percent(open[i]!, 'width')} wide, not ${100 - is.right - is.wrong}.`,
					);
			});
			const final = after(inputs.attempts);
			if (!near(percent(right.at(-1)!, 'width'), final.right) || !near(percent(wrong.at(-1)!, 'width'), final.wrong))
				throw new Misdrawn(
					`Delivered are ${percent(right.at(-1)!, 'width')} right and ${percent(wrong.at(-1)!, 'width')} wrong, not ${final.right} and ${final.wrong}.`,
				);
			const [ghost] = all('.bar-ghost');
			if (ghost && !near(percent(ghost, 'width'), 100 * model.evaluate(essay).deliveredCorrect))
				throw new Misdrawn('The essay’s bar is off.');
			const stated = Array.from(svg.querySelectorAll('.bar-value.tone-useful'), (text) => text.textContent!).at(-1)!;
			if (!stated.startsWith('<') && Math.abs(parseFloat(stated) - final.right) > 0.51)
				throw new Misdrawn(`“${stated}”, where ${final.right} are.`);
		},
	},
});
