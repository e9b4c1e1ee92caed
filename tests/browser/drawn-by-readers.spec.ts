import { atLength, expect, formerEmbedPages, test, wake } from './site.ts';

test('half of RL’s curve is shown until the reader has said where it ends, or passes', async ({ page, origin }) => {
	await page.goto(new URL('rl-scaling/', origin).href);
	await wake(page);
	const figure = page.locator('figure#rl-ceiling');
	await figure.scrollIntoViewIfNeeded();
	const guessFirst = figure.getByRole('button', { name: 'Guess first' });
	await guessFirst.press('Enter');
	const end = figure.getByRole('slider', { name: 'Where RL’s curve ends' });
	await expect(end).toBeVisible();
	// Neither the figure nor the text after it tells the answer.
	await expect(figure.locator('.picture')).toBeHidden();
	await expect(figure.locator('.figure-title').first()).toBeHidden();
	await expect(page.locator('[data-tells="rl-ceiling"]').first()).toBeHidden();
	await expect(figure.locator('.extend-board')).not.toContainText('61%');
	const give = figure.getByRole('button', { name: 'That is my guess: show the rest' });
	await expect(give).toBeDisabled();

	await figure.getByRole('button', { name: /^Pass/ }).click();
	await expect(figure.locator('.picture')).toBeVisible();
	await expect(guessFirst).toBeFocused();

	await guessFirst.press('Enter');
	// The line is dragged in the picture: from the top down by a quarter of the plot.
	const line = figure.locator('.extend-board .handle .handle-hit');
	await line.scrollIntoViewIfNeeded();
	const [box, plot] = [(await line.boundingBox())!, (await figure.locator('.extend-board .handled').boundingBox())!];
	const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x, y + plot.height / 5, { steps: 4 });
	await page.mouse.up();
	await expect(end).not.toHaveAttribute('aria-valuetext', /^100/);
	await end.fill('900');
	await give.click();
	await expect(figure.locator('.extend-board')).toContainText('You were 29 percentage points too high.');
	await expect(figure.locator('.picture')).toBeVisible();
});

test('a link to the former figure of pretraining leads to its place, with its setting', async ({ page, origin }) => {
	await page.goto(new URL('?m=4&training-compute=1e27#loss-curve', origin).href);
	await expect(page).toHaveURL(/\/rl-scaling\/.*#loss-curve$/);
	await wake(page);
	await expect(page.locator('p:has(#loss-curve) .adjust')).toContainText('10²⁷ FLOP');
});

for (const [i, { path }] of formerEmbedPages.entries())
	test(
		`/${path} leads to the text that says what the figure showed, with its settings`,
		i === 0 ? {} : atLength,
		async ({ page, origin }) => {
			await page.goto(new URL(`${path}?m=4&training-compute=1e27`, origin).href);
			await wake(page);
			const link = page.locator('main a');
			await link.focus();
			const figure = path.split('/')[1]!;
			await expect(link).toHaveAttribute('href', new RegExp(`training-compute=1e27.*#${figure}$`));
			await page.goto(new URL((await link.getAttribute('href'))!, page.url()).href);
			await expect(page.locator(`[id="${figure}"]`)).toBeAttached();
		},
	);

test.describe('a hundred tasks', () => {
	test('fall through the checks at a press, and end in the picture that was there before', async ({ page, origin }) => {
		await page.goto(new URL('embed/verification/', origin).href);
		await wake(page);
		const funnel = page.locator('.funnel');
		const picture = () => funnel.locator('svg.tasks').innerHTML();
		const before = await picture();
		await page.getByRole('button', { name: 'Drop a hundred tasks' }).click();
		await expect(funnel.locator('.falling').first()).toBeAttached();
		const running = () => funnel.evaluate((element) => element.getAnimations({ subtree: true }).length);
		expect(await running()).toBeGreaterThan(5);
		// What settles later is not yet seen to be right.
		expect(
			await funnel
				.locator('[data-row="2"][data-kind="right"] .settled')
				.evaluate((element) => Number(getComputedStyle(element).opacity)),
		).toBe(0);
		await funnel.evaluate((element) => element.getAnimations({ subtree: true }).forEach((of) => of.finish()));
		await expect(funnel.locator('.falling')).toHaveCount(0);
		expect(await picture()).toBe(before);
	});

	test('stay where they have settled if motion is to be reduced', async ({ page, origin }) => {
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await page.goto(new URL('embed/verification/', origin).href);
		await wake(page);
		await expect(page.getByRole('button', { name: 'Drop a hundred tasks' })).toBeHidden();
		await expect(page.locator('.funnel .task.right').first()).toBeAttached();
	});
});

test('the next bead falls at a press: one fewer is ahead, and the date moves', async ({ page, origin }) => {
	await page.goto(new URL('embed/bottlenecks/', origin).href);
	await wake(page);
	const own = page.locator('.thread-row.own');
	await expect(own.locator('.year')).toHaveText('2038');
	await page.getByRole('button', { name: 'One falls' }).click();
	await expect(own.locator('.bead.fallen')).toHaveCount(4);
	await expect(own.locator('.year')).toHaveText('2041');
	await expect(page.locator('.figure-title').first()).toContainText('Fallen so far: 4');
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(own.locator('.year')).toHaveText('2038');
});

test('skills of either kind flip between built in and learned, and the bill follows', async ({ page, origin }) => {
	await page.goto(new URL('embed/bake-or-learn/', origin).href);
	await wake(page);
	const bill = page.locator('.bill');
	await expect(bill).toContainText('$6,060: the cheapest way');
	await page.getByRole('group', { name: '50% local' }).getByRole('button', { name: 'Built in' }).click();
	await expect(bill).toContainText('$6 million; the cheapest way costs $6,060');
	await expect(page.locator('.tiles.local')).toHaveClass(/built/);
	// What was flipped stays so while a slider moves.
	await page.locator('[data-parameter="localShare"] input[type="range"]').fill('1000');
	await expect(bill).toContainText('$12 million');
	await expect(page.locator('.figure-title').first()).toContainText('100%');
});
