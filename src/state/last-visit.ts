import { storageKey } from './storage.ts';

const STORAGE_KEY = storageKey('visit');

/** What is published: the edition, and what has come in since December. */
export interface Published {
	readonly edition: number;
	/** The number of findings. */
	readonly findings: number;
	/** The date of the newest finding, as in the data. */
	readonly newest: string;
}
/** What is new to a reader who comes back. */
export interface News {
	/** The number of findings that are new. */
	readonly findings: number;
	/** Whether the newest finding is dated after the newest of the last visit. */
	readonly isNewer: boolean;
	/** The edition, if it is a new one. */
	readonly edition: number | undefined;
}

/** Parses the record in local storage, “edition findings newest”, which any script of the origin may have written. */
function parseVisit(text: string | null): Published | undefined {
	const [, edition, findings, newest] = /^(\d{1,4}) (\d{1,5}) (\d{4}(?:-\d\d){0,2})$/.exec(text ?? '') ?? [];
	return newest === undefined ? undefined : { edition: Number(edition), findings: Number(findings), newest };
}

/**
 * Returns what was published since this browser's last visit, and remembers what is published now, so that it is told once. Returns
 * undefined on a first visit, if nothing is new, and if the browser refuses storage.
 */
export function newsSinceVisit(now: Published): News | undefined {
	try {
		const last = parseVisit(localStorage.getItem(STORAGE_KEY));
		// An older page of another tab, or of the browser's cache, must not take back what was told.
		if (last && (now.edition < last.edition || now.findings < last.findings)) return undefined;
		localStorage.setItem(STORAGE_KEY, `${now.edition} ${now.findings} ${now.newest}`);
		if (!last) return undefined;
		const findings = now.findings - last.findings;
		const edition = now.edition > last.edition ? now.edition : undefined;
		if (findings === 0 && edition === undefined) return undefined;
		return { findings, isNewer: now.newest > last.newest, edition };
	} catch {
		return undefined;
	}
}

/** Forgets the last visit: the next one is a first. */
export function forgetVisit(): void {
	try {
		localStorage.removeItem(STORAGE_KEY);
	} catch {
		// Refused: nothing was kept.
	}
}
