import { expect, faults, test, wake } from './site.ts';

const SECTION = 'rl-scaling/';
const FIGURE = '#shown-or-scored';

test('a reader runs a learner, which repeats the published run, and the link opens with the same run', async ({
	page,
}) => {
	await page.goto(SECTION);
	await wake(page);
	const figure = page.locator(FIGURE);
	await expect(page).not.toHaveURL(/run-/);
	await figure.getByRole('button', { name: 'Run it here' }).click();
	const status = figure.locator('.run-status');
	await expect(status).toContainText('The same to the last bit as the published run with seed 1.');
	await expect(page).toHaveURL(/run-shown-or-scored=1/);
	const said = await status.textContent();

	await figure.getByRole('button', { name: 'Another seed' }).click();
	await expect(status).toContainText('with seed 2.');
	await figure.getByRole('button', { name: 'Again, same seed' }).click();
	await expect(status).toContainText('with seed 2.');
	await page.goBack();
	expect(await faults(page)).toEqual([]);

	const friend = await page.context().newPage();
	await friend.goto(`${SECTION}?m=3&run-shown-or-scored=1`);
	await wake(friend);
	await friend.locator(FIGURE).scrollIntoViewIfNeeded();
	await expect(friend.locator(`${FIGURE} .run-status`)).toHaveText(said!);
	await friend.close();
});

test('a changed setting runs again with the same seed, also off the grid of the published runs', async ({ page }) => {
	await page.goto(`${SECTION}?m=3&choices=3&run-shown-or-scored=7`);
	await wake(page);
	const figure = page.locator(FIGURE);
	await figure.scrollIntoViewIfNeeded();
	const status = figure.locator('.run-status');
	await expect(status).toContainText(/every other time after \d+ demonstrations/);
	await expect(status).not.toContainText('published');
	const before = await status.textContent();
	await figure.locator('.slider input').first().press('ArrowRight');
	await expect(status).toContainText(/every other time after \d+ demonstrations/);
	await expect(status).not.toHaveText(before!);
	await expect(page).toHaveURL(/steps=5.*run-shown-or-scored=7/);
});

for (const [path, figure, more] of [
	[SECTION, FIGURE, 'choices'],
	['schlep/', '#tuesday-monday', 'casesKept'],
] as const)
	test(`${figure} draws the nearest published runs where its settings have none, and says so`, async ({ page }) => {
		await page.goto(path);
		await wake(page);
		await page.locator(`${figure} .more > summary`).click();
		const slider = page.locator(`${figure} [data-parameter="${more}"] input[type=range]`);
		const notice = page.locator(`${figure} .essay-settings`);
		const dots = () => page.locator(`${figure} .dots path`).count();
		const printed = await dots();
		expect(printed).toBeGreaterThan(0);
		for (let i = 0; i < 2; i++) {
			await slider.press('ArrowRight');
			await expect(notice).toHaveText(/^Of the nearest published runs: /);
			expect(await dots()).toBe(printed);
			await slider.press('ArrowLeft');
			await expect(notice).toBeHidden();
			await expect.poll(dots).toBe(printed);
		}
		expect(await faults(page)).toEqual([]);
	});

test('the headline of an experiment follows its first control', async ({ page }) => {
	await page.goto(SECTION);
	await wake(page);
	const title = page.locator(`${FIGURE} .figure-title`);
	const before = await title.textContent();
	const slider = page.locator(`${FIGURE} .slider input`).first();
	await slider.press('ArrowRight');
	await expect(title).toContainText('5 steps');
	await slider.press('ArrowLeft');
	await expect(title).toHaveText(before!);
});

test('#send-out draws its published runs again after settings that have none', async ({ page }) => {
	await page.goto('intelligence-explosion/');
	await wake(page);
	await page.locator('#send-out .more > summary').click();
	const slider = page.locator('#send-out [data-parameter="churn"] input[type=range]');
	const dots = () => page.locator('#send-out .dots path').count();
	const printed = await dots();
	expect(printed).toBeGreaterThan(0);
	for (let i = 0; i < 2; i++) {
		await slider.press('ArrowRight');
		await expect.poll(dots).toBe(0);
		await slider.press('ArrowLeft');
		await expect.poll(dots).toBe(printed);
	}
	expect(await faults(page)).toEqual([]);
});

test('a run is played, paused, stepped and quickened by keyboard', async ({ page }) => {
	await page.goto(SECTION);
	await wake(page);
	const figure = page.locator(FIGURE);
	await figure.getByRole('button', { name: 'Run it here' }).press('Enter');
	await expect(figure.locator('.run-status')).toContainText('to the last bit');
	const pause = figure.getByRole('button', { name: 'Pause' });
	if (await pause.isVisible()) await pause.press('Enter');
	await expect(figure.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
	const vertices = () =>
		figure.locator('.besides .curve').evaluateAll((curves) => curves.map((curve) => curve.getAttribute('d')!.length));
	await figure.getByRole('button', { name: 'Speed ×20' }).press('Enter');
	await figure.getByRole('button', { name: 'Play', exact: true }).press('Enter');
	await expect(figure.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
	const whole = await vertices();
	await figure.getByRole('button', { name: 'Speed ×1', exact: true }).press('Enter');
	await figure.getByRole('button', { name: 'Play', exact: true }).press('Enter');
	await figure.getByRole('button', { name: 'Pause' }).press('Enter');
	expect(await vertices()).not.toEqual(whole);
	await figure.getByRole('button', { name: 'Speed ×20' }).press('Enter');
	await figure.getByRole('button', { name: 'Play', exact: true }).press('Enter');
	await expect.poll(vertices).toEqual(whole);
});

test('with reduced motion a run goes to its end at once', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.goto(SECTION);
	await wake(page);
	const figure = page.locator(FIGURE);
	await figure.getByRole('button', { name: 'Run it here' }).click();
	await expect(figure.locator('.run-status')).toContainText('to the last bit');
	await expect(figure.getByRole('button', { name: 'Pause' })).toHaveCount(0);
});

test('the lock is opened by hand with the keys that a demonstration shows', async ({ page }) => {
	await page.goto(SECTION);
	await wake(page);
	const figure = page.locator(FIGURE);
	await figure.getByText('First open a lock of four steps yourself').click();
	const lock = figure.locator('.hand-lock');
	for (let i = 0; i < 4; i++) await lock.getByRole('button', { name: 'A', exact: true }).click();
	const status = lock.getByRole('status');
	await expect(status).toContainText(/^Try 1: (not )?open\.$/);
	// The signs of the next try are dealt, and the first is named, before a key can be pressed.
	const next = lock.getByRole('button', { name: 'Next try' });
	const key = lock.getByRole('button', { name: 'A', exact: true });
	await expect(next).toBeFocused();
	await expect(key).toHaveCount(0);
	await page.keyboard.press('Enter');
	await expect(key).toBeFocused();
	await expect(status).toContainText(/^Step 1: \w+\.$/);
	await expect(lock.locator('.key-pressed')).toHaveText(['·', '·', '·', '·']);
	await lock.getByRole('button', { name: 'Show me once' }).click();
	await expect(status).toContainText(/^Shown: (\w+, [A-D](; )?){4}\.$/);
	await expect(next).toBeFocused();
});

test('a guess is asked before anything of the answer is shown, by keyboard, and the answer stands beside it', async ({
	page,
}) => {
	await page.goto('schlep/');
	await wake(page);
	const figure = page.locator('#next-question');
	await figure.getByRole('button', { name: 'Guess first' }).press('Enter');
	const question = figure.locator('.asking .figure-title');
	await expect(question).toBeVisible();
	await expect(figure.locator('.figure-title').first()).toBeHidden();
	await expect(figure.locator('.run-bar')).toBeHidden();
	await expect(page.locator('[data-tells="next-question"]')).toHaveCSS('visibility', 'hidden');
	// Without a move there is no guess.
	const give = figure.getByRole('button', { name: 'That is my guess: run it' });
	await expect(give).toHaveCount(0);
	await figure.getByRole('slider', { name: 'Your guess' }).press('End');
	await give.press('Enter');
	const answer = figure.locator('.guess-answers p');
	await expect(answer).toBeFocused();
	await expect(answer).toContainText(
		/You guessed 100%; this run came to: \d+%\. You were \d+ percentage points too high\. The median/,
	);
	await expect(figure.locator('.run-status')).toContainText('with seed 1.');
	await expect(page.locator('[data-tells="next-question"]')).toHaveCSS('visibility', 'visible');
	const said = await answer.textContent();
	// A later run leaves the guess and its answer as they were.
	await figure.getByRole('button', { name: 'Another seed' }).press('Enter');
	await expect(figure.locator('.run-status')).toContainText('with seed 2.');
	expect(await answer.textContent()).toBe(said);
	expect(await faults(page)).toEqual([]);
});

test('a guess can be passed, and is not asked once a run has been seen', async ({ page }) => {
	await page.goto(SECTION);
	await wake(page);
	const figure = page.locator(FIGURE);
	const first = figure.getByRole('button', { name: 'Guess first' });
	await first.press('Enter');
	await figure.getByRole('button', { name: 'Pass: show me the figure' }).press('Enter');
	await expect(first).toBeFocused();
	await figure.getByRole('button', { name: 'Run it here' }).press('Enter');
	await expect(figure.locator('.run-status')).toContainText('to the last bit');
	await expect(first).toHaveCount(0);
	expect(await faults(page)).toEqual([]);
});

test.describe('with a faulty link', () => {
	for (const [value, notice] of [
		['0', 'Run (run-shown-or-scored): “0” is not a whole number'],
		['x', 'Run (run-shown-or-scored): “x” is not a whole number'],
		['99999999999', 'Run (run-shown-or-scored): “99999999999” is not a whole number'],
	])
		test(`a notice names the seed ${value}, and the published runs are shown`, async ({ page }) => {
			await page.goto(`${SECTION}?m=3&run-shown-or-scored=${value}`);
			await wake(page);
			await expect(page.locator('.greeting')).toContainText(notice!);
			await expect(page.locator(`${FIGURE} .run-first`)).toBeVisible();
			expect(await faults(page)).toEqual([]);
		});
});

test.describe('if the learners cannot be fetched', () => {
	test.use({ noisy: true });
	test('the figure says so, keeps the published runs, and fetches them again', async ({ page }) => {
		await page.route(/experiments\.worker/, (route) => route.abort());
		await page.goto(SECTION);
		await wake(page);
		const figure = page.locator(FIGURE);
		await figure.getByRole('button', { name: 'Run it here' }).click();
		await expect(figure.locator('.run-status')).toContainText('The learners did not come');
		await expect(figure.locator('.dots path')).toHaveCount(2);
		await page.unroute(/experiments\.worker/);
		await figure.getByRole('button', { name: 'Again, same seed' }).click();
		await expect(figure.locator('.run-status')).toContainText('to the last bit');
	});
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });
	test('the published runs are drawn and in a table, and no button is shown that does nothing', async ({ page }) => {
		await page.goto(SECTION);
		const figure = page.locator(FIGURE);
		await expect(figure.locator('.dots path')).toHaveCount(2);
		expect(await figure.locator('tbody tr').count()).toBe(8);
		await expect(figure.locator('.run-bar')).toBeHidden();
		await expect(figure.locator('.hand-fold')).toBeHidden();
		await expect(figure.locator('.ask-first')).toBeHidden();
	});
});
