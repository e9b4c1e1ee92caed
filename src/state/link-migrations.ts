/** Keys that were renamed: what an old link calls a parameter → its id today. Keys are for ever, so this list only grows. */
export const migrations: ReadonlyMap<string, string> = new Map([]);
