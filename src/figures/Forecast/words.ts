import type { OutputsOf, Path } from '../../engine/model.ts';
import { formatNumber } from '../../engine/number-format.ts';
import forecast, { END } from '../../models/forecast.model.ts';
import { DONE } from '../../parameters/abilities.ts';

const share = (value: number) => formatNumber(value, 'fraction');
const dollars = (value: number) => formatNumber(value, 'bn$');
const yearOr = (value: number, never: string) => (Number.isFinite(value) ? `in ${formatNumber(value, 'year')}` : never);

/** Returns what the figure shows, in one paragraph. */
export function summary({
	agiYear,
	capability2030,
	revenue2026,
	revenue2030,
	revenue2040,
	trillionYear,
}: OutputsOf<typeof forecast>): string {
	const work = `Machines can do ${share(capability2030)} of knowledge work in 2030 and ${share(DONE)} ${yearOr(agiYear, 'never')}.`;
	const money = `Labs earn ${dollars(revenue2026)} in 2026, ${dollars(revenue2030)} in 2030 and ${dollars(revenue2040)} in 2040`;
	return `${work} ${money}, passing a trillion dollars ${yearOr(trillionYear, `at no time before ${END}`)}.`;
}

export const columns = ['Year', 'Within reach', 'Paid to labs'];

/** Returns the table behind the figure: every second year of the two curves. */
export const rows = (capability: Path, revenue: Path): string[][] => {
	const reached = new Map(capability);
	return revenue
		.filter(([year]) => year % 2 === 0)
		.map(([year, paid]) => [formatNumber(year, 'year'), share(reached.get(year)!), dollars(paid)]);
};
