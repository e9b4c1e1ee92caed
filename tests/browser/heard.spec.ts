import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { expect, test } from './site.ts';

// What a virtual screen reader announces, kept as text beside the pictures. After an intended change:
// npm run test:browser -- heard --update-snapshots, and read the difference.

// The page's policy admits no script of a test's.
test.use({ bypassCSP: true, viewport: { width: 1280, height: 900 } });

const script = readFileSync(
	createRequire(import.meta.url).resolve('@guidepup/virtual-screen-reader/browser.js'),
	'utf8',
);
const PATH = 'virtual-screen-reader.js';

/** Returns all that the virtual screen reader announces from the start of an element to its end, a line each. */
async function heardIn(page: Page, selector: string): Promise<string> {
	await page.route(`**/${PATH}`, (route) => route.fulfill({ contentType: 'text/javascript', body: script }));
	const phrases = await page.evaluate(
		async ([address, container]) => {
			// Browsers that run scripts do not render it; the virtual reader reads its source.
			for (const part of document.querySelectorAll('noscript')) part.remove();
			const { virtual } = (await import(address)) as typeof import('@guidepup/virtual-screen-reader');
			await virtual.start({ container: document.querySelector(container)! });
			const heard = [await virtual.lastSpokenPhrase()];
			while (heard.at(-1) !== `end of ${heard[0]!}`) {
				await virtual.next();
				heard.push(await virtual.lastSpokenPhrase());
				if (heard.length > 2000) throw new Error('The walk does not end.');
			}
			await virtual.stop();
			return heard;
		},
		[new URL(PATH, page.url()).href, selector] as const,
	);
	return `${phrases.join('\n')}\n`;
}

test('a section is announced in order, with each control’s name, value and unit', async ({ page, open }) => {
	await open('human-distribution/');
	// What a slider does to its figure is computed later than the rest.
	await expect(page.locator('.step-mark[data-size]').first()).toBeAttached();
	expect(await heardIn(page, 'section.section')).toMatchSnapshot('heard-section.txt');
});

test('the greeting of a link is announced with what the sender found and changed', async ({ page, open }) => {
	await open('human-distribution/?m=3&output-spread=0.8&team-links=2');
	// Comes later than the rest.
	await expect(page.locator('.greeting')).toContainText('apart on');
	expect(await heardIn(page, '.greeting')).toMatchSnapshot('heard-greeting.txt');
});
