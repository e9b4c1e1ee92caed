import type { Locator, Page } from '@playwright/test';
import { violationsOn } from './axe.ts';
import { atLength, expect, faults, sectionPages, test, openFold } from './site.ts';

const forecast = 'your-forecast/';

/** Opens a figure's analysis and waits until it is loaded. */
async function ask(figure: Locator) {
	await openFold(figure, '.question');
	await expect(figure.locator('.tornado')).toBeVisible();
}
/** Types a target for an output of the forecast and submits it. */
async function askFor(figure: Locator, output: string, value: string) {
	await figure.getByLabel('About', { exact: true }).selectOption(output);
	const field = figure.getByLabel(/^To make/);
	await field.fill(value);
	await field.press('Enter');
	await answered(figure);
}
/** Milliseconds for a goal seek: a hundred evaluations for each parameter, on a busy machine. */
const answered = (figure: Locator) =>
	expect(figure.locator('.answer[aria-busy="false"]')).toBeVisible({ timeout: 30_000 });
const sideways = (page: Page) =>
	page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const [index, { path }] of sectionPages.entries())
	test(
		`each figure of /${path} shows a tornado whose bars lead to their sliders`,
		index % 3 === 2 ? {} : atLength,
		async ({ page, open }) => {
			test.slow();
			await open(path);
			for (const figure of await page.locator('figure:has(.question)').all()) {
				const id = (await figure.getAttribute('id'))!;
				await ask(figure);
				await expect(figure.locator('.tornado .title')).not.toBeEmpty();
				const lengths = await figure
					.locator('.tornado tbody tr')
					.evaluateAll((rows) =>
						rows.map(
							(row) =>
								parseFloat(row.querySelector('.swing')!.getAttribute('width')!) +
								(row.querySelector('.onward') ? 1000 : 0),
						),
					);
				expect(lengths, id).toEqual(lengths.toSorted((a, b) => b - a));
				for (const row of await figure.locator('.tornado tbody tr').all()) {
					await expect(row.locator('.least')).toHaveText(/\S+.* if \S+/);
					await expect(row.locator('.most')).toHaveText(/\S+.* if \S+/);
				}
				const name = figure.locator('.tornado tbody button').first();
				if ((await name.count()) > 0) {
					const label = (await name.textContent())!;
					await figure
						.locator('details.more')
						.evaluateAll((folds) => folds.forEach((fold) => fold.removeAttribute('open')));
					await name.click();
					const control = figure.locator('.control', { has: page.locator(':focus') });
					await expect(control.locator('label, legend').first(), id).toHaveText(label);
					await expect(control).toBeInViewport();
				}
			}
			expect(await faults(page)).toEqual([]);
		},
	);

test('the analysis is loaded only when it is opened', async ({ page, open }) => {
	const fetched: string[] = [];
	page.on('request', (request) => /AnalysisPanel/.test(request.url()) && fetched.push(request.url()));
	await open(forecast);
	expect(fetched).toEqual([]);
	await ask(page.locator('#forecast'));
	expect(fetched).toHaveLength(1);
});

test('goal seek for a trillion in 2030: an answer is adopted, replaced by another and undone', async ({
	page,
	open,
}) => {
	await open(forecast);
	const figure = page.locator('#forecast');
	const before = (await figure.locator('.summary').textContent())!;
	await ask(figure);
	await askFor(figure, 'forecast.revenue2030', '$1 tn');
	const answer = figure.locator('.answer');
	await expect(answer.locator('caption')).toContainText('For $1 trillion any of');
	const inside = answer.locator('tr', { hasText: /inside / });
	const outside = answer.locator('tr', { hasText: /outside / });
	expect(await inside.count()).toBeGreaterThan(0);
	expect(await outside.count()).toBeGreaterThan(0);

	const adopt = async (row: Locator) => {
		const label = (await row.getByRole('button').getAttribute('aria-label'))!;
		await row.getByRole('button').click();
		await expect(figure.locator('.summary')).toContainText('$1 trillion in 2030');
		await expect(row.getByRole('button')).toHaveText('Take back');
		const [, value, name] = label.match(/^Adopt (.+?) for (.+)$/)!;
		await expect(figure.locator('.goal [role="status"]')).toHaveText(
			`“${name}” is now ${value}, and “Labs’ revenue, 2030” $1 trillion.`,
		);
		const key = (await figure
			.locator('.control', { has: page.getByText(name!, { exact: true }) })
			.getAttribute('data-parameter'))!.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
		// Adopting an answer resets the one before.
		await expect(page).toHaveURL(new RegExp(`\\?m=\\d+&${key}=[^&]+$`));
	};
	await adopt(inside.first());
	await adopt(outside.first());
	await expect(answer.getByRole('button', { name: /^Take back/ })).toHaveCount(1);
	await answer.getByRole('button', { name: /^Take back/ }).click();
	await expect(figure.locator('.summary')).toHaveText(before);
	await expect(page).not.toHaveURL(/\?/);
});

test('goal seek follows the other settings, and shows a message if the target is already reached', async ({
	page,
	open,
}) => {
	await open(forecast);
	const figure = page.locator('#forecast');
	await ask(figure);
	await askFor(figure, 'forecast.revenue2030', '1000');
	const first = figure.locator('.answer .would').first();
	const [believed, title] = [(await first.textContent())!, (await figure.locator('.tornado .title').textContent())!];
	await figure.locator('[data-parameter="adoptionQ"] input[type="range"]').press('PageUp');
	await expect(first).not.toHaveText(believed);
	await expect(figure.locator('.tornado .title')).not.toHaveText(title);
	const now = (await figure.locator('.tornado thead').innerText()).match(/now (\$\S+\s\w+)/)![1]!;
	await figure.getByLabel(/^To make/).fill(now);
	await figure.getByRole('button', { name: 'Ask' }).click();
	await expect(figure.locator('.answer')).toContainText('already: there is nothing more to believe');
	await figure.getByLabel(/^To make/).fill('$900 trillion');
	await figure.getByRole('button', { name: 'Ask' }).click();
	await expect(figure.locator('.answer')).toContainText('no single assumption here would do');
});

test('the target field shows an error for text that is no number, reads other locales’ numbers, and offers the other meaning', async ({
	page,
	open,
}) => {
	await open(forecast);
	const figure = page.locator('#forecast');
	await ask(figure);
	const field = figure.getByLabel(/^To make/);
	await field.fill('a lot');
	await field.press('Enter');
	await expect(field).toHaveAttribute('aria-invalid', 'true');
	await expect(field).toHaveAccessibleDescription(/^.+: “a lot” is not a number that this could be\. Try \d+\./);
	await expect(figure.locator('.answer')).toHaveCount(0);
	await field.fill('2031');
	await field.press('Enter');
	await expect(field).not.toHaveAttribute('aria-invalid');
	await answered(figure);

	await field.fill('٢٠٣١');
	await field.press('Enter');
	await expect(figure.locator('.answer')).toContainText('2031');
	await field.fill('2.031');
	await field.press('Enter');
	await expect(field).not.toHaveAttribute('aria-invalid');
	await expect(field).toHaveAccessibleDescription(/“2\.031” was read as/);
	await figure.getByRole('button', { name: 'Use 2031 instead' }).click();
	await expect(field).toHaveValue('2031');
	await expect(figure.locator('.answer')).toContainText('2031');
});

test('goal seek works with the keyboard alone', async ({ page, open }) => {
	await open(forecast);
	const figure = page.locator('#forecast');
	await figure.locator('.about > summary').focus();
	await page.keyboard.press('Enter');
	await figure.locator('.question > summary').focus();
	await page.keyboard.press('Enter');
	await expect(figure.locator('.tornado')).toBeVisible();
	await page.keyboard.press('Tab');
	await expect(figure.getByLabel('About', { exact: true })).toBeFocused();
	for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowDown');
	await expect(figure.locator('.goal form')).toContainText('Labs’ revenue, 2030');
	for (let i = (await figure.locator('.tornado button').count()) + 1; i > 0; i--) await page.keyboard.press('Tab');
	await expect(figure.getByLabel(/^To make/)).toBeFocused();
	await page.keyboard.type('$1 trillion');
	await page.keyboard.press('Enter');
	await answered(figure);
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await expect(figure.getByRole('button', { name: /^Adopt / }).first()).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(figure.locator('.summary')).toContainText('$1 trillion in 2030');
	await expect(figure.getByRole('button', { name: /^Take back/ })).toBeFocused();
	// A bar of the tornado moves the focus to its slider.
	await figure.locator('.tornado button').first().focus();
	await page.keyboard.press('Enter');
	await expect(figure.locator('.control input[type="range"]:focus')).toHaveCount(1);
});

for (const path of [forecast, 'rl-scaling/'])
	for (const colorScheme of ['light', 'dark'] as const)
		test(
			`axe finds nothing in the open analyses of /${path}, ${colorScheme}, and nothing overflows the page`,
			(path === forecast) === (colorScheme === 'light') ? {} : atLength,
			async ({ page, open }) => {
				test.slow();
				await page.emulateMedia({ colorScheme });
				await open(path);
				for (const figure of await page.locator('figure:has(.question)').all()) {
					await ask(figure);
					await figure.locator('.goal form button').click();
					await answered(figure);
				}
				for (const width of [1280, 768, 360, 320]) {
					await page.setViewportSize({ width, height: 900 });
					expect(await sideways(page), `${width} px`).toBeLessThanOrEqual(0);
					if (width !== 1280 && width !== 320) continue;
					expect(await violationsOn(page, '.question'), `${width} px`).toEqual([]);
				}
			},
		);

test('a print contains an open analysis without its buttons, and no closed one', async ({ page, open }) => {
	await open(forecast);
	const figure = page.locator('#forecast');
	await ask(figure);
	await askFor(figure, 'forecast.revenue2030', '$1 tn');
	await page.emulateMedia({ media: 'print' });
	await expect(figure.locator('.tornado')).toBeVisible();
	await expect(figure.locator('.answer table')).toBeVisible();
	await expect(figure.getByRole('button', { name: /^(Ask$|Adopt )/ })).toHaveCount(0);
	await figure.locator('.question').evaluate((fold: HTMLDetailsElement) => (fold.open = false));
	await expect(figure.locator('.question')).toBeHidden();
});
