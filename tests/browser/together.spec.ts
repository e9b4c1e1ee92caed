import type { Page } from '@playwright/test';
import { atLength, expect, sectionPages, test, whole } from './site.ts';

/** Minimum share of a figure's picture in the viewport beside or above any of its sliders. */
const [SEEN, BESIDE] = [0.7, 0.5];

/** Figures whose picture scrolls away on a phone: the names of the map need its height, and the small map in the bar stays in view. */
const SCROLLS_AWAY = ['quadrant'];

/** Scrolls every slider to the centre, top and bottom of the free viewport; returns the visible share of its picture, the share of the viewport that it takes, and what covers the slider. */
const views = (page: Page, places: readonly ScrollLogicalPosition[]) =>
	page.evaluate(async (places) => {
		const frame = () => new Promise(requestAnimationFrame);
		const found: { at: string; seen: number; takes: number; over: string }[] = [];
		for (const slider of document.querySelectorAll<HTMLInputElement>('figure .slider input')) {
			const figure = slider.closest('figure')!;
			const picture = figure.querySelector('.picture')!;
			for (const block of places) {
				slider.scrollIntoView({ block });
				// content-visibility lays out a distant section first, which may move the scroll target.
				await frame();
				await frame();
				slider.scrollIntoView({ block });
				await frame();
				const { top, bottom, height } = picture.getBoundingClientRect();
				const { left, top: y, width, height: tall } = slider.getBoundingClientRect();
				const hit = document.elementFromPoint(left + width / 2, y + tall / 2);
				const shown = Math.max(0, Math.min(bottom, innerHeight) - Math.max(top, 0));
				found.push({
					at: `${figure.id}, ${slider.closest('[data-parameter]')?.getAttribute('data-parameter')}, ${block}`,
					seen: shown / height,
					takes: shown / innerHeight,
					over: hit === slider ? '' : (hit?.className.toString() ?? 'nothing'),
				});
			}
		}
		return found;
	}, places);

/** Maximum share of the viewport for a picture above its sliders; beside them it may take all. */
for (const [name, viewport, takesMost] of [
	['a phone', { width: 360, height: 740 }, 0.45],
	['a small phone', { width: 320, height: 640 }, 0.48],
	['a phone held sideways', { width: 740, height: 360 }, undefined],
	['a tablet', { width: 820, height: 1100 }, undefined],
] as const)
	test.describe(`on ${name}`, () => {
		test.use({ viewport, hasTouch: true });
		for (const { path } of [{ path: whole }, ...sectionPages])
			if (name === 'a phone' || path === whole)
				test(
					`the picture of every figure of /${path} is in view with each of its sliders`,
					path === whole && name === 'a phone' ? {} : atLength,
					async ({ page, open }) => {
						test.slow();
						await open(path);
						const found = await views(page, takesMost ? ['center', 'start', 'end'] : ['center']);
						const scrollsAway = ({ at }: { at: string }) => SCROLLS_AWAY.includes(at.split(',')[0]!);
						const all = found.filter((view) => viewport.width > 500 || !scrollsAway(view));
						if (found.some(scrollsAway)) await expect(page.locator('.bar-map')).toBeInViewport();
						expect(all.length).toBeGreaterThan(2);
						expect(all.filter(({ seen }) => seen < (takesMost ? SEEN : BESIDE))).toEqual([]);
						expect(all.filter(({ over }) => over !== '')).toEqual([]);
						if (takesMost) expect(all.filter(({ takes }) => takes > takesMost)).toEqual([]);
					},
				);
	});

test.describe('touch', () => {
	test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });
	test('on a slider leaves its label and value in view, and the value follows', async ({ page, open }) => {
		await open('diffusion/');
		const control = page.locator('#revenue-gap .control').first();
		const slider = control.locator('.slider input');
		await slider.scrollIntoViewIfNeeded();
		await slider.dispatchEvent('pointerdown', { pointerType: 'touch' });
		const value = control.locator('.number-field .value');
		await expect(value).toHaveText(/\$29.billion/);
		await slider.fill('800');
		await expect(value).not.toHaveText(/\$29.billion/);
		const isOnTop = (element: Element) => {
			const { x, y, width, height } = element.getBoundingClientRect();
			return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
		};
		for (const part of [value, control.locator('label')]) expect(await part.evaluate(isOnTop)).toBe(true);
		await slider.dispatchEvent('pointerup', { pointerType: 'touch' });
	});
});
