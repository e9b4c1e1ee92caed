import { fileURLToPath } from 'node:url';
import { expect, test } from './site.ts';

/**
 * One picture of each figure as it looks, kept beside this file and renewed by `npm run pictures`. They show what no number does: a
 * label gone astray, a colour lost, a tint over everything. Letters are drawn differently elsewhere, so they are compared on Linux
 * only, and by the browser without windows, which hints no letters.
 */
test.skip(process.platform !== 'linux', 'the kept pictures were made on Linux');
test.skip(
	!/headless[-_]shell/.test(process.env['CHROMIUM_PATH'] ?? ''),
	'the kept pictures were made by chromium-headless-shell',
);
// The style sheet below is not part of the site.
test.use({ bypassCSP: true });

/** Share of pixels that may differ: rounding on another machine of the same kind. A misplaced curve changes more. */
const TOLERANCE = 0.002;

for (const colorScheme of ['light', 'dark'] as const)
	for (const width of [1440, 360])
		test.describe(`${colorScheme}, ${width} pixels wide`, () => {
			test.use({ colorScheme, viewport: { width, height: 900 } });
			test('every figure matches its kept picture', async ({ page, open }) => {
				test.slow();
				await open('');
				await page.evaluate(() => document.fonts.ready);
				const ids = await page.locator('figure.figure').evaluateAll((figures) => figures.map(({ id }) => id));
				expect(ids.length).toBeGreaterThan(0);
				for (const id of ids)
					await expect
						.soft(page.locator(`#${id} .picture`).first())
						.toHaveScreenshot([`${id}-${width}-${colorScheme}.png`], {
							maxDiffPixelRatio: TOLERANCE,
							stylePath: fileURLToPath(new URL('still.css', import.meta.url)),
						});
			});
		});
