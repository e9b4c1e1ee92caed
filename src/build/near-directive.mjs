import { idle, PutOff, SIGNS } from '../state/rest.ts';

/** Set on the page's root by reader/Address.svelte while anything differs from the essay as printed. */
const isChanged = () => document.documentElement.hasAttribute('data-changed');

const reader = new Promise((come) => {
	if (location.search) return come();
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

/** Islands far from the screen. */
const asleep = new PutOff();

/** Islands that are near at the same time wake one after another, and between two of them the browser may answer the reader. */
let turn = Promise.resolve();
const inTurn = (wake) => {
	const awake = turn.then(wake);
	// One that cannot wake says so itself, and holds up nobody.
	turn = awake.then(idle, idle);
	return awake;
};

export default async (load, { value }, island) => {
	// Buttons pressed while their script is on the way are pressed again when that has arrived; inputs keep what they were given.
	const pressed = new Set();
	const press = ({ target }) => pressed.add(target.closest('button'));
	island.addEventListener('click', press);
	let hydrate;
	let awake = false;
	const wake = async () => {
		if (awake) return;
		awake = true;
		asleep.delete(wake);
		watcher.disconnect();
		// Where the script is there already, the island is awake when this returns: a print waits for nothing.
		const done = hydrate ? hydrate() : (await load())();
		await done;
		island.removeEventListener('click', press);
		for (const button of pressed) button?.click();
	};
	/** Scripts come side by side; only waking takes turns. */
	const wakeInTurn = async () => {
		hydrate ??= await load();
		return inTurn(wake);
	};
	const watcher = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && wakeInTurn(), {
		rootMargin: '100% 0%',
	});
	await reader;
	if (value === 'anywhere') return wakeInTurn();
	for (const child of island.children) watcher.observe(child);
	await changed;
	if (awake) return;
	asleep.add(wake);
	hydrate ??= await load();
};
