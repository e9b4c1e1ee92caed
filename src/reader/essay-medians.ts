import { formatNumber } from '../engine/number-format.ts';
import { isNumber } from '../engine/parameter.ts';
import record from '../models/record.model.ts';
import { essayAnswer } from '../runs/essay-runs.ts';

/** A median of the runs round the essay's own assumptions. */
export interface EssayMedian {
	/** “forecast.agiYear”, or a parameter of the record, such as “record.humanLevelYear”. */
	readonly of: string;
	/** Whether the runs are conditioned on the record. */
	readonly isGiven?: boolean;
	/** A value at which the model's error is pinned; it is drawn if absent. */
	readonly modelError?: number;
}

/** Returns the median of the runs, in words. Throws if nothing of that name is drawn. */
export function medianText({ of, isGiven = false, modelError }: EssayMedian): string {
	const changed = modelError === undefined ? {} : { values: { modelError }, pinned: ['modelError'] };
	if (of === 'forecast.agiYear') {
		const steps = essayAnswer({ kind: 'evidenceSteps' }, changed);
		return formatNumber((isGiven ? steps.at(-1)! : steps[0]!).agiYear.p50, 'year');
	}
	const name = of.replace(/^record\./, '');
	const shift = essayAnswer({ kind: 'shifts' }, changed).find(({ key }) => key === name);
	const parameter = Object.entries(record.parameters).find(([key]) => key === name)?.[1];
	if (!shift || !parameter || !isNumber(parameter))
		throw new Error(
			`<Median of="${of}">: the record draws no such parameter. Try forecast.agiYear or record.humanLevelYear.`,
		);
	return formatNumber((isGiven ? shift.after : shift.before).p50, parameter.unit, { digits: 3 });
}
