import type { OutputsOf, Path } from '../../engine/model.ts';
import { formatNumber } from '../../engine/number-format.ts';
import type model from '../../models/impressive-useful.model.ts';

const when = (year: number) => (Number.isFinite(year) ? `in ${formatNumber(year, 'year')}` : 'never');

/** The picture in one paragraph. */
export const summary = ({ impressiveYear, usefulYear }: OutputsOf<typeof model>): string =>
	`What benchmarks see is all but complete ${when(impressiveYear)}, the whole job ${when(usefulYear)}.`;

export const columns = ['Year', 'Impressive', 'Useful'];

/** The table behind it: some years of the two curves. */
export function rows(impressive: Path, useful: Path): string[][] {
	const [seen, got] = [new Map(impressive), new Map(useful)];
	const share = (value: number) => formatNumber(value, 'fraction');
	return [2025, 2027, 2030, 2035, 2040, 2045].map((year) => [
		formatNumber(year, 'year'),
		share(seen.get(year)!),
		share(got.get(year)!),
	]);
}
