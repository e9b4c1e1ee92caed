import { JSDOM } from 'jsdom';
import { load } from '../../.config/load.mjs';
import type { PathName } from '../../src/engine/path.ts';
import type { Fan } from '../figures/reading.ts';
import { atLength, expect, sectionPages, test } from './site.ts';

const asked = (await load('tests/figures/asked.ts')) as typeof import('../figures/asked.ts');

/** The long page's opening has no page of its own. */
for (const { path } of [{ path: '' }, ...sectionPages])
	for (const [when, details] of [
		['untouched, and with ranges', {}],
		['at the ends of two sliders', atLength],
	] as const)
		test(`pictures of /${path} say what the models say: ${when}`, details, async ({ page, open }) => {
			// Ten thousand runs of every model on the page, all of them compared, take a busy machine a minute.
			test.slow();
			// The long page's other figures are read on their own pages: asleep, they ask nothing of the runs.
			if (path) await open(path);
			else {
				await page.goto('');
				await page.mouse.move(1, 1);
				await expect(page.locator('.opening astro-island[ssr]')).toHaveCount(0);
			}
			const figures = await page.locator('figure.figure').evaluateAll(
				(all, isLong) =>
					all
						.filter((figure) => !isLong || figure.closest('.opening'))
						.map((figure) => {
							const island = figure.querySelector('astro-island')!;
							return { id: figure.id, opts: island.getAttribute('opts')!, props: island.getAttribute('props')! };
						}),
				path === '',
			);
			expect(figures.length).toBeGreaterThan(0);

			const read = async (values: Readonly<Record<string, number>>, fanOf?: (model: string, name: PathName) => Fan) => {
				// As for a print: what is far from the screen draws what it held back.
				await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
				const html = await page
					.locator('figure.figure')
					.evaluateAll((all) => all.map(({ id, outerHTML }) => [id, outerHTML] as const));
				const drawn = new JSDOM(html.map(([, text]) => text).join('')).window.document;
				for (const { id, opts, props } of figures)
					asked.readFigure({ opts, props }, drawn.getElementById(id)!, values, fanOf);
			};
			await read({});
			if (details !== atLength) {
				await page.getByRole('switch', { name: 'How sure are we?' }).check();
				await expect(() => read({}, asked.fanOf)).toPass({ timeout: 120_000 });
				return;
			}
			for (const figure of figures)
				for (const { key, label, min, max } of asked.slidersOf(figure).slice(0, 2))
					for (const value of [min, max]) {
						const slider = page.locator(`#${figure.id} .control[data-parameter="${key}"] input[type="range"]`);
						await slider.press(value === min ? 'Home' : 'End');
						await test.step(`${label} at ${value}`, () =>
							expect(() => read({ [key]: value })).toPass({ timeout: 5000 }));
						// An end may be the essay's own.
						const reset = page.locator(
							`#${figure.id} .control[data-parameter="${key}"] .reset:not([aria-disabled='true'])`,
						);
						if ((await reset.count()) > 0) await reset.click();
					}
		});
