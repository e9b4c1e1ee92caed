/** Seconds of the units of time in which lengths are printed. */
const SECONDS = { second: 1, minute: 60, hour: 3600, day: 86_400, month: 2_629_746, year: 31_556_952 } as const;
const LENGTH = /(?<![\d.,])(\d[\d,]*(?:\.\d+)?) (second|minute|hour|day|month|year)s?\b(?! a )/g;

/** Returns the lengths of time that a text states in two units. */
export function twice(text: string): readonly string[] {
	const lengths = Array.from(text.matchAll(LENGTH), ([written, number, unit]) => ({
		written,
		unit,
		seconds: Number(number!.replaceAll(',', '')) * SECONDS[unit as keyof typeof SECONDS],
	}));
	return lengths.flatMap((one) =>
		lengths
			.filter((other) => other.unit! > one.unit! && Math.abs(other.seconds / one.seconds - 1) < 0.01)
			.map((other) => `${one.written} = ${other.written}`),
	);
}

const UNIT = new RegExp(`\\b(${Object.keys(SECONDS).join('|')})s?\\b`, 'i');

/** Returns the numbers of a plot's axes; a bare number has the unit that the axis' title names. */
const numbersOf = (plot: Element): readonly string[] =>
	(['y', 'x'] as const).flatMap((side) => {
		const title = plot.querySelector(side === 'y' ? '.axis-title:not(.axis-title-x)' : '.axis-title-x');
		const unit = UNIT.exec(title?.textContent ?? '')?.[1]?.toLowerCase();
		return Array.from(plot.querySelectorAll(`.axis-${side} text`), ({ textContent: tick }) =>
			unit && /^[\d.,]+$/.test(tick) ? `${tick} ${unit}s` : tick,
		);
	});

/** Returns what a drawn figure states: numbers of axes, labels, values beside controls, summary and table. */
export const drawnWords = (figure: Element): string =>
	[
		...Array.from(figure.querySelectorAll('.plot'), numbersOf).flat(),
		...Array.from(figure.querySelectorAll('.point-label, .value, .summary, td, th'), ({ textContent }) => textContent),
	]
		.join('\n')
		.replaceAll('\u00a0', ' ');
