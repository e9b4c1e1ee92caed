import { fileURLToPath } from 'node:url';
import { atLength, expect, test, whole } from './site.ts';

/**
 * Compares each figure with a picture stored beside this file, which `npm run pictures` renews. Pictures show faults that
 * no number does, such as a misplaced label or a wrong colour. Font rendering depends on the platform, so they are
 * compared only on Linux and in the headless shell, which does not hint fonts.
 */
test.skip(process.platform !== 'linux', 'the stored pictures were made on Linux');
test.skip(
	!/headless[-_]shell/.test(process.env['CHROMIUM_PATH'] ?? ''),
	'the stored pictures were made by chromium-headless-shell',
);
// The style sheet below is not part of the site.
test.use({ bypassCSP: true });

/** Share of pixels that may differ: rounding on another machine of the same kind. A misplaced curve changes more. */
const TOLERANCE = 0.002;

for (const colorScheme of ['light', 'dark'] as const)
	for (const width of [1440, 360])
		test.describe(`${colorScheme}, ${width} pixels wide`, () => {
			test.use({ colorScheme, viewport: { width, height: 900 } });
			// The short run has each colour scheme once, and each width.
			test(
				'every figure matches its stored picture',
				(colorScheme === 'light') === (width === 360) ? {} : atLength,
				async ({ page, open }) => {
					test.slow();
					await open(whole);
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
				},
			);
		});
