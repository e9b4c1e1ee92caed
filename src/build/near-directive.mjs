import { idle, PutOff, SIGNS } from '../state/rest.ts';

/** Set on the page's root by reader/Address.svelte while anything differs from the essay as printed. */
const isChanged = () => document.documentElement.hasAttribute('data-changed');

const reader = new Promise((come) => {
	// A link is read at once, and what was kept of another day is offered.
	if (location.search || document.documentElement.classList.contains('has-saved')) return come();
	const notice = () => {
		for (const sign of SIGNS) removeEventListener(sign, notice, true);
		come();
	};
	for (const sign of SIGNS) addEventListener(sign, notice, { capture: true, passive: true });
});

/** What is wanted together is asked for together: build/island-chunks.mjs names it. */
void reader.then(() => {
	const names = [
		'shared-scripts',
		...(document.documentElement.classList.contains('sent') ? ['greeting-scripts'] : []),
	];
	for (const name of names)
		for (const href of document.querySelector(`meta[name="${name}"]`)?.content.split(' ') ?? []) {
			const how = href.endsWith('.css') ? { rel: 'stylesheet' } : { rel: 'modulepreload' };
			document.head.append(Object.assign(document.createElement('link'), how, { href }));
		}
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

/** Islands whose scripts are there and that wait for their turn, and whether the reader sees them. */
const waking = [];
let isWaking = false;
/** Islands wake one after another, those on the screen first, and between two of them the browser may answer the reader. */
async function inTurn(wake, isSeen) {
	waking.push({ wake, isSeen });
	if (isWaking) return;
	isWaking = true;
	for (;;) {
		const seen = waking.findIndex(({ isSeen }) => isSeen);
		const [next] = waking.splice(Math.max(0, seen), 1);
		if (!next) break;
		// One that cannot wake says so itself, and holds up nobody.
		await next.wake().then(idle, idle);
	}
	isWaking = false;
}

/** How a reader takes something up. */
const HANDS = ['pointerdown', 'focusin'];

const isOnScreen = ({ boundingClientRect: { top, bottom } }) => bottom > 0 && top < innerHeight;

export default async (load, { value }, island) => {
	// Buttons pressed while their script is on the way are pressed again when that has arrived; inputs keep what they were given.
	const pressed = new Set();
	const press = ({ target }) => pressed.add(target.closest('button'));
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
		for (const hand of HANDS) island.removeEventListener(hand, takeUp, true);
		for (const button of pressed) button?.click();
	};
	/** Scripts come side by side; only waking takes turns. */
	const wakeInTurn = async (isSeen) => {
		hydrate ??= await load();
		await inTurn(wake, isSeen);
	};
	/** What the reader has in hand waits for no turn. */
	const takeUp = async () => {
		hydrate ??= await load();
		await wake();
	};
	island.addEventListener('click', press);
	for (const hand of HANDS) island.addEventListener(hand, takeUp, { capture: true, passive: true });

	const watcher = new IntersectionObserver(
		(entries) => entries.some((entry) => entry.isIntersecting) && wakeInTurn(entries.some(isOnScreen)),
		{ rootMargin: '100% 0%' },
	);
	await reader;
	if (value === 'anywhere') return wakeInTurn(true);
	// A figure has a place on the page before it is laid out; what is in it has one only then.
	const figure = island.closest('.figure');
	for (const place of figure ? [figure] : island.children) watcher.observe(place);
	await changed;
	if (awake) return;
	asleep.add(wake);
	hydrate ??= await load();
};
