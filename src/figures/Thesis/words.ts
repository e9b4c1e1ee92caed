import type { InputsOf, OutputsOf } from '../../engine/model.ts';
import { formatNumber } from '../../engine/number-format.ts';
import type model from '../../models/impressive-useful.model.ts';
import { impressiveAt } from '../../models/impressive-useful.model.ts';
import { usefulAt } from '../../parameters/abilities.ts';

const yearOr = (year: number) => (Number.isFinite(year) ? `in ${formatNumber(year, 'year')}` : 'never');

/** Returns what the figure shows, in one paragraph. */
export const summary = ({ impressiveYear, usefulYear }: OutputsOf<typeof model>): string =>
	`What benchmarks see is all but complete ${yearOr(impressiveYear)}, the whole job ${yearOr(usefulYear)}.`;

export const columns = ['Year', 'Impressive', 'Useful'];

/** Returns the table behind the figure. */
export const rows = (inputs: InputsOf<typeof model>): string[][] =>
	[2025, 2027, 2030, 2035, 2040, 2045].map((year) => [
		formatNumber(year, 'year'),
		formatNumber(impressiveAt(inputs, year), 'fraction'),
		formatNumber(usefulAt(inputs, year), 'fraction'),
	]);
