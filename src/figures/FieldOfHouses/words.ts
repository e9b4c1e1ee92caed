import type { InputsOf, OutputsOf } from '../../engine/model.ts';
import { formatNumber } from '../../engine/number-format.ts';
import type homes from '../../models/robot-homes.model.ts';
import type { Level } from './field.ts';

/** A share of successes with as many digits as it has nines. */
export const successText = ({ nines, success }: Level): string =>
	formatNumber(success, 'fraction', { digits: Math.max(2, Math.ceil(nines) + 1) });

export const homesText = (level: Level): string => formatNumber(level.homes, 'homes');

/** Returns what the figure shows, in one paragraph. */
export function summary(
	levels: readonly Level[],
	{ teleopHours }: InputsOf<typeof homes>,
	{ hours }: OutputsOf<typeof homes>,
): string {
	const field = levels.map((level) => `${homesText(level)} for ${successText(level)} success`).join(', ');
	const person = `A person who steers the robot needs ${formatNumber(teleopHours, 'h')} of practice`;
	return `${field} in a home never seen before. ${person}; the showing takes ${formatNumber(hours, 'h')}.`;
}

export const columns = ['Success in a new home', 'Homes to be shown'];
export const rows = (levels: readonly Level[]): string[][] =>
	levels.map((level) => [successText(level), homesText(level)]);
