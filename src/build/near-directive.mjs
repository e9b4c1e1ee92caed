// The event's name is CHANGED in state/changed.ts; this file is bundled apart from it and must stay tiny.
const CHANGED = 'assumptions:changed';
const SIGNS = ['pointermove', 'pointerdown', 'touchstart', 'wheel', 'scroll', 'keydown', 'focusin', 'input', 'click'];

const reader = new Promise((come) => {
	if (location.search) return come();
	const notice = () => {
		for (const sign of SIGNS) removeEventListener(sign, notice, true);
		come();
	};
	for (const sign of SIGNS) addEventListener(sign, notice, { capture: true, passive: true });
});

export default async (load, { value }, island) => {
	// A button pressed while its script is on the way is pressed again when that has arrived; inputs keep what they were given.
	let pressed;
	const press = ({ target }) => (pressed = target.closest('button'));
	island.addEventListener('click', press);
	let awake = false;
	const wake = async () => {
		if (awake) return;
		awake = true;
		watcher.disconnect();
		document.removeEventListener(CHANGED, wake);
		const hydrate = await load();
		await hydrate();
		island.removeEventListener('click', press);
		pressed?.click();
	};
	const watcher = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && wake(), { rootMargin: '100% 0%' });
	await reader;
	if (value === 'anywhere' || document.documentElement.hasAttribute('data-changed')) return wake();
	document.addEventListener(CHANGED, wake);
	for (const child of island.children) watcher.observe(child);
};
