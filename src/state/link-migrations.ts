/** Renamed link keys: a former key and the parameter's id today. Published links contain them, so the list only grows. */
export const migrations: ReadonlyMap<string, string> = new Map([]);
