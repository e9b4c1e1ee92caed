const SIGNS = ['pointermove', 'pointerdown', 'touchstart', 'wheel', 'scroll', 'keydown', 'focusin', 'input', 'click'];
/** Set on the page's root by reader/Address.svelte while anything differs from the essay as printed. */
const isChanged = () => document.documentElement.hasAttribute('data-changed');

const reader = new Promise((come) => {
	// Settings of an earlier day, which the page offers back, are marked by the first script (content-security.mjs).
	if (location.search || document.documentElement.classList.contains('kept')) return come();
	const notice = () => {
		for (const sign of SIGNS) removeEventListener(sign, notice, true);
		come();
	};
	for (const sign of SIGNS) addEventListener(sign, notice, { capture: true, passive: true });
});

const changed = new Promise((come) => {
	const look = () => {
		if (!isChanged()) return;
		observer.disconnect();
		come();
	};
	const observer = new MutationObserver(look);
	observer.observe(document.documentElement, { attributeFilter: ['data-changed'] });
	look();
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
		const hydrate = await load();
		await hydrate();
		island.removeEventListener('click', press);
		pressed?.click();
	};
	const watcher = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && wake(), {
		rootMargin: '100% 0%',
	});
	await reader;
	if (value === 'anywhere') return wake();
	void changed.then(wake);
	for (const child of island.children) watcher.observe(child);
};
