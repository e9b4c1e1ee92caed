import { csvParse } from 'd3';
import published from '../../../content/data/experiments/tuesday-monday.csv?raw';
import experiment from '../../../src/experiments/tuesday-monday.experiment.ts';
import { asModel } from '../experiment-as-model.ts';
import { DrawingError, figureSpec, type Cell } from '../figure-spec.ts';
import { heightAt, medianOf, nearestPublished } from '../published-runs.ts';

const runs = csvParse(published);
const nearest = nearestPublished(experiment, published);
const SHARES = [0, 0.01, 0.05, 0.1, 0.25, 0.5];
const NAMES = { unrelated: 'unrelated', opposite: 'opposite', same: 'the same' } as const;
const TONES = { unrelated: 'baked', opposite: 'inference', same: 'ceiling' } as const;
const KINDS = ['unrelated', 'opposite', 'same'] as const;
type Settings = Readonly<Record<string, unknown>>;

/** Returns the published shares that are right on the earlier jobs at these settings, ascending. */
const sharesAt = (settings: Settings): number[] =>
	runs
		.filter((run) => Object.entries(settings).every(([key, value]) => run[key] === String(value)))
		.map((run) => Number(run['earlierAfter']))
		.sort((a, b) => a - b);
const replayed = (inputs: Settings, rules: string, shareReplayed: number) => {
	const { casesKept, jobs, mondayLine } = nearest(inputs);
	return sharesAt({
		rules,
		shareReplayed,
		notes: 'weights',
		casesKept: shareReplayed === 0 ? 20 : casesKept,
		jobs,
		mondayLine,
	});
};
const fromNotes = (inputs: Settings, rules: string) => {
	const { casesKept, jobs, mondayLine } = nearest(inputs);
	return sharesAt({ rules, shareReplayed: 0, notes: 'notes', casesKept, jobs, mondayLine });
};

export default figureSpec({
	model: asModel(experiment),
	labelValues: [{ x: { none: 0, '1%': 1, '5%': 2, '10%': 3, '25%': 4, '50%': 5 } }],
	table: (inputs) =>
		KINDS.flatMap((rules) => {
			const row = (name: Cell, shares: readonly number[]): Cell[] => [
				NAMES[rules],
				name,
				[medianOf(shares), 'fraction'],
				[shares[0]!, 'fraction'],
				[shares.at(-1)!, 'fraction'],
			];
			const points = SHARES.flatMap((share) => {
				const shares = replayed(inputs, rules, share);
				return shares.length > 0 ? [row([share, 'fraction'], shares)] : [];
			});
			const notes = fromNotes(inputs, rules);
			if (points.length < 2 && notes.length === 0) return [];
			return [...points, ...(notes.length > 0 ? [row('notes, no lessons', notes)] : [])];
		}),
	custom: {
		reason: 'the curves are medians of published runs at shares that are not drawn to scale, and each run is a dot',
		check(_, inputs, [plot], baseline) {
			// Runs at other settings are fetched, and drawn when they have come.
			if ((['casesKept', 'jobs', 'mondayLine'] as const).some((key) => inputs[key] !== baseline[key])) return;
			const { x, y } = plot!;
			for (const rules of KINDS) {
				const tone = TONES[rules];
				const corners = plot!.paths(`.curve.tone-${tone}`).flat(2);
				if (corners.length === 0) throw new DrawingError(`No curve of ${rules} rules is drawn.`);
				const dots = plot!.paths(`.dots.tone-${tone}`).flatMap((stretches) => stretches.map(([dot]) => dot!));
				for (const [i, share] of SHARES.entries()) {
					const shares = replayed(inputs, rules, share);
					const height = heightAt(corners, x.toPlace(i));
					if (Math.abs(height - y!.toPlace(medianOf(shares))) > 0.7)
						throw new DrawingError(
							`.curve.tone-${tone} is at ${y!.toValue(height)} for ${share}; the median of the published runs is ${medianOf(shares)}.`,
						);
					const drawn = dots
						.filter(([place]) => Math.round(x.toValue(place)) === i)
						.map(([, height]) => y!.toValue(height))
						.sort((a, b) => a - b);
					if (drawn.length !== shares.length || drawn.some((value, n) => Math.abs(value - shares[n]!) > 0.01))
						throw new DrawingError(
							`The dots of ${rules} rules at ${share} are at ${drawn.join()}; the published runs are ${shares.join()}.`,
						);
				}
			}
		},
	},
});
