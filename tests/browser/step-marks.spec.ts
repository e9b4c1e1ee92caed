import { atLength, expect, sectionPages, test } from './site.ts';

/** Why the sliders of a figure have no marks: it shows runs, or an experiment, whose sliders have no likely range. */
const withoutMarks = new Set([
	'record',
	'quadrant',
	'mistakes',
	'next-question',
	'send-out',
	'shown-or-scored',
	'sort-dots',
	'tuesday-monday',
]);

for (const [index, { path }] of sectionPages.entries())
	test(
		`each slider of /${path} says what it does to its figure’s main output, or that nothing is held likely of it`,
		index % 3 === 1 ? {} : atLength,
		async ({ page, open }) => {
			test.slow();
			await open(path);
			for (const figure of await page.locator('figure:has(.slider)').all()) {
				const id = (await figure.getAttribute('id'))!;
				await figure.locator('.together').scrollIntoViewIfNeeded();
				if (withoutMarks.has(id)) {
					await expect(figure.locator('.step-mark[data-size]'), id).toHaveCount(0);
					continue;
				}
				await expect(figure.locator('.step-mark[data-size]').first(), id).toBeAttached();
				for (const control of await figure.locator('.control:has(.slider)').all()) {
					const name = `${id}: ${await control.getAttribute('data-parameter')}`;
					const mark = control.locator('.step-mark');
					const hasRange = (await control.locator('.belief').count()) > 0;
					if (!hasRange) {
						await expect(mark, name).toHaveCount(0);
						continue;
					}
					await expect(control.locator('input[type=range]'), name).toHaveAccessibleDescription(
						/its likely range, .*“.+”/,
					);
					const [size, direction] = [await mark.getAttribute('data-size'), await mark.getAttribute('data-direction')];
					expect(['0', '1', '2', '3'], name).toContain(size);
					expect(['-1', '0', '1'], name).toContain(direction);
					await expect(mark.locator('rect:not(.is-empty)'), name).toHaveCount(Number(size));
				}
			}
		},
	);

test('a mark arrives without moving anything, follows other settings on release, and is said with the source', async ({
	page,
	open,
}) => {
	await open('your-forecast/');
	const figure = page.locator('figure#forecast');
	const control = figure.locator('.control[data-parameter="humanLevelYear"]');
	await control.scrollIntoViewIfNeeded();
	const before = await control.boundingBox();
	await expect(control.locator('.step-mark')).toHaveAttribute('data-direction', '1');
	const after = await control.boundingBox();
	expect([after!.width, after!.height]).toEqual([before!.width, before!.height]);
	const slider = control.locator('input[type=range]');
	const description = () =>
		slider.evaluate((input) => document.getElementById(input.getAttribute('aria-describedby')!)!.textContent!);
	const first = await description();
	const other = figure.locator('.control[data-parameter="afterLearner"] input[type=range]');
	await other.focus();
	await other.press('PageUp');
	await expect.poll(description).not.toBe(first);
	await control.locator('.provenance > summary').click();
	await expect(control.locator('.step-text')).toHaveText(/^Taken from .* it alone takes “/);
});
