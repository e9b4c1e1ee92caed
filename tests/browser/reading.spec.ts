import { expect, flagship, test, whole } from './site.ts';

test.describe('a term of art, without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('is explained in the margin on a wide screen, and in place on a phone', async ({ page }) => {
		await page.setViewportSize({ width: 1440, height: 900 });
		await page.goto(flagship);
		const term = page.locator('.term').first();
		const explained = term.locator('+ .note');
		const place = async () => [(await term.boundingBox())!, (await explained.boundingBox())!] as const;
		const [word, beside] = await place();
		expect(beside.x).toBeGreaterThan(word.x + word.width);
		expect(Math.abs(beside.y - word.y)).toBeLessThan(60);
		await page.setViewportSize({ width: 360, height: 740 });
		const [narrow, below] = await place();
		expect(below.y).toBeGreaterThanOrEqual(narrow.y + narrow.height - 1);
	});
});

test('on a phone a term of art opens its explanation in place, by touch and by key', async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 740 });
	await page.goto(flagship);
	const term = page.locator('.term').first();
	const explained = term.locator('+ .note');
	await expect(explained).toBeHidden();
	await term.click();
	await expect(explained).toBeVisible();
	await term.press('Enter');
	await expect(explained).toBeHidden();
});

test('the essay ends with the reader’s forecast to copy, and with unexplored questions', async ({ page, open }) => {
	await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	await open('your-forecast/');
	const believed = page.locator('.believed');
	const questions = believed.locator('~ ul a');
	await expect(believed).toContainText('I have changed none');
	await expect(questions).toHaveCount(3);
	const asked = (await questions.first().textContent())!;

	await page.locator('#forecast .slider input').first().press('PageUp');
	await expect(believed).toContainText('Where I differ from the essay: “Year in which a machine learns');
	await expect(questions.filter({ hasText: asked })).toHaveCount(0);

	await page.getByRole('button', { name: 'Copy these words, with a link' }).click();
	await expect(page.getByText('Copied, with a link to your numbers.')).toBeVisible();
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	expect(copied).toContain((await believed.textContent())!);
	expect(copied).toMatch(/\n\nhttp\S+human-level-year=\S+$/);
});

test('in print, notes are in the margin and do not interrupt a sentence', async ({ page, open }) => {
	await page.setViewportSize({ width: 673, height: 1000 });
	await open(flagship);
	await page.emulateMedia({ media: 'print' });
	const notes = await page.locator('.prose p .note').evaluateAll((all) =>
		all.map((note) => {
			const [{ left, right }, text] = [note.getBoundingClientRect(), note.closest('p')!.getBoundingClientRect()];
			return { left, right, textEnds: text.right };
		}),
	);
	expect(notes.length).toBeGreaterThan(3);
	for (const { left, right, textEnds } of notes) {
		expect(left).toBeGreaterThanOrEqual(textEnds);
		expect(right).toBeLessThanOrEqual(673);
	}
});

test('on a phone no table of the method page scrolls sideways, and its cells keep their headers', async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 740 });
	await page.goto('method/');
	const tables = page.locator('.table-scroll');
	await expect(tables).not.toHaveCount(0);
	expect(await tables.evaluateAll((all) => all.filter((box) => box.scrollWidth > box.clientWidth + 1).length)).toBe(0);
	const row = page.getByRole('row', { name: /Growth of revenue now/ });
	await expect(row.getByRole('cell')).toHaveCount(5);
	const heads = await row
		.getByRole('cell')
		.evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell, '::before').content));
	expect(heads).toEqual(['Default', 'Range', 'Nine in ten', 'Source', 'Used by'].map((head) => `"${head}"`));
});

test('a selection and a copy have the sentence as it is seen, and an equation once', async ({
	page,
	context,
	open,
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await open(whole);
	const read = await page.evaluate(() => {
		const sentence =
			Array.from(document.querySelectorAll('main p')).find(
				(p) => p.querySelector('.adjust') && p.querySelector('.term'),
			) ?? document.querySelector('main p:has(.adjust)')!;
		const range = document.createRange();
		range.selectNodeContents(sentence);
		getSelection()!.removeAllRanges();
		getSelection()!.addRange(range);
		return { selected: String(getSelection()), number: sentence.querySelector('.adjust-text')!.textContent! };
	});
	expect(read.selected).toContain(read.number);
	await page.keyboard.press('ControlOrMeta+c');
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	expect(copied).toContain(read.number);
	expect(copied).not.toMatch(/\[|\]/);

	await page.evaluate(() => {
		getSelection()!.removeAllRanges();
		const range = document.createRange();
		range.selectNode(document.querySelector('.equation .katex')!);
		getSelection()!.addRange(range);
	});
	await page.keyboard.press('ControlOrMeta+c');
	const equation = await page.evaluate(() => navigator.clipboard.readText());
	expect(equation).toMatch(/^\$\$?[^$]+\$\$?$/);
	expect(equation).not.toContain('htmlClass');
});

test('a copy from an embedded figure has its numbers, and no note', async ({ page, context, open }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await open('embed/revenue-gap/');
	const number = await page.evaluate(() => {
		const figure = document.querySelector('figure')!;
		getSelection()!.selectAllChildren(figure);
		return figure.querySelector('.number-field, [data-live]')!.textContent!.trim();
	});
	await page.keyboard.press('ControlOrMeta+c');
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	expect(copied).toContain(number);
	expect(copied).not.toMatch(/<div|<table/);
});
