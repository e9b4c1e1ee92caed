import { JSDOM } from 'jsdom';
import { load } from '../../.config/load.ts';
import type { PathName } from '../../src/engine/path.ts';
import type { Fan } from '../figures/figure-spec.ts';
import { atLength, expect, sectionPages, test } from './site.ts';

const checks = (await load('tests/figures/browser-checks.ts')) as typeof import('../figures/browser-checks.ts');

// The long page has the same figures as the sections' pages, and none of its own.
for (const [index, { path }] of sectionPages.entries())
	for (const when of ['for the baseline, and with ranges', 'at the ends of two sliders'] as const)
		// tests/built/ reads every figure back without a browser.
		test(
			`figures of /${path} draw the values of their models ${when}`,
			when === 'for the baseline, and with ranges' && index % 3 === 2 ? {} : atLength,
			async ({ page, open }) => {
				// Ten thousand runs of every model on the page take up to a minute on a busy machine.
				test.slow();
				await open(path);
				const figures = await page.locator('figure.figure').evaluateAll((all) =>
					all.map((figure) => {
						const island = figure.querySelector(':scope > astro-island')!;
						return { id: figure.id, props: island.getAttribute('props')! };
					}),
				);
				expect(figures.length).toBeGreaterThan(0);

				const check = async (
					values: Readonly<Record<string, number>>,
					fanOf?: (model: string, name: PathName) => Fan,
				) => {
					// Before a print, figures far from the viewport apply their throttled updates.
					await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
					const html = await page
						.locator('figure.figure')
						.evaluateAll((all) => all.map(({ id, outerHTML }) => [id, outerHTML] as const));
					const drawn = new JSDOM(html.map(([, text]) => text).join('')).window.document;
					for (const { id, props } of figures)
						checks.checkDrawnFigure({ props }, drawn.getElementById(id)!, values, fanOf);
				};
				await check({});
				if (when === 'for the baseline, and with ranges') {
					await page.getByRole('switch', { name: 'How sure are we?' }).check();
					await expect(() => check({}, checks.fanOf)).toPass({ timeout: 120_000 });
					return;
				}
				for (const figure of figures)
					for (const { key, label, min, max } of checks.slidersOf(figure).slice(0, 2))
						for (const value of [min, max]) {
							const slider = page.locator(`#${figure.id} .control[data-parameter="${key}"] input[type="range"]`);
							await slider.press(value === min ? 'Home' : 'End');
							await test.step(`${label} at ${value}`, () =>
								expect(() => check({ [key]: value })).toPass({ timeout: 5000 }));
							// No reset is offered if the end is the default.
							const reset = page.locator(
								`#${figure.id} .control[data-parameter="${key}"] .reset:not([aria-disabled='true'])`,
							);
							if ((await reset.count()) > 0) await reset.click();
						}
			},
		);
