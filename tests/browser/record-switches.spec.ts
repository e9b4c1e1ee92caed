import { expect, test } from './site.ts';

test('a report that is switched off leaves the forecast, stands in the link, and comes back with everything else', async ({
	page,
	open,
}) => {
	test.slow();
	await open('your-forecast/');
	const figure = page.locator('figure#record');
	const summary = figure.locator('.summary');
	const whole = await summary.textContent();
	await figure.getByText('What did each report do, and what if it did not count?').click();
	const december = figure.getByRole('switch', { name: 'Count the report of December 2025', exact: true });
	await expect(december).toBeChecked();
	await expect(december).toHaveAccessibleDescription(/reported to earn \$.*Odds that the work can be done: by/s);
	await december.press('Space');
	await expect(summary).toHaveText(/^You have left out one of \S+ reports: it has no part in this\./);
	await expect(december).toHaveAccessibleDescription(/Left out\./);
	await expect(page).toHaveURL(/[?&]left-out=2025-12(&|$|#)/);
	await expect
		.poll(async () => (await summary.textContent())!.replace(/^You have left out .*? in this\. /, ''), {
			timeout: 60_000,
		})
		.not.toBe(whole);

	await page.reload();
	await page.mouse.move(1, 1);
	await expect(summary).toHaveText(/^You have left out one/, { timeout: 60_000 });
	await figure.getByText('What did each report do, and what if it did not count?').click();
	await figure.getByRole('button', { name: 'Count every report' }).click();
	await expect(december).toBeChecked();
	await expect(summary).toHaveText(whole!);
	await expect(page).not.toHaveURL(/left-out/);
});

test('the record’s figure asks what follows if an assumption is set, and if it is learnt', async ({ page, open }) => {
	test.slow();
	await open('your-forecast/');
	const figure = page.locator('figure#record');
	await figure.getByText('If one assumption were so: set by hand, or learnt?').click();
	const answer = figure.getByRole('status').filter({ hasText: 'in the middle' });
	await expect(answer).toContainText(/Set so by hand, .*Learnt to be so, .*The two differ by/s, { timeout: 60_000 });
	await figure.getByLabel('Suppose that').selectOption('Yearly fall of that price against the wage');
	await expect(answer).toContainText(/come to much the same/, { timeout: 60_000 });
});
