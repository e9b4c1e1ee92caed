import { DONE } from '../../parameters/abilities.ts';

/** What the closing figure asks of the runs: how often the work is within reach by the near year, and by the far one. */
export const SOON_AND_LATER = { kind: 'likely', model: 'forecast', path: 'soonAndLater', mark: DONE } as const;
