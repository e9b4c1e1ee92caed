import { datedPoints, rowsOf } from '../../sources/datasets.ts';

const DAY = 86_400_000;

/** The measured task lengths, each with its day since 1970 and its 80 % horizon. */
export default () => {
	const rows = rowsOf('time-horizons');
	return {
		points: datedPoints('time-horizons', 'model', 'model', 'p50').map((point, i) => ({
			...point,
			day: Date.parse(String(rows[i]!['date'])) / DAY,
			p80: Number(rows[i]!['p80']),
		})),
	};
};
