import { DONE } from '../parameters/abilities.ts';

/** Query of the map: the share of runs in which the work is within reach by the near and by the far year. */
export const SOON_AND_LATER = { kind: 'odds', model: 'forecast', path: 'soonAndLater', mark: DONE } as const;
