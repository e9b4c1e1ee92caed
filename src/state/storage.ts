/**
 * Every key in local storage, session storage and `history.state` begins with this prefix: other applications, and the essay under
 * another base path, may share the origin. The script that runs before the first paint reads it from its own `data-keys`.
 */
export const KEY_PREFIX = `missing-learner:${import.meta.env.BASE_URL}:`;

type Name = 'settings' | 'theme' | 'tab' | 'entry' | 'drawings' | 'calls' | 'visit';
export const storageKey = (name: Name): string => KEY_PREFIX + name;

/** Keys of former versions, which had no prefix, so that another application may own them. */
const FORMER = { settings: 'settings', theme: 'theme' };
/** Whether a value of the former key can only be the essay's: two queries, at least one of them with an edition. */
function isOurs(text: string): boolean {
	const record: unknown = JSON.parse(text);
	if (typeof record !== 'object' || record === null || Object.keys(record).sort().join() !== 'before,now') return false;
	const queries = Object.values(record);
	return (
		queries.every((query) => query === '' || (typeof query === 'string' && /^\?m=\d+(&|$)/.test(query))) &&
		queries.some((query) => query !== '')
	);
}

/**
 * Moves settings that a former version saved to their key of today. The former theme is copied beside them; without them it
 * cannot be told from another application's, and is not read. Throws if the browser refuses storage.
 */
export function migrateStorage(storage: Storage): void {
	const settings = storage.getItem(FORMER.settings);
	if (settings === null) return;
	try {
		if (!isOurs(settings)) return;
	} catch {
		return;
	}
	const theme = storage.getItem(FORMER.theme);
	if (storage.getItem(storageKey('settings')) === null) storage.setItem(storageKey('settings'), settings);
	if (/^(light|dark)$/.test(theme ?? '') && storage.getItem(storageKey('theme')) === null)
		storage.setItem(storageKey('theme'), theme!);
	storage.removeItem(FORMER.settings);
}
