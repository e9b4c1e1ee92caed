import { isQuery } from './link-syntax.ts';
import { storageKey } from './storage.ts';

/** What the pages of the essay hand to one another within one tab, as queries of links. */
interface Handed {
	/** The reader's own settings. */
	readonly mine?: string;
	/** The settings with which the reader last followed a link between two pages; they may be a sender's. */
	readonly carried?: string;
}

function parse(text: string | null): Handed {
	try {
		const { mine, carried } = JSON.parse(text ?? '') as Readonly<Record<string, unknown>>;
		return { ...(isQuery(mine) && { mine }), ...(isQuery(carried) && { carried }) };
	} catch {
		return {};
	}
}

const KEY = storageKey('tab');

/**
 * The settings of this tab, in session storage. If the browser refuses that, they are in `window.name`, which belongs to the tab
 * too and which a browser clears on the way to another site; a name that is not ours is neither read nor replaced.
 */
class TabSettings {
	read(): Handed {
		try {
			return parse(sessionStorage.getItem(KEY));
		} catch {
			return window.name.startsWith(KEY) ? parse(window.name.slice(KEY.length)) : {};
		}
	}
	write(change: Handed): void {
		this.#put(JSON.stringify({ ...this.read(), ...change }));
	}
	forget(): void {
		this.#put('{}');
	}
	#put(text: string): void {
		try {
			sessionStorage.setItem(KEY, text);
		} catch {
			if (window.name === '' || window.name.startsWith(KEY)) window.name = KEY + text;
		}
	}
}
export const tabSettings = new TabSettings();
