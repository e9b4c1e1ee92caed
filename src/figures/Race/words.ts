import type { InputsOf, OutputsOf } from '../../engine/model.ts';
import { formatNumber } from '../../engine/number-format.ts';
import model, { leadAfter, runawayFrom } from '../../models/lead.model.ts';

type Inputs = InputsOf<typeof model>;

/** Formats a lead, if it is one that can be imagined. */
export const spanText = (months: number): string =>
	months >= 12_000 ? 'over 1,000 years' : formatNumber(months, 'months');

function outcome({ flywheel, replicationLag }: Inputs, { runaway, steadyLead }: OutputsOf<typeof model>): string {
	if (runaway) return 'It runs away: the lead feeds itself at least as fast as it leaks.';
	const fed = flywheel * replicationLag;
	const share = `adds ${formatNumber(fed, 'fraction', { digits: 2 })} of what it loses to imitation`;
	return `It settles at ${spanText(steadyLead)}: each month of lead ${fed === 0 ? 'adds nothing' : share}.`;
}

/** Returns where the region of runaway leads starts. */
function beginning({ flywheel }: Inputs): string {
	if (flywheel === 0) return 'nowhere';
	const lag = runawayFrom(flywheel);
	return lag > model.parameters.replicationLag.max ? 'beyond the map' : `at a lag of ${formatNumber(lag, 'months')}`;
}

/** Returns what the figure shows, in one paragraph. */
export function summary(inputs: Inputs, outputs: OutputsOf<typeof model>): string {
	const behind = `With rivals ${formatNumber(inputs.replicationLag, 'months')} behind`;
	const lead = `the lead is ${spanText(outputs.leadAfter)} after ${formatNumber(inputs.raceMonths, 'months')}.`;
	const map = `In the map that point lies ${outputs.runaway ? 'inside' : 'outside'} the region of runaway leads`;
	return `${behind}, ${lead} ${outcome(inputs, outputs)} ${map}, which with this flywheel begins ${beginning(inputs)}.`;
}

export const columns = ['Since the breakthrough', 'Lead', 'As the essay has it'];

/** Returns the table behind the figure: the reader’s lead, and the essay’s. */
export const rows = (inputs: Inputs, essay: Inputs): string[][] =>
	[1, 3, 6, 12, 24, 60, 120].map((months) => [
		formatNumber(months, 'months'),
		...[inputs, essay].map((given) => spanText(leadAfter(given, months))),
	]);
