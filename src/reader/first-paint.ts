/**
 * Runs before the first paint of a page, inline in its head (build/inline-scripts.ts), so that nothing flashes or moves. Applies the
 * saved theme, and marks the root element if room must be kept for a greeting: `sent` for a link with a sender's changes, `noted` for
 * a link with notices or runs of experiments alone, `has-saved` for saved settings that are offered.
 *
 * It decides as address-reading.ts does, but runs before any module, so that it cannot import its rules. It takes the prefix of storage
 * keys, the parameters with their defaults, and the keys that others append to links from attributes of its own element. tests/reader/first-paint.svelte.test.ts
 * compares the two.
 */
{
	const root = document.documentElement;
	const { keys: prefix = '', parameters: ids, defaults: values = '', tracking = '' } = document.currentScript!.dataset;
	const query = location.search;
	/** Storage may be refused. */
	const read = (work: () => string | null): string => {
		try {
			return work() ?? '';
		} catch {
			return '';
		}
	};
	const keyOf = (pair: string) => pair.split('=')[0]!;
	const valueOf = (pair: string) => pair.slice(keyOf(pair).length + 1);
	/** The link keys of the edition and of every parameter, as state/link-syntax.ts writes them. */
	const known = (ids ?? '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).split(' ');
	/** Each of them as a pair with today's default. */
	const defaults = values.split(' ').map((value, i) => `${known[i]}=${value}`);

	/** Returns the first pair of each parameter whose value is not today's default. */
	const changesIn = (text: string) => {
		const first = new Map<string, string>();
		for (const pair of text.replace(/^\?/, '').split('&'))
			if (known.indexOf(keyOf(pair)) > 0 && !defaults.includes(pair) && !first.has(keyOf(pair)))
				first.set(keyOf(pair), pair);
		return [...first.values()];
	};
	/** Whether a value is a number where the default is one, and a word where it is a word. */
	const isOfKind = (pair: string) =>
		isNaN(Number(valueOf(pair) || NaN)) === isNaN(Number(valueOf(defaults[known.indexOf(keyOf(pair))]!)));

	const receive = () => {
		// The commonest repairs of state/link-repairs.ts, limited to those that change the size of the greeting.
		const repaired = query
			.toLowerCase()
			.replace(/%(?:25)*(?:26|3f)|[?;]/g, '&')
			.replace(/%(?:25)*3d/g, '=')
			.replace(/amp[;&]/g, '');
		const intact = changesIn(query).filter(isOfKind).length;
		const changes = Math.max(intact, changesIn(repaired).filter(isOfKind).length);
		const edition = /[?&]m=([^&;]*)/.exec(query)?.[1];
		const isOlder =
			edition !== undefined && /^[1-9]\d*$/.test(edition) && Number(edition) < Number(valueOf(defaults[0]!));
		const isQuiet = new RegExp(tracking);
		const isUnknown = (key: string) => /^[a-z][a-z0-9-]*$/.test(key) && !known.includes(key) && !isQuiet.test(key);
		const keys = query.slice(1).split('&').map(keyOf);
		const isRepeated = (key: string, i: number) => known.includes(key) && keys.indexOf(key) < i;
		// A value outside its range has a notice too; the page's attributes have no ranges, and one line is less than a shift that shows.
		const notices =
			Number(intact < changes) +
			Number(edition !== undefined && !isOlder && `m=${edition}` !== defaults[0]) +
			changesIn(query).filter((pair) => !isOfKind(pair)).length +
			keys.filter(isUnknown).length +
			new Set(keys.filter(isRepeated)).size;
		// A run of an experiment adds a line.
		const runs = new Set(query.match(/[?&]run-[a-z-]+(?==[1-9]\d*(&|$))/g)).size;
		if (changes + notices + runs === 0 && !isOlder) return;
		root.classList.add(changes > 0 ? 'sent' : 'noted');
		root.style.setProperty('--changes', String(Math.min(12, changes && changes + Number(isOlder) + runs)));
		root.style.setProperty('--notices', String(Math.min(5, notices + Number(!changes && notices > 0 && runs > 0))));
	};

	root.classList.add('scripts');
	const state = history.state as Readonly<Record<string, unknown>> | null;
	// An entry of the reader's own shows no greeting.
	if (ids && !state?.[`${prefix}entry`]) {
		const saved = read(() => localStorage.getItem(`${prefix}settings`));
		const tab =
			read(() => sessionStorage.getItem(`${prefix}tab`)) || (window.name.startsWith(prefix) ? window.name : '');
		const navigation = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined;
		const isTraversal = navigation?.type === 'back_forward';
		const isOwn = tab.includes(JSON.stringify(query)) || saved.includes(`"now":${JSON.stringify(query)}`);
		if (query) {
			if (isTraversal || !isOwn) receive();
		} else if (
			!(isTraversal && tab.includes('"mine"')) &&
			changesIn(/"now":"([^"]*)/.exec(saved)?.[1] ?? '').length > 0
		)
			root.classList.add('has-saved');
	}
	const theme = read(() => localStorage.getItem(`${prefix}theme`));
	if (theme === 'light' || theme === 'dark') root.dataset['theme'] = theme;
}
