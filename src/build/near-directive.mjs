// The event's name is CHANGED in state/changed.ts; this file is bundled apart from it and must stay tiny.
const CHANGED = 'assumptions:changed';

export default (load, _options, island) => {
	let awake = false;
	const wake = async () => {
		if (awake) return;
		awake = true;
		watcher.disconnect();
		document.removeEventListener(CHANGED, wake);
		const hydrate = await load();
		await hydrate();
	};
	const watcher = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && wake(), { rootMargin: '100% 0%' });
	for (const child of island.children) watcher.observe(child);
	document.addEventListener(CHANGED, wake);
	if (document.documentElement.hasAttribute('data-changed')) wake();
};
