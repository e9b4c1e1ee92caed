import { beforeEach, describe, expect, it, vi } from 'vitest';

/** Loads the modules afresh, as a page does. */
async function freshPage() {
	vi.resetModules();
	const { assumptions } = await import('../../src/state/assumptions.svelte.ts');
	const { readerOdds } = await import('../../src/runs/reader-odds.svelte.ts');
	const { flushSync } = await import('svelte');
	return { assumptions, readerOdds, flushSync };
}

describe('the place before the reader’s last change', () => {
	let page: Awaited<ReturnType<typeof freshPage>>;
	beforeEach(async () => (page = await freshPage()));
	const follow = () => {
		page.readerOdds.follow();
		page.flushSync();
	};

	it('is unknown before any change', () => {
		follow();
		expect(page.readerOdds.before).toBeUndefined();
	});
	it('is the essay’s if something was changed before any map hydrated', () => {
		page.assumptions.set('humanLevelYear', 2030);
		follow();
		expect(page.readerOdds.before).toEqual({ odds: undefined });
	});
	it('is unknown on arrival with a link, and after a change of its settings before any map hydrated', () => {
		page.assumptions.load(new Map([['humanLevelYear', 2030]]));
		page.assumptions.set('afterLearner', 1);
		follow();
		expect(page.readerOdds.before).toBeUndefined();
	});
});
