import waysToBelieve, { ASKED_YEARS, GOALS, type Goal } from '../analysis/ways-to-believe.ts';
import { baselineOf } from '../engine/model.ts';
import forecast, { SOON } from '../models/forecast.model.ts';

/** Returns the question of the last section, with its first answer for the essay's numbers; for the build. */
export async function builtQuestion() {
	const first = { goal: 'work', year: SOON } as const;
	const ways = (await waysToBelieve(baselineOf(forecast), first.goal, first.year))!;
	return {
		goals: (Object.keys(GOALS) as Goal[]).map((id) => ({ id, text: GOALS[id].text })),
		years: ASKED_YEARS,
		first: { ...first, ways },
	};
}
