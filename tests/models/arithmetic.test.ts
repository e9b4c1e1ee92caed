import { describe, expect, it } from 'vitest';
import { baselineOf, type InputsOf } from '../../src/engine/model.ts';
import { pathOf } from '../../src/engine/path.ts';
import bottlenecks, { chancesLeft, chancesOfMore } from '../../src/models/bottlenecks.model.ts';
import fleet, { exponentOver, knownTo, rivalFleet } from '../../src/models/fleet.model.ts';
import forecast, { revenuePath } from '../../src/models/forecast.model.ts';
import gapDecomposition, { stairs } from '../../src/models/gap-decomposition.model.ts';
import impressiveUseful, { impressiveAt } from '../../src/models/impressive-useful.model.ts';
import lead, { leadAfter, runawayFrom } from '../../src/models/lead.model.ts';
import lemons from '../../src/models/lemons.model.ts';
import { coverageOf, kindsCovered } from '../../src/models/long-tail.model.ts';
import macrophage from '../../src/models/macrophage.model.ts';
import medianHuman, { modelMultiple, peopleAt, spreadOf } from '../../src/models/median-human.model.ts';
import payback, { earnedBy } from '../../src/models/payback.model.ts';
import revenueGap, { revenueAfter } from '../../src/models/revenue-gap.model.ts';
import rlCeiling, { computeFor, gainOf, straightAt } from '../../src/models/rl-ceiling.model.ts';
import rlScaling, { steepness } from '../../src/models/rl-scaling.model.ts';
import { homesFor } from '../../src/models/robot-homes.model.ts';
import { doublingSteps } from '../../src/models/software-explosion.model.ts';
import timeHorizon, {
	fitFrom,
	horizonAt,
	MEASURED,
	reliableShare,
	yearOfHorizon,
} from '../../src/models/time-horizon.model.ts';
import verification, { deliveredAfter } from '../../src/models/verification.model.ts';
import { abilityLogs, LATEST, usefulAt, yearOf } from '../../src/parameters/abilities.ts';

/** Tests of what figures draw besides outputs, against independent calculations. */

/** Expects equality to a relative error of 1e-9. */
function expectAlike(values: readonly number[], expected: readonly number[]) {
	expect(values).toHaveLength(expected.length);
	values.forEach((value, i) =>
		expect(Math.abs(value - expected[i]!), `${value}, not ${expected[i]}`).toBeLessThanOrEqual(
			1e-9 * Math.abs(expected[i]!),
		),
	);
}

describe('the revenue gap model', () => {
	const growth = { revenue: 10, revenueGrowth: 4, growthHalving: 2 };
	it('halves the log growth rate after each half-life', () => {
		const rate = (years: number) =>
			Math.log(revenueAfter(growth, years + 1e-4) / revenueAfter(growth, years - 1e-4)) / 2e-4;
		expect(revenueAfter(growth, 0)).toBe(10);
		[0, 2, 4, 6].forEach((years, i) => expect(rate(years)).toBeCloseTo(Math.log(4) / 2 ** i, 6));
	});
	it('has a path of quarters over 25 years that meets the wages after `yearsToClose`', () => {
		const inputs = baselineOf(revenueGap);
		const path = pathOf(revenueGap, { path: 'revenue' }, inputs);
		expect([path.length, path[1]![0], path.at(-1)![0]]).toEqual([101, 0.25, 25]);
		expectAlike(
			path.map(([, revenue]) => revenue),
			path.map(([years]) => revenueAfter(inputs, years)),
		);
		const { yearsToClose, wageBill } = revenueGap.evaluate({ ...inputs, targetShare: 0.2 });
		expectAlike([revenueAfter(inputs, yearsToClose)], [0.2 * 1000 * wageBill]);
	});
});

describe('the gap decomposition model', () => {
	const inputs = {
		...baselineOf(gapDecomposition),
		revenue: 50,
		adoptionShare: 0.25,
		priceRatio: 0.04,
		labourElasticity: 0.5,
	};
	it('has the gap of the revenue gap model, and steps that sum to it', () => {
		const { orders } = revenueGap.evaluate({ ...baselineOf(revenueGap), revenue: 50 });
		const outputs = gapDecomposition.evaluate(inputs);
		const steps = stairs(outputs);
		expectAlike([outputs.gapOrders, steps.at(-1)!.to], [orders, orders]);
		expect(steps.map(({ key }) => key)).toEqual(['diffusionOrders', 'priceOrders', 'capabilityOrders']);
		expect(steps[0]!.from).toBe(0);
		// A quarter of employers is 0.602 orders; a fifth of the wage, 0.699 orders.
		expectAlike(
			steps.flatMap(({ from, to }) => [from, to]),
			[0, Math.log10(4), Math.log10(4), Math.log10(20), Math.log10(20), orders],
		);
	});
});

describe('the time horizon model', () => {
	const inputs = { ...baselineOf(timeHorizon), horizonStart: 100, doublingDays: 365.25 };
	it('doubles horizons in the doubling time from the measured one', () => {
		expectAlike(
			[-1, 0, 1, 3].map((years) => horizonAt(inputs, MEASURED + years)),
			[50, 100, 200, 800],
		);
		expect([50, 100, 800].map((minutes) => yearOfHorizon(inputs, minutes))).toEqual([
			MEASURED - 1,
			MEASURED,
			MEASURED + 3,
		]);
		expect(horizonAt({ ...inputs, doublingDays: 182.625 }, MEASURED + 1)).toBeCloseTo(400, 9);
	});
	it('shortens horizons at higher success rates, and leaves them unchanged at 50%', () => {
		expect(reliableShare({ reliability: 0.5, hazardShape: 0.68 })).toBe(1);
		expect(reliableShare({ reliability: 2 ** -0.25, hazardShape: 0.5 })).toBeCloseTo(1 / 16, 12);
	});
	it('fits only measurable tasks, from the given year', () => {
		const day = (year: number) => (year - 1970) * 365.2425;
		// Doubling every 100 days until 2023, every 50 after; a task of two days is above the measurable range.
		const measured = [2021, 2022, 2023].map((year) => [day(year), 2 ** ((day(year) - day(2023)) / 100)] as const);
		const later = [2023.5, 2024].map((year) => [day(year), 2 ** ((day(year) - day(2023)) / 50)] as const);
		const fit = fitFrom([...measured, ...later, [day(2024.5), 2880]], 2023);
		expect(fit.doubling).toBeCloseTo(50, 9);
		expectAlike([fit.minutesIn(2023), fit.minutesIn(2024)], [1, later[1]![1]]);
		expect(fitFrom(measured).doubling).toBeCloseTo(100, 9);
		expect(
			fitFrom([
				[0, 480],
				[100, 960],
				[200, 960.1],
			]).doubling,
		).toBeCloseTo(100, 9);
	});
});

describe('the median human model', () => {
	const crowd = { outputSpread: 0.5, teamLinks: 2 };
	it('multiplies the spread of teams by the number of links', () => expect(spreadOf(crowd)).toBe(1));
	it('has a density that peaks at the median, is symmetric and integrates to 1', () => {
		expectAlike([peopleAt(crowd, 3)], [peopleAt(crowd, 1 / 3)]);
		expectAlike([peopleAt(crowd, Math.E) / peopleAt(crowd, 1)], [Math.exp(-0.5)]);
		for (const outputSpread of [0.3, 1]) {
			const step = 0.001;
			const all = Array.from(
				{ length: 20_001 },
				(_, i) => peopleAt({ outputSpread, teamLinks: 1 }, Math.exp((i - 10_000) * step)) * step,
			).reduce((a, b) => a + b);
			expect(all).toBeCloseTo(Math.sqrt(2 * Math.PI), 9);
		}
	});
	it('places the model at the quantile of the people who produce less', () => {
		expect(modelMultiple({ ...crowd, aiPercentile: 0.5 })).toBe(1);
		expect(Math.log(modelMultiple({ ...crowd, aiPercentile: 0.8413447460685429 }))).toBeCloseTo(1, 9);
		const inputs = { ...baselineOf(medianHuman), aiPercentile: 0.9, outputSpread: 0.7 };
		// The mean of a log-normal is e^(s²/2) medians.
		expectAlike([medianHuman.evaluate(inputs).valueVsAverage], [modelMultiple(inputs) / Math.exp(0.245)]);
	});
});

describe('the fleet model', () => {
	const inputs = { ...baselineOf(fleet), instances: 10_000, fleetGrowth: 4, replicationLag: 6 };
	it('knows what one copy has met, and more with each that pools its cases', () => {
		const two = { ...inputs, situations: 1000, situationTail: 0.5, casesPerCopy: 1 };
		const shares = Array.from({ length: 1000 }, (_, i) => (i + 1) ** -0.5);
		const total = shares.reduce((a, b) => a + b);
		const expected = (cases: number) =>
			shares.reduce((sum, s) => sum + (s / total) * (1 - (1 - s / total) ** cases), 0);
		expectAlike([knownTo(two, 1), knownTo({ ...two, pooledShare: 0.5 }, 3)], [expected(1), expected(2)]);
	});
	it('gives the rival the fleet’s size before the lag', () => {
		expectAlike([rivalFleet(inputs)], [5000]);
		const { known, leadRatio } = fleet.evaluate(inputs);
		expectAlike([(1 - known) / leadRatio], [1 - knownTo(inputs, 5000)]);
	});
	it('has a local exponent that is the slope between twice as many copies', () => {
		const unmet = (copies: number) => 1 - knownTo(inputs, copies);
		expectAlike([exponentOver(inputs, 1000)], [Math.log2(unmet(1000) / unmet(2000))]);
	});
});

describe('the robot homes model', () => {
	it('multiplies homes with each nine', () =>
		expect([0, 1, 2, 3].map((nines) => homesFor({ homesPerNine: 32 }, nines))).toEqual([1, 32, 1024, 32_768]));
});

describe('the lead model', () => {
	const inputs = { headStart: 0.5, replicationLag: 4, flywheel: 0.1 };
	it('grows by trick and flywheel, less the leak', () => {
		expect(leadAfter(inputs, 0)).toBe(0);
		for (const flywheel of [0, 0.1, 0.25, 0.6])
			for (const months of [1, 7, 20]) {
				const speed =
					(leadAfter({ ...inputs, flywheel }, months + 1e-4) - leadAfter({ ...inputs, flywheel }, months - 1e-4)) /
					2e-4;
				expect(speed / (0.5 + (flywheel - 0.25) * leadAfter({ ...inputs, flywheel }, months))).toBeCloseTo(1, 6);
			}
	});
	it('runs away once the flywheel balances the leak', () => {
		expect(runawayFrom(4)).toBe(0.25);
		for (const replicationLag of [0.5, 4, 20]) {
			const runaway = (flywheel: number) => lead.evaluate({ ...baselineOf(lead), replicationLag, flywheel }).runaway;
			expect([runaway(runawayFrom(replicationLag) * 0.999), runaway(runawayFrom(replicationLag) * 1.001)]).toEqual([
				false,
				true,
			]);
		}
	});
});

describe('the bottlenecks model', () => {
	const inputs = (own: Partial<InputsOf<typeof bottlenecks>>) => ({ ...baselineOf(bottlenecks), ...own });
	it('has probabilities that sum to 1 and have the model’s mean', () => {
		for (const priorShape of ['poisson', 'geometric', 'power'] as const)
			for (const solved of [0, 3, 10]) {
				const prior = inputs({ priorShape, solved, priorTail: 4 });
				const chances = chancesLeft(prior, 10_000 - solved);
				expect(
					chances.reduce((sum, chance) => sum + chance, 0),
					priorShape,
				).toBeCloseTo(1, 6);
				expect(
					chances.reduce((sum, chance, i) => sum + (i + 1) * chance, 0) / bottlenecks.evaluate(prior).expectedRemaining,
					priorShape,
				).toBeCloseTo(1, 6);
			}
	});
	it('has a certain first bottleneck, and conditional probabilities after it', () => {
		expectAlike(chancesOfMore(inputs({ priorMean: 4 }), 4), [1, 0.75, 0.5625, 0.421875]);
		const poisson = chancesOfMore(inputs({ priorShape: 'poisson', priorMean: 2, solved: 0 }), 3);
		expectAlike(poisson, [1, 1 - 1 / Math.E, 1 - 2 / Math.E]);
		for (const exists of chancesOfMore(inputs({ priorShape: 'poisson', priorMean: 1.5 }), 40))
			expect(exists).toBeGreaterThanOrEqual(0);
	});
});

describe('the long tail model', () => {
	const tasks = { taskTypes: 4, zipf: 1 };
	it('covers the commonest kinds first', () =>
		expectAlike(
			[1, 2, 4, 9].map((kinds) => coverageOf(tasks, kinds)),
			[0.48, 0.72, 1, 1],
		));
	it('rounds halves of a covered kind up, and covers no more kinds than there are', () => {
		const covered = (bakedSkills: number, bakedGeneralisation: number) =>
			kindsCovered({ taskTypes: 100, bakedSkills, bakedGeneralisation });
		expect([covered(3, 1.5), covered(3, 1.49), covered(1, 1), covered(60, 2)]).toEqual([5, 4, 1, 100]);
	});
});

describe('the payback model', () => {
	const lesson = { skillReturn: 1, skillDecay: 0.3, discountRate: 0.2 };
	it('starts at 0 and grows ever more slowly', () => {
		expect(earnedBy(lesson, 2026)).toBe(0);
		const flow = (year: number) => (earnedBy(lesson, year + 1e-4) - earnedBy(lesson, year - 1e-4)) / 2e-4;
		[2027, 2030, 2040].forEach((year) => expect(flow(year)).toBeCloseTo(Math.exp(-0.5 * (year - 2026)), 6));
		expect(earnedBy({ skillReturn: 0.5, skillDecay: 0, discountRate: 0 }, 2030)).toBe(2);
	});
	it('has a path of twenty years that reaches a dollar in the break-even year', () => {
		const path = pathOf(payback, { path: 'earned' }, baselineOf(payback));
		expect([path.length, path[0], path[1]![0], path.at(-1)![0]]).toEqual([81, [2026, 0], 2026.25, 2046]);
		expectAlike(
			path.map(([, earned]) => earned),
			path.map(([year]) => payback.evaluate({ ...baselineOf(payback), humanLevelYear: year }).presentValue),
		);
		expectAlike([earnedBy(baselineOf(payback), payback.evaluate(baselineOf(payback)).breakEvenYear)], [1]);
	});
});

describe('the lemons model', () => {
	it('hires the share of ten thousand candidates, evenly spread over quality, for whom the pay is enough', () => {
		const inputs = { ...baselineOf(lemons), qualityFloor: 0.3 };
		const { clearingWage, shareHired } = lemons.evaluate(inputs);
		const qualities = Array.from({ length: 10_000 }, (_, i) => 0.3 + (0.7 * (i + 0.5)) / 10_000);
		expect(qualities.filter((quality) => quality <= clearingWage).length / 10_000).toBeCloseTo(shareHired, 3);
	});
});

describe('the macrophage model', () => {
	it('charges one pipeline in total and one lesson per laboratory, and equals both at the break-even', () => {
		const inputs = { ...baselineOf(macrophage), wage: 50, showHours: 4 };
		const [pipeline, showing] = [
			pathOf(macrophage, { path: 'pipeline' }, inputs),
			pathOf(macrophage, { path: 'showing' }, inputs),
		];
		const { pipelineCost, breakEvenLabs } = macrophage.evaluate(inputs);
		expect(pipeline).toEqual([
			[1, pipelineCost],
			[100_000, pipelineCost],
		]);
		expect(showing).toEqual([
			[1, 200],
			[100_000, 20_000_000],
		]);
		expectAlike([breakEvenLabs * 200], [pipelineCost]);
	});
});

describe('the RL ceiling model', () => {
	const recipe = { ...baselineOf(rlCeiling), rlBase: 0.2, rlCeiling: 0.6, rlSteepness: 2, rlMidpoint: 1000 };
	it('gains half at the midpoint, and follows logistic odds', () => {
		expect(gainOf(recipe)).toBeCloseTo(0.4, 12);
		expect(gainOf({ ...recipe, rlCeiling: 0.1 })).toBe(0);
		expectAlike(
			[0.1, 0.5, 0.9].map((share) => computeFor(recipe, share)),
			[1000 / 3, 1000, 3000],
		);
		const { tenToNinety } = rlCeiling.evaluate(recipe);
		expectAlike([tenToNinety], [computeFor(recipe, 0.9) / computeFor(recipe, 0.1)]);
	});
	it('has a tangent at the midpoint', () => {
		const curveAt = (rlCompute: number) => rlCeiling.evaluate({ ...recipe, rlCompute }).passRate;
		expect(straightAt(recipe, 1000)).toBeCloseTo(0.4, 12);
		const slope = (at: (compute: number) => number) => (at(1000 * 10 ** 1e-4) - at(1000 * 10 ** -1e-4)) / 2e-4;
		expect(slope((compute) => straightAt(recipe, compute))).toBeCloseTo(slope(curveAt), 6);
		const drawn = pathOf(rlCeiling, { path: 'straight' }, recipe);
		expectAlike([drawn[0]![0], drawn.at(-1)![0]], [100 / 1500, 1e7 / 1500]);
		expectAlike(
			drawn.map(([, passRate]) => passRate),
			drawn.map(([multiple]) => straightAt(recipe, 1500 * multiple)),
		);
	});
	it('is drawn by multiples of the smallest run that the study fitted', () => {
		const drawn = pathOf(rlCeiling, { path: 'climb' }, recipe);
		expectAlike(
			drawn.map(([, passRate]) => passRate),
			drawn.map(([multiple]) => rlCeiling.evaluate({ ...recipe, rlCompute: 1500 * multiple }).passRate),
		);
	});
});

describe('the RL scaling model', () => {
	it('has the slope of pretraining times the ratio of orders', () => {
		const inputs = { ...baselineOf(rlScaling), inferencePerPretraining: 1.2, rlPerInference: 2.5, gptLevels: 2 };
		const { orders, pretrainingScaleUp } = rlScaling.evaluate(inputs);
		expectAlike([steepness(inputs), orders / Math.log10(pretrainingScaleUp)], [3, 3]);
	});
	it('starts at today’s compute, as every other line does', () => {
		for (const output of ['pretrainingScaleUp', 'inferenceScaleUp', 'rlScaleUp', 'totalScaleUp'] as const)
			expect(
				pathOf(rlScaling, { along: 'gptLevels', output, from: 0, to: 2, steps: 40 }, baselineOf(rlScaling))[0],
			).toEqual([0, 1]);
	});
});

describe('the software explosion model', () => {
	it('keeps the doubling time at critical returns, and shortens it above them', () => {
		const steps = doublingSteps({ speedUp: 3, softwareReturns: 1, returnsDamping: 0.3, ceilingDoublings: 1e12 }, 5);
		steps.forEach((months) => expect(months).toBeCloseTo(1, 9));
		const [first, second] = doublingSteps(
			{ speedUp: 1, softwareReturns: 2, returnsDamping: 1, ceilingDoublings: 1e12 },
			2,
		);
		expectAlike([first!, second!], [3, 3 / Math.SQRT2]);
	});
	it('ends at the ceiling', () =>
		expect(
			doublingSteps({ speedUp: 8, softwareReturns: 1.2, returnsDamping: 0.3, ceilingDoublings: 10 }, 60),
		).toHaveLength(10));
});

describe('the verification model', () => {
	const check = { rawSuccess: 0.5, catchRate: 0.8, falseAlarm: 0.1 };
	it('delivers nothing before the first attempt, then the accepted share of each attempt', () => {
		expect(deliveredAfter(check, 0)).toEqual({ right: 0, wrong: 0 });
		// Each attempt: 45% right and accepted, 10% wrong and accepted, 45% sent back.
		for (const attempts of [1, 2, 3, 6]) {
			const sum = Array.from({ length: attempts }, (_, i) => 0.45 ** i).reduce((a, b) => a + b);
			const { right, wrong } = deliveredAfter(check, attempts);
			expectAlike([right, wrong], [0.45 * sum, 0.1 * sum]);
		}
	});
	it('delivers nothing if nothing is accepted, and everything if everything is', () => {
		expect(deliveredAfter({ rawSuccess: 0, catchRate: 1, falseAlarm: 0 }, 5)).toEqual({ right: 0, wrong: 0 });
		expect(deliveredAfter({ rawSuccess: 0.75, catchRate: 0, falseAlarm: 0 }, 5)).toEqual({ right: 0.75, wrong: 0.25 });
		expect(verification.evaluate({ rawSuccess: 0, catchRate: 1, falseAlarm: 0, attempts: 2 })).toEqual({
			acceptedCorrect: 0,
			accepted: 0,
			deliveredCorrect: 0,
			deliveredWrong: 0,
		});
	});
});

describe('the ability ramps', () => {
	const inputs = { ...baselineOf(impressiveUseful), firstYear: 2020, humanLevelYear: 2032, abilities: 3, ramp: 4 };
	it('reach 50% in their year, and 10% and 90% half a ramp before and after', () => {
		const level = (i: number, year: number) => Math.exp(abilityLogs(inputs, year)[i]!);
		expectAlike(
			[level(0, 2020), level(1, 2025), level(2, 2030), level(2, 2028), level(2, 2032)],
			[0.5, 0.5, 0.5, 0.1, 0.9],
		);
	});
	it('`impressiveAt` averages the tested abilities: at least one, halves rounded up', () => {
		const level = (year: number) => 1 / (1 + Math.exp((-(2025 - year) * Math.log(9)) / 2));
		expectAlike([impressiveAt({ ...inputs, testedShare: 0.1 }, 2025)], [level(2020)]);
		expectAlike([impressiveAt({ ...inputs, testedShare: 0.5 }, 2025)], [(level(2020) + 0.5) / 2]);
		expectAlike([impressiveAt({ ...inputs, testedShare: 1 }, 2025)], [(level(2020) + 0.5 + level(2030)) / 3]);
	});
	it('have a path from 2015 to 2050, three points a year', () => {
		for (const [path, at] of [
			['impressive', impressiveAt],
			['useful', usefulAt],
		] as const) {
			const curve = pathOf(impressiveUseful, { path }, inputs);
			expect([curve.length, curve[0]![0], curve[3]![0], curve.at(-1)![0]]).toEqual([106, 2015, 2016, 2050]);
			expect(curve.map(([, share]) => share)).toEqual(curve.map(([year]) => at(inputs, year)));
		}
	});
	it('pass a mark in the first such year: 1990 at the earliest, otherwise never', () => {
		expect(yearOf((year) => (year - 2000) / 100, 0.3)).toBeCloseTo(2030, 9);
		expect(yearOf((year) => (year - 2000) / 100, 0.3) >= 2030).toBe(true);
		expect(yearOf(() => 0.3, 0.3)).toBe(1990);
		expect(yearOf((year) => (year >= LATEST ? 1 : 0), 1)).toBeCloseTo(LATEST, 9);
		expect(yearOf(() => 0.3, 0.31)).toBe(Infinity);
	});
});

describe('the forecast model', () => {
	const inputs = baselineOf(forecast);
	it('has a path of quarters from 2020 to 2050 with the model’s values', () => {
		const [capability, revenue] = [
			pathOf(forecast, { path: 'capability' }, inputs),
			pathOf(forecast, { path: 'revenue' }, inputs),
		];
		for (const curve of [capability, revenue])
			expect([curve.length, curve[0]![0], curve[1]![0], curve.at(-1)![0]]).toEqual([121, 2020, 2020.25, 2050]);
		const { capability2030, revenue2026, revenue2030, revenue2040, trillionYear } = forecast.evaluate(inputs);
		const at = (curve: typeof revenue, year: number) => curve.find(([place]) => place === year)![1];
		expectAlike(
			[at(capability, 2030), at(revenue, 2026), at(revenue, 2030), at(revenue, 2040)],
			[capability2030, revenue2026, revenue2030, revenue2040],
		);
		expect([at(revenue, trillionYear) >= 1000, at(revenue, trillionYear - 0.25) >= 1000]).toEqual([true, false]);
		expect(pathOf(forecast, { path: 'soonAndLater' }, inputs)).toEqual(
			[2030, 2045].map((year) => [year, usefulAt(inputs, year)]),
		);
	});
	it('returns the first quarter to 2060 with a trillion of revenue', () => {
		expect(revenuePath(inputs).at(-1)!.year).toBe(2060);
		const in2033 = revenuePath(inputs).find(({ year }) => year === 2033)!.revenue;
		// Revenue is proportional to world output.
		const trillionYear = (revenue: number) =>
			forecast.evaluate({ ...inputs, gdp: (inputs.gdp * revenue) / in2033 }).trillionYear;
		expect([999.9, 1000.1].map(trillionYear)).toEqual([2033.25, 2033]);
	});
	it('earns all wages times the price once all work can be done and adoption is complete', () => {
		const late = {
			...inputs,
			firstYear: 2015,
			humanLevelYear: 2016,
			ramp: 1,
			adoptionP: 0.2,
			adoptionQ: 1.5,
			wageGrowth: 0.02,
		};
		const path = revenuePath(late, 2055);
		expect(path[0]).toMatchObject({ year: 2015, revenue: 0 });
		expect(path.at(-1)!.year).toBe(2055);
		// Work that can be done at the start of the grid does not count as new.
		const wages = 1000 * 117.2 * 0.523 * 0.6 * Math.sqrt(0.03) * 1.02 ** 30;
		expect(path.at(-1)!.revenue / (wages * (1 - usefulAt(late, 2015)))).toBeCloseTo(1, 6);
	});
});
