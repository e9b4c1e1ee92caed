import model from '../../../src/models/record.model.ts';
import type { EvidenceStep } from '../../../src/runs/queries.ts';
import { DrawingError, figureSpec, type Cell, type IslandProps, type FigureSpec } from '../figure-spec.ts';

const [FIRST, LAST] = [2024.5, 2027];
const isSteps = (value: unknown): value is readonly EvidenceStep[] =>
	Array.isArray(value) && value.every((step) => typeof step === 'object' && step !== null && 'agiYear' in step);

const yearText = (year: number) => (Number.isFinite(year) ? String(Math.floor(year + 1e-9)) : 'never');
const span = (from: number, to: number) => `${yearText(from)} to ${yearText(to)}`;
/** "to August 2026". */
function untilText(until: number | undefined): string {
	if (until === undefined) return 'before any';
	const day = new Date(Date.UTC(Math.floor(until), Math.floor((until % 1) * 12 + 1e-6)));
	return `to ${day.toLocaleString('en', { month: 'long', year: 'numeric', timeZone: 'UTC' })}`;
}

/** Returns by how much odds rose from one chance to the next; a dash where there is none before, or one of them is 0 or 1. */
function factorOf(before: number | undefined, after: number): Cell {
	const oddsOf = (chance: number) => chance / (1 - chance);
	const factor = before === undefined ? NaN : oddsOf(after) / oddsOf(before);
	return factor > 0 && factor < Infinity ? [factor, '–'] : '–';
}

/** Compares the drawing with the steps of the runs; without runs, with the baseline steps in the props. The steps themselves are tested with the posterior. */
export default function record({ essay }: IslandProps): FigureSpec {
	const all = typeof essay === 'object' && essay !== null && 'evidenceSteps' in essay ? essay.evidenceSteps : undefined;
	if (!isSteps(all)) throw new Error('The props of Record need `essay` with evidence steps.');
	return figureSpec({
		model,
		table: ({ recordUntil }, answers) =>
			answers({ kind: 'evidenceSteps' })
				.filter(({ until }) => until === undefined || until <= recordUntil)
				.map(({ until, agiYear: { p05, p25, p50, p75, p95 }, effective, odds }, i, steps) => [
					untilText(until),
					[p50, 'year'],
					span(p25, p75),
					span(p05, p95),
					[effective, '–'],
					...([0, 1] as const).map((date) => factorOf(steps[i - 1]?.odds[date], odds[date])),
				]),
		custom: {
			reason: 'positions come from posterior runs of the baseline, made at build',
			check(_, inputs, [plot], own, answers) {
				// If anything but the date differs, the steps come from the worker.
				const isMoved = Object.entries(inputs).some(
					([key, value]) => key !== 'recordUntil' && value !== own[key as keyof typeof own],
				);
				if (isMoved && !answers) return;
				const { x, y } = plot!;
				const steps = (isMoved && answers ? answers({ kind: 'evidenceSteps' }) : all).filter(
					({ until }) => until === undefined || until <= inputs.recordUntil,
				);
				const spreadAt = (year: number) =>
					(steps.findLast(({ until }) => (until ?? FIRST) <= year + 1e-6) ?? steps[0]!).agiYear;
				const [median] = plot!.paths('.curve.tone-useful:not(.ghost)');
				const corners = median!.flat();
				steps.forEach(({ until, agiYear }, i) => {
					const [left, height] = [x.toPlace(until ?? FIRST), y!.toPlace(agiYear.p50)];
					// A report that does not move the median leaves no corner.
					if (i > 0 && Math.abs(y!.toPlace(steps[i - 1]!.agiYear.p50) - height) < 0.4) return;
					if (!corners.some(([a, b]) => Math.abs(a - left) < 0.4 && Math.abs(b - height) < 0.4))
						throw new DrawingError(`The median has no corner at ${until ?? 'the start'}, ${agiYear.p50}.`);
				});
				const reports = plot!.circles('.plot-area .dated');
				if (reports.length !== steps.length - 1)
					throw new DrawingError(`${reports.length} reports are marked, not ${steps.length - 1}.`);
				const bands = plot!.paths('.range-band').map((stretches) => stretches.flat());
				for (const [i, [low, high]] of (
					[
						['p05', 'p95'],
						['p25', 'p75'],
					] as const
				).entries()) {
					for (const [place, height] of bands[i]!) {
						const year = x.toValue(place);
						const near = [year - 0.02, year + 0.02].map((at) => spreadAt(Math.min(LAST, Math.max(FIRST, at))));
						if (
							!near.some((spread) =>
								[low, high].some(
									(edge) => Math.abs(y!.toPlace(Math.min(spread[edge], 3000)) - height) < 0.5 || height < 0,
								),
							)
						)
							throw new DrawingError(
								`Band ${i + 1} has an edge at ${y!.toValue(height).toFixed(1)} in ${year.toFixed(2)}.`,
							);
					}
				}
			},
		},
	});
}
