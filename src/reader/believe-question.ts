import waysToBelieve, { ASKED_YEARS, GOALS, type Goal } from '../analysis/ways-to-believe.ts';
import { baselineOf } from '../engine/model.ts';
import forecast from '../models/forecast.model.ts';

/** Returns the question of the last section, with its first answer for the essay's numbers; for the build. */
export async function builtQuestion() {
	const goal: Goal = 'work';
	const answers = await Promise.all(
		ASKED_YEARS.map(async (year) => ({ goal, year, ways: (await waysToBelieve(baselineOf(forecast), goal, year))! })),
	);
	// The earliest year that a single change reaches: an answer is on the page before any question is chosen.
	const first = answers.find(({ ways }) => ways.ways.length > 0);
	if (!first)
		throw new Error(
			`builtQuestion: no single assumption moves the date to ${ASKED_YEARS.join(', ')}. Change ASKED_YEARS.`,
		);
	return {
		goals: (Object.keys(GOALS) as Goal[]).map((id) => ({ id, text: GOALS[id].text })),
		years: ASKED_YEARS,
		first,
	};
}
