import type { Page } from '@playwright/test';
import { violationsOn } from './axe.ts';
import { atLength, expect, faults, flagship, pages, test, wake, watchPolicy, whole } from './site.ts';

/** Lays out what content-visibility skips: it has no size and no roles, and would seem to overlap its neighbours. */
const layOut = (page: Page) =>
	page.evaluate(() => {
		for (const part of document.querySelectorAll<HTMLElement>('.section, .figure, .equation'))
			part.style.contentVisibility = 'visible';
	});
const violations = async (page: Page) => {
	await layOut(page);
	return violationsOn(page);
};
const sideways = (page: Page) =>
	page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Each page in both color schemes and at both widths. The short run has one combination of each page. */
for (const [path, usual] of [
	['', 'light, 1280 px'],
	[whole, 'light, 320 px'],
	[flagship, 'dark, 1280 px'],
	['method/', 'light, 320 px'],
	['404.html', 'dark, 320 px'],
] as const)
	for (const colorScheme of ['light', 'dark'] as const)
		for (const width of [1280, 320]) {
			const combination = `${colorScheme}, ${width} px`;
			test(
				`axe finds nothing on /${path}, ${combination}`,
				combination === usual ? {} : atLength,
				async ({ page, open }) => {
					test.slow();
					await page.emulateMedia({ colorScheme });
					await page.setViewportSize({ width, height: 900 });
					await open(path);
					expect(await violations(page)).toEqual([]);
				},
			);
		}

for (const width of [1280, 320])
	test(
		`axe finds nothing with a notice shown, settings changed, tables and notes open, ${width} px`,
		width === 320 ? {} : atLength,
		async ({ page, open }) => {
			test.slow();
			await page.setViewportSize({ width, height: 900 });
			await open(`${flagship}?rl-per-inference=99&gpt-level=x`);
			await page.evaluate(() => {
				for (const details of document.querySelectorAll('details')) details.open = true;
				for (const opener of document.querySelectorAll<HTMLElement>('[data-note][role=button]')) opener.click();
			});
			const exact = page.locator('#compute-per-level .number-field').first();
			await exact.getByRole('button').click();
			const field = exact.getByRole('textbox');
			await field.fill('nonsense');
			await field.press('Enter');
			await expect(page.locator('.field-message')).toBeVisible();
			// At the end of the page the bar covers nothing.
			await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
			expect(await violations(page)).toEqual([]);
			expect(await sideways(page)).toBeLessThanOrEqual(0);
		},
	);

for (const [size, narrow] of [
	[16, 320],
	[32, 640],
] as const)
	for (const isFirst of [true, false])
		test(
			`${isFirst ? 'a page' : 'a further page'} does not scroll sideways at ${narrow} or 1280 px, with text of ${size} px`,
			isFirst ? {} : atLength,
			async ({ origin, playwright, launchOptions }) => {
				test.slow();
				// Sets the browser's font size, because media queries do not follow a style of the page.
				const browser = await playwright.chromium.launch({
					...launchOptions,
					args: [...(launchOptions.args ?? []), `--blink-settings=defaultFontSize=${size}`],
				});
				const page = await browser.newPage();
				// The short run has each page with one of the two sizes.
				for (const { path } of pages.filter((_, i) => ((i % 2 === 0) === (size === 16)) === isFirst)) {
					await page.goto(new URL(path, origin).href);
					await wake(page);
					expect(await page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize))).toBe(size);
					for (const width of [narrow, 1280]) {
						await page.setViewportSize({ width, height: 800 });
						expect(await sideways(page), `/${path} at ${width} px`).toBeLessThanOrEqual(0);
					}
				}
				await browser.close();
			},
		);

/** Sets the text spacing of WCAG 1.4.12, which readers set by extensions. The content policy forbids a style element. */
const spaceText = (page: Page) =>
	page.evaluate(() => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(
			'* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
		);
		document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
	});
/** Returns the controls, texts and boxes that reach beyond the sides of the page, except in boxes that scroll. */
const overflowing = (page: Page) =>
	page.evaluate(() => {
		const width = document.documentElement.clientWidth;
		const isInScroller = (element: Element) => {
			for (let box = element.parentElement; box && box !== document.body; box = box.parentElement)
				if (/auto|scroll|hidden|clip/.test(getComputedStyle(box).overflowX)) return true;
			return false;
		};
		return Array.from(document.querySelectorAll<HTMLElement>('body *'))
			.filter((element) => element.checkVisibility() && !element.closest('svg, .unseen, .skip, math'))
			.filter((element) => {
				const { left, right, width: own } = element.getBoundingClientRect();
				return own > 1 && (right > width + 0.5 || left < -0.5) && !isInScroller(element);
			})
			.map((element) => {
				const { left, right } = element.getBoundingClientRect();
				return `<${element.tagName.toLowerCase()} class="${element.className}"> in #${element.closest('[id]')?.id} from ${Math.round(left)} to ${Math.round(right)}: ${element.textContent!.trim().slice(0, 40)}`;
			});
	});
for (const { path } of pages.filter(({ path }) => path !== whole))
	test(`nothing on /${path} runs over the page at 320 px with wide text spacing, or violates its policy, all of it opened`, async ({
		page,
		open,
	}) => {
		test.slow();
		await page.setViewportSize({ width: 320, height: 800 });
		const refused = await watchPolicy(page);
		await open(`${path}?m=2&seed=1&their-m=2&their-learner-year=2042`);
		await spaceText(page);
		await page.evaluate(() => {
			for (const details of document.querySelectorAll('details')) details.open = true;
			for (const part of document.querySelectorAll<HTMLElement>('.section, .figure, .equation'))
				part.style.contentVisibility = 'visible';
		});
		await expect(page.locator('.export-menu')).toHaveCount(await page.locator('.export-fold').count());
		await expect(page.locator('.question .later')).toHaveCount(0);
		expect(await overflowing(page)).toEqual([]);
		expect(await sideways(page)).toBeLessThanOrEqual(0);
		// The sheets of the bar scroll, downwards alone.
		for (const name of [/^Ledger/, /^You and/])
			for (const button of await page.locator('.reader-bar').getByRole('button', { name }).all()) {
				if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
				const sheet = page.locator('.drawer:not(.drawer-later)');
				await expect(sheet).toBeVisible();
				expect(await sheet.evaluate((box) => box.scrollWidth - box.clientWidth), String(name)).toBeLessThanOrEqual(0);
			}
		expect(await refused()).toEqual([]);
	});

/** Returns how many nodes of the accessibility tree have each of these roles. */
async function countRoles(page: Page, roles: readonly string[]) {
	const client = await page.context().newCDPSession(page);
	const { nodes } = await client.send('Accessibility.getFullAXTree');
	await client.detach();
	return roles.map(
		(role) => [role, nodes.filter((node) => !node.ignored && node.role?.value === role).length] as const,
	);
}
test('on a narrow screen, where rows are lists, tables keep their rows and cells', async ({ page, open }) => {
	const roles = ['table', 'row', 'rowheader', 'cell'];
	for (const [path, table] of [
		['method/', '.wide-table'],
		[flagship, '.tornado table'],
	] as const) {
		await page.setViewportSize({ width: 1280, height: 900 });
		await open(path);
		await page.evaluate(() =>
			document.querySelectorAll<HTMLDetailsElement>('.about').forEach((fold) => (fold.open = true)),
		);
		for (const question of await page.locator('.question > summary').all()) await question.click();
		await layOut(page);
		// Every question that was opened has its answer.
		await expect(page.locator('.tornado')).toHaveCount(await page.locator('.question').count());
		await expect(page.locator(table).first()).toBeVisible();
		const wide = await countRoles(page, roles);
		for (const [role, count] of wide) expect(count, `${role} in /${path}`).toBeGreaterThan(0);
		await page.setViewportSize({ width: 360, height: 800 });
		await expect(page.locator(`${table} tbody tr`).first()).not.toHaveCSS('display', 'table-row');
		expect(await countRoles(page, roles)).toEqual(wide);
	}
});

test('chart text of the long page is at least 12 px at every width, and nothing on it violates its policy', async ({
	page,
	open,
}) => {
	const refused = await watchPolicy(page);
	await open(whole);
	expect(await refused()).toEqual([]);
	for (const width of [320, 768, 1440]) {
		await page.setViewportSize({ width, height: 900 });
		const small = await page.evaluate(() =>
			[...document.querySelectorAll<SVGTextElement>('figure svg text')]
				.filter((text) => {
					const matrix = text.getScreenCTM();
					return matrix && parseFloat(getComputedStyle(text).fontSize) * Math.abs(matrix.d) < 11.95;
				})
				.map((text) => `${text.closest('figure')!.id}: ${text.textContent}`),
		);
		expect(small, `${width} px`).toEqual([]);
	}
});

for (const media of [{ forcedColors: 'active' }, { reducedMotion: 'reduce' }] as const)
	test(`a page works with ${Object.keys(media)[0]}`, async ({ page, open }) => {
		await page.emulateMedia(media);
		await open(flagship);
		const slider = page.locator('#compute-per-level .slider input').first();
		await slider.press('PageUp');
		await expect(slider).toHaveAttribute('aria-valuetext', '2.2');
		expect(await faults(page)).toEqual([]);
		const invisible = await page.evaluate(
			() =>
				[...document.querySelectorAll('.curve')].filter((curve) =>
					['none', getComputedStyle(document.body).backgroundColor].includes(getComputedStyle(curve).stroke),
				).length,
		);
		expect(invisible).toBe(0);
		if ('reducedMotion' in media)
			expect(
				await page.evaluate(
					() =>
						document
							.getAnimations()
							.filter((animation) => Number(animation.effect!.getComputedTiming().activeDuration) > 1).length,
				),
			).toBe(0);
	});
