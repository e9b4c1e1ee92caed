import model from '../../../src/models/lemons.model.ts';
import { rulerOf } from '../drawn-plot.ts';
import { DrawingError, figureSpec } from '../figure-spec.ts';

const PEOPLE = 100;
const place = (element: Element, attribute: string) => parseFloat(element.getAttribute(attribute)!);

export default figureSpec({
	model,
	table(inputs) {
		const { clearingWage, shareHired, costPerGoodHire, costPerCopy } = model.evaluate(inputs);
		return [
			['Pay at which the market settles', [clearingWage, '–']],
			['Share of candidates hired', [shareHired, 'fraction']],
			['One good hire', [costPerGoodHire, '$']],
			['One vetted copy', [costPerCopy, '$']],
		];
	},
	labels: [
		{ select: '.costs .end-label.tone-people', at: (inputs) => model.evaluate(inputs).costPerGoodHire },
		{ select: '.costs .end-label.tone-copies', at: (inputs) => model.evaluate(inputs).costPerCopy },
	],
	custom: {
		reason: 'a crowd has no axis: hired people are counted; the two costs have a horizontal axis only',
		check(figure, inputs) {
			const { shareHired, costPerGoodHire, costPerCopy } = model.evaluate(inputs);
			const people = Array.from(figure.querySelectorAll('.person'));
			if (people.length !== PEOPLE) throw new DrawingError(`${people.length} people, not ${PEOPLE}.`);
			const hired = people.filter((person) => person.classList.contains('hired'));
			// Rounding to whole people allows a difference of half a person.
			if (Math.abs(hired.length / PEOPLE - shareHired) > 0.5 / PEOPLE + 1e-9)
				throw new DrawingError(`${hired.length} of ${PEOPLE} are hired, not a share of ${shareHired}.`);
			if (people.slice(0, hired.length).some((person) => !hired.includes(person)))
				throw new DrawingError('The hired people are not the ones of lowest quality.');
			const places = new Set(people.map((person) => person.getAttribute('transform')));
			if (places.size !== PEOPLE) throw new DrawingError(`${PEOPLE} people are at ${places.size} positions.`);
			const key = figure.querySelector('.crowd-key')?.textContent ?? '';
			const counts = Array.from(key.matchAll(/\d+/g), ([count]) => Number(count));
			if (counts[0] !== hired.length || counts[1] !== PEOPLE - hired.length)
				throw new DrawingError(`The key is “${key}”; ${hired.length} of ${PEOPLE} are hired.`);

			const axis = rulerOf(
				Array.from(figure.querySelectorAll('.costs .axis-x text'), (text) => ({
					text: text.textContent ?? '',
					place: place(text, 'x'),
				})),
				/logarithmic/i.test(figure.querySelector('.costs .axis-title')?.textContent ?? ''),
			);
			for (const [tone, cost] of [
				['people', costPerGoodHire],
				['copies', costPerCopy],
			] as const) {
				const [dot, ...more] = figure.querySelectorAll(`.costs .dated.tone-${tone}`);
				if (!dot || more.length > 0) throw new DrawingError(`The row of ${tone} does not have exactly one dot.`);
				if (Math.abs(place(dot, 'cx') - axis.toPlace(cost)) > 0.3)
					throw new DrawingError(`The dot of ${tone} is at ${axis.toValue(place(dot, 'cx'))} dollars, not at ${cost}.`);
			}
		},
	},
});
