import type { Inputs } from '../../src/engine/model.ts';
import { reported } from '../../src/parameters/record.ts';

/**
 * The models that edition 3 changed, written a second time: by other formulas where there are any, without the shortcuts
 * that make the models fast, and without any of their code. Slow and plain on purpose.
 */
type Model = (inputs: Readonly<Record<string, number>>, choices: Inputs) => Readonly<Record<string, number>>;

/** Sums numbers with compensation (Neumaier), so that rounding does not grow with their count. */
function sumOf(count: number, term: (i: number) => number): number {
	let [sum, lost] = [0, 0];
	for (let i = 0; i < count; i++) {
		const value = term(i);
		const next = sum + value;
		lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
		sum = next;
	}
	return sum + lost;
}

/** Returns Zipf's frequencies of so many kinds, the commonest first. */
function frequencies(kinds: number, s: number): Float64Array {
	const weights = new Float64Array(kinds).map((_, i) => Math.pow(i + 1, -s));
	const total = sumOf(kinds, (i) => weights[i]!);
	return weights.map((weight) => weight / total);
}
/** Returns the chance that the next case is of a kind that was first met after `from` cases and within `to`. */
const metBetween = (shares: Float64Array, from: number, to: number): number =>
	sumOf(shares.length, (i) => {
		const p = shares[i]!;
		const log = Math.log1p(-p);
		return to > from ? p * Math.exp(from * log) * (to === Infinity ? 1 : 0 - Math.expm1((to - from) * log)) : 0;
	});

/** Returns the level of each ability at a date, as a logarithm. */
function levels(i: Readonly<Record<string, number>>, year: number): number[] {
	const learner = i['humanLevelYear']! - i['ramp']! / 2;
	const tau = i['ramp']! / (2 * Math.log(9));
	const n = i['abilities']!;
	const middles: number[] = [];
	for (let k = 0; k < n; k++) middles.push(i['firstYear']! + ((learner - i['firstYear']!) * k) / (n - 1));
	for (let j = 1; j <= i['afterLearner']!; j++) middles.push(learner + j * i['yearsPerBottleneck']!);
	return middles.map((middle) => {
		const z = (year - middle) / tau;
		return z >= 0 ? -Math.log1p(Math.exp(-z)) : z - Math.log1p(Math.exp(z));
	});
}
function useful(i: Readonly<Record<string, number>>, year: number): number {
	const logs = levels(i, year);
	const rho = (i['substitutability']! - 1) / i['substitutability']!;
	if (Math.abs(rho) < 1e-9) return Math.exp(logs.reduce((a, b) => a + b) / logs.length);
	const most = Math.max(...logs.map((log) => rho * log));
	const mean = logs.reduce((sum, log) => sum + Math.exp(rho * log - most), 0) / logs.length;
	return Math.exp((most + Math.log(mean)) / rho);
}
function impressive(i: Readonly<Record<string, number>>, year: number): number {
	const tested = Math.max(1, Math.floor(i['testedShare']! * i['abilities']! + 0.5));
	return (
		levels(i, year)
			.slice(0, tested)
			.reduce((sum, log) => sum + Math.exp(log), 0) / tested
	);
}
/** Returns the first year from 1990 to 2200 with 95%, by bisection. */
function yearOf(share: (year: number) => number): number {
	if (share(1990) >= 0.95) return 1990;
	if (share(2200) < 0.95) return Infinity;
	let [low, high] = [1990, 2200];
	for (let k = 0; k < 100; k++) {
		const middle = (low + high) / 2;
		if (share(middle) >= 0.95) high = middle;
		else low = middle;
	}
	return high;
}

/** Returns labs' revenue at each quarter from 2015 to 2060. */
function revenue(i: Readonly<Record<string, number>>): number[] {
	const { adoptionP: p, adoptionQ: q } = i as { adoptionP: number; adoptionQ: number };
	const bass = (x: number) => (x <= 0 ? 0 : (0 - Math.expm1(-(p + q) * x)) / (1 + (q / p) * Math.exp(-(p + q) * x)));
	const wages = i['gdp']! * i['labourShare']! * i['knowledgeShare']! * 1000;
	const able = Array.from({ length: 181 }, (_, j) => useful(i, 2015 + j / 4));
	return able.map((_, J) => {
		const year = 2015 + J / 4;
		let adopted = 0;
		for (let j = 1; j <= J; j++) adopted += (able[j]! - able[j - 1]!) * bass((J - j + 0.5) / 4);
		const price = i['priceRatio']! / Math.pow(i['priceDecline']!, Math.max(0, year - 2026));
		return wages * Math.pow(1 + i['wageGrowth']!, year - 2025) * Math.pow(price, 1 - i['labourElasticity']!) * adopted;
	});
}

/** Solves Ax = b by Gaussian elimination with pivots. Returns x and ln |det A|. */
function solve(matrix: number[][], right: number[]): { x: number[]; logDeterminant: number } {
	const a = matrix.map((row, k) => [...row, right[k]!]);
	const n = a.length;
	let logDeterminant = 0;
	for (let c = 0; c < n; c++) {
		let pivot = c;
		for (let r = c + 1; r < n; r++) if (Math.abs(a[r]![c]!) > Math.abs(a[pivot]![c]!)) pivot = r;
		[a[c], a[pivot]] = [a[pivot]!, a[c]!];
		logDeterminant += Math.log(Math.abs(a[c]![c]!));
		for (let r = c + 1; r < n; r++) {
			const factor = a[r]![c]! / a[c]![c]!;
			for (let k = c; k <= n; k++) a[r]![k]! -= factor * a[c]![k]!;
		}
	}
	const x = new Array<number>(n).fill(0);
	for (let r = n - 1; r >= 0; r--) {
		let rest = a[r]![n]!;
		for (let k = r + 1; k < n; k++) rest -= a[r]![k]! * x[k]!;
		x[r] = rest / a[r]![r]!;
	}
	return { x, logDeterminant };
}

export const independent: Readonly<Record<string, Model>> = {
	payback(i, { paybackUntil }) {
		const {
			skillReturn: v,
			skillDecay,
			discountRate,
		} = i as {
			skillReturn: number;
			skillDecay: number;
			discountRate: number;
		};
		const k = skillDecay + discountRate;
		const end = i['humanLevelYear']! - (paybackUntil === 'half-way' ? i['ramp']! / 2 : 0) - 2026;
		const breakEvenYears = k < 1e-12 ? 1 / v : v > k ? (0 - Math.log1p(-k / v)) / k : Infinity;
		return {
			presentValue: k < 1e-12 ? v * end : (v * (0 - Math.expm1(-k * end))) / k,
			breakEvenYears,
			breakEvenYear: 2026 + breakEvenYears,
		};
	},
	'long-tail'(i) {
		const { taskTypes, tasksPerDay: m } = i as { taskTypes: number; tasksPerDay: number };
		const shares = frequencies(taskTypes, i['zipf']!);
		const K = Math.min(Math.floor(i['bakedSkills']! * i['bakedGeneralisation']! + 0.5), taskTypes);
		const coverage = K === taskTypes ? 1 : sumOf(K, (r) => shares[r]!);
		return {
			coverage,
			missesPerDay: m * sumOf(taskTypes - K, (r) => shares[K + r]!),
			cleanDay: Math.pow(coverage, m),
			learnerMissShare: metBetween(shares, m * i['daysOnJob']! * i['generalisation']!, Infinity),
		};
	},
	fleet(i) {
		const shares = frequencies(i['situations']!, i['situationTail']!);
		const cases = (n: number) => i['casesPerCopy']! * (1 + i['pooledShare']! * (Math.max(n, 1) - 1));
		const n = i['instances']!;
		const old = 1 - i['churn']!;
		const behind = metBetween(shares, cases(n * Math.pow(i['fleetGrowth']!, -i['replicationLag']! / 12)), Infinity);
		return {
			known: old * metBetween(shares, 0, cases(n)),
			knownAlone: old * metBetween(shares, 0, cases(1)),
			doublingAdds: old * metBetween(shares, cases(n), cases(2 * n)),
			firstThousand: old * metBetween(shares, 0, cases(1000)),
			nextThousand: old * metBetween(shares, cases(1000), cases(2000)),
			leadRatio: behind === 0 ? 1 : metBetween(shares, cases(n), Infinity) / behind,
		};
	},
	'impressive-useful'(i) {
		const impressiveYear = yearOf((year) => impressive(i, year));
		const usefulYear = yearOf((year) => useful(i, year));
		return {
			impressiveNow: impressive(i, 2026),
			usefulNow: useful(i, 2026),
			impressiveYear,
			usefulYear,
			lagYears: usefulYear - impressiveYear,
		};
	},
	forecast(i) {
		const paid = revenue(i);
		const trillion = paid.findIndex((billions) => billions >= 1000);
		return {
			agiYear: yearOf((year) => useful(i, year)),
			capability2030: useful(i, 2030),
			revenue2026: paid[44]!,
			revenue2030: paid[60]!,
			revenue2040: paid[100]!,
			trillionYear: trillion < 0 ? Infinity : 2015 + trillion / 4,
		};
	},
	record(i, { wholeProjects, clearBriefs }) {
		const paid = revenue(i).map((billions) => Math.log(Math.max(1e-300, billions)));
		const logit = (share: number) => {
			const inside = Math.min(1 - 1e-16, Math.max(1e-300, share));
			return Math.log(inside) - Math.log1p(-inside);
		};
		const counted = reported.filter(
			({ kind, year }) =>
				year <= i['recordUntil']! &&
				(kind === 'revenue' || (kind === 'wholeProjects' ? wholeProjects : clearBriefs) === 'on'),
		);
		if (counted.length === 0) return { logLikelihood: 0 };
		const e = counted.map(({ kind, year, value }) => {
			if (kind === 'wholeProjects') return logit(useful(i, year)) - logit(value);
			if (kind === 'clearBriefs') return logit(impressive(i, year)) - logit(value);
			const quarter = Math.floor((year - 2015) * 4);
			const part = (year - 2015) * 4 - quarter;
			return (1 - part) * paid[quarter]! + part * paid[quarter + 1]! - Math.log(value);
		});
		const [s, r] = [Math.log(i['modelError']!), Math.log(i['slopeError']!)];
		const covariance = counted.map((a, j) =>
			counted.map((b, k) =>
				a.kind !== 'revenue' || b.kind !== 'revenue'
					? Number(j === k)
					: s * s * Math.exp(-Math.abs(a.year - b.year) / 2) +
						r * r * (a.year - 2026) * (b.year - 2026) +
						(j === k ? 0.15 ** 2 : 0),
			),
		);
		const { x, logDeterminant } = solve(covariance, e);
		const squares = e.reduce((sum, value, k) => sum + value * x[k]!, 0);
		return { logLikelihood: -squares / 2 - logDeterminant / 2 - (e.length / 2) * Math.log(2 * Math.PI) };
	},
};
