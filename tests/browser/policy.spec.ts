import { embedPages, expect, pages, sectionPages, test, wake, watchPolicy } from './site.ts';

/** One page of each kind. */
const kinds = [
	...pages.filter(({ path }) => ['', 'method/', '404.html'].includes(path)),
	...sectionPages.slice(0, 1),
	...embedPages.slice(0, 2),
];

for (const { path } of kinds)
	test(`/${path} violates no policy and sets its text in the site's faces`, async ({ page, origin }) => {
		const refused = await watchPolicy(page);
		await page.goto(new URL(path, origin).href);
		if (path !== '404.html') await wake(page);
		const { faces, sheets } = await page.evaluate(async () => {
			await document.fonts.ready;
			return {
				faces: [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
				sheets: document.styleSheets.length,
			};
		});
		expect(sheets).toBeGreaterThan(0);
		// An embed is set in the sans face alone.
		const wanted = path.startsWith('embed/') ? ['Instrument Sans'] : ['Instrument Sans', 'Literata'];
		expect(faces).toEqual(expect.arrayContaining(wanted));
		const family = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
		expect(family).toContain(wanted.at(-1)!);
		expect(await refused()).toEqual([]);
	});
