import {
	atLength,
	copyLink,
	expect,
	faults,
	flagship,
	readings,
	sectionPages,
	test,
	wake,
	whole,
	openFold,
} from './site.ts';

const sure = (page: import('@playwright/test').Page) => page.getByRole('switch', { name: 'How sure are we?' });
const openLedger = (page: import('@playwright/test').Page) => page.getByRole('button', { name: /^Ledger/ }).click();

/** Sections with a figure of a model: an experiment's runs have no ranges. */
const ofModels = sectionPages.filter(({ html }) => /component-export="(Section)?Figure"/.test(html));
for (const { path } of ofModels)
	test(
		`/${path} shows ranges in sentences and figures while “How sure are we?” is on`,
		[flagship, 'your-forecast/'].includes(path) ? {} : atLength,
		async ({ page, open }) => {
			test.slow();
			await open(path);
			const before = await readings(page);
			const titles = await page.locator('.figure-title').allTextContents();
			await sure(page).check();
			await expect(page.locator('.outcomes').first()).toContainText(/every run|\d runs/);
			await expect(page.locator('figure .outcomes circle').first()).toBeAttached();
			await expect.poll(() => page.locator('.section').textContent()).toMatch(/in nine runs of ten| to .*\)/);
			expect(await page.locator('.figure-title').allTextContents(), 'a title keeps one number').toEqual(titles);
			expect(await faults(page)).toEqual([]);
			await expect(page).toHaveURL(/[?&]seed=1/);
			await sure(page).uncheck();
			await expect.poll(() => readings(page)).toEqual(before);
			await expect(page.locator('.outcomes')).toHaveCount(0);
		},
	);

test('the same seed gives the same ranges in another browser context, and the next seed gives others', async ({
	page,
	context,
	open,
}) => {
	const words = (target: typeof page) => target.locator('#compute-per-level .outcomes-words').textContent();
	await open(`${flagship}?seed=7`);
	await expect.poll(() => words(page)).toContain('10,000 runs');
	const other = await context.newPage();
	await open(`${flagship}?seed=7`, other);
	await expect.poll(() => words(other)).toContain('10,000 runs');
	expect(await words(other)).toBe(await words(page));
	await open(`${flagship}?seed=8`, other);
	await expect.poll(async () => (await words(other)) !== (await words(page))).toBe(true);
});

test('a goal-seek answer is adopted, and its link explains the change to another reader', async ({
	page,
	browser,
	open,
}) => {
	test.slow();
	await open(whole);
	await sure(page).check();
	const figure = page.locator('#revenue-gap');
	await openFold(figure, '.question');
	await figure.getByLabel('About', { exact: true }).selectOption('forecast.revenue2030');
	const field = figure.getByLabel(/^To make/);
	await field.fill('$1tn');
	await field.press('Enter');
	const before = await page.locator('#impressive-useful .verdict, #forecast .verdict').allTextContents();
	await figure.getByRole('button', { name: /^Adopt .* for Year in which a machine learns/ }).click();
	await expect(page.locator('#forecast .verdict')).toContainText('$1 trillion');
	const after = await page.locator('#impressive-useful .verdict, #forecast .verdict').allTextContents();
	after.forEach((text, i) => expect(text).not.toBe(before[i]));
	const link = await copyLink(page);
	const elsewhere = await browser.newContext();
	const friend = await elsewhere.newPage();
	await friend.goto(link);
	await wake(friend);
	const greeting = friend.getByRole('complementary', { name: 'A shared link' });
	await expect(greeting).toContainText('1 change of their own');
	await expect(greeting.locator('dd').first()).not.toHaveText((await greeting.locator('dd').last().textContent())!);
	await expect(greeting.locator('.changes li')).toContainText(/Year in which a machine learns as people do: 2033\.5 →/);
	const theirs = (await greeting.locator('dd').first().textContent())!;
	await friend.locator('#forecast .slider input').first().press('PageUp');
	await expect(greeting.locator('dd').first()).toHaveText(theirs);
	await greeting.getByRole('button', { name: 'The essay’s', exact: true }).click();
	await expect(greeting).toContainText('Put away');
	await expect(friend.locator('#forecast .verdict')).not.toContainText('$1 trillion');
	await elsewhere.close();
});

test('a reload, and a link within the essay, show no greeting', async ({ page, open }) => {
	await open('diffusion/');
	await page.locator('#revenue-gap .slider input').first().press('PageUp');
	await expect(page).toHaveURL(/revenue=/);
	await page.reload();
	await wake(page);
	await expect(page.getByRole('button', { name: /^Ledger: 1/ })).toBeVisible();
	await expect(page.getByRole('complementary', { name: 'A shared link' })).toHaveCount(0);
	await page.locator('a[rel="next"]').click();
	await wake(page);
	await expect(page.getByRole('button', { name: /^Ledger: 1/ })).toBeVisible();
	await expect(page.getByRole('complementary', { name: 'A shared link' })).toHaveCount(0);
});

test('the ledger lists a change with the outputs that it moves; keys undo and redo it; a print contains it', async ({
	page,
	open,
}) => {
	await open('your-forecast/');
	const untouched = await readings(page);
	await page.locator('#forecast .slider input').first().press('PageUp');
	const changed = await readings(page);
	await openLedger(page);
	const ledger = page.getByRole('complementary', { name: 'Your ledger' });
	await expect(ledger.locator('li')).toHaveCount(1);
	await expect(ledger).toContainText('Held possible: 2029 to 2047');
	await expect(ledger).toContainText('Year in which 95% can be done: 2037 →');
	await page.keyboard.press('ControlOrMeta+z');
	await expect.poll(() => readings(page)).toEqual(untouched);
	await page.keyboard.press('ControlOrMeta+Shift+z');
	await expect.poll(() => readings(page)).toEqual(changed);
	await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	await ledger.getByRole('button', { name: 'Copy Markdown' }).click();
	await expect(ledger.getByRole('status')).toHaveText('Markdown copied.');
	expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
		/^\| Assumption .*\n.*\n\| Year in which a machine learns.*\n\n\[The same, live\]\(http/,
	);
	await page.keyboard.press('Escape');
	await expect(ledger).toBeHidden();
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('#ledger')).toBeVisible();
});

test('a position is adopted and undone in one step each; two are compared in curves and table', async ({
	page,
	open,
}) => {
	await open('your-forecast/');
	const untouched = await readings(page);
	await page.getByRole('button', { name: /^Adopt.*Weak links/ }).click();
	await expect(page).toHaveURL(/human-level-year=2045/);
	await page.keyboard.press('ControlOrMeta+z');
	await expect.poll(() => readings(page)).toEqual(untouched);
	await page.getByRole('button', { name: 'Compare mine with Short timelines' }).click();
	await page.getByRole('button', { name: 'Compare mine with Weak links' }).click();
	await expect(page.locator('#forecast .position')).toHaveCount(4);
	await expect(page.locator('.positions thead th')).toHaveText(['Result', 'Yours', 'Short timelines', 'Weak links']);
	await expect(page).toHaveURL(/with=short-timelines,weak-links/);
});

test('a guess gets feedback, is listed in the ledger, and is in a link only on request', async ({ page, open }) => {
	await open('rl-scaling/');
	const guess = page.locator('.guess');
	await expect(guess).not.toContainText('assumptions of this page');
	await expect(guess.getByRole('button', { name: 'That is my guess' }), 'nothing is guessed yet').toHaveCount(0);
	await guess.getByRole('slider', { name: 'Your guess' }).press('PageUp');
	await guess.getByRole('button', { name: /exact value/ }).click();
	await guess.getByRole('textbox').fill('2000');
	await guess.getByRole('textbox').press('Enter');
	await guess.getByRole('button', { name: 'That is my guess' }).click();
	await expect(guess).toContainText(/You guessed 2,000×; on the assumptions of this page it is 1.million×/);
	expect(await copyLink(page)).not.toContain('guess');
	await openLedger(page);
	await expect(page.locator('#ledger')).toContainText('you guessed 2,000×');
	await page.getByLabel('Put my guesses into links').check();
	expect(await copyLink(page)).toMatch(/guess-rl-scaling=2000/);
});

test('the map follows the settings, and so does what one would have to believe', async ({ page, open }) => {
	await open('your-forecast/');
	const [quadrant, question] = [page.locator('#quadrant'), page.locator('.have-to-believe')];
	await expect(quadrant.locator('.map-odds')).toContainText('unlikely soon and likely later');
	await question.getByLabel('Before which year').selectOption('2045');
	await expect(question).toContainText('On your numbers the work is within reach before 2045.');
	await question.getByRole('button', { name: /^Believe that ?: a machine learns/ }).click();
	await expect(page).toHaveURL(/human-level-year=20/);
	await expect(question).toContainText('To bring it before 2045, believe one of these:');
	await page.getByRole('button', { name: /^Adopt.*Weak links/ }).click();
	await expect(quadrant.locator('.map-odds')).toContainText('unlikely, soon and later alike');
	await expect(quadrant.locator('.figure-title')).toContainText('2051');
	expect(await faults(page)).toEqual([]);
});

test('results of runs are pale until all runs are counted', async ({ page, open }) => {
	await open('your-forecast/');
	const said = page.locator('#quadrant .map-odds');
	const paleness = page.evaluate(
		() =>
			new Promise<string>((done) =>
				new MutationObserver(() => {
					if (document.documentElement.hasAttribute('data-counting'))
						done(getComputedStyle(document.querySelector('#quadrant .map-odds')!).opacity);
				}).observe(document.documentElement, { attributeFilter: ['data-counting'] }),
			),
	);
	await page.locator('#forecast .control[data-parameter="humanLevelYear"] .slider input').press('PageUp');
	expect(Number(await paleness)).toBeLessThan(0.8);
	await expect(page.locator('html[data-counting]')).toHaveCount(0, { timeout: 60_000 });
	await expect(said).toHaveCSS('opacity', '1');
});
