// The three engines behind one small face: open an address, run a function in the page, press a key. Playwright's own builds where
// they are installed; else what a machine that reaches no more than registries and Debian's packages can have.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { firefox, webkit } from '@playwright/test';

/**
 * @typedef {object} Driver
 * @property {string} name
 * @property {(url: string) => Promise<void>} open
 * @property {(run: Function, ...given: unknown[]) => Promise<any>} ask
 * @property {(selector: string, key: string) => Promise<void>} press
 * @property {() => string[] | undefined} complaints What was thrown or logged as an error since it was last asked; undefined where this driver cannot tell.
 * @property {() => Promise<void>} close
 */

const VIEW = { width: 1280, height: 900 };
const anyOf = (paths) => paths.find((path) => path && existsSync(path));

/** Playwright's pages and Puppeteer's differ in nothing that is used here. */
function paged(name, browser, page) {
	let heard = [];
	page.on('pageerror', (error) => heard.push(`thrown: ${error.message}`));
	page.on('console', (message) => message.type() === 'error' && heard.push(`error: ${message.text()}`));
	return {
		name,
		open: async (url) => void (await page.goto(url)),
		ask: (run, ...given) => page.evaluate(`(${run})(${given.map((one) => JSON.stringify(one)).join(',')})`),
		press: async (selector, key) => {
			await page.evaluate(`document.querySelector(${JSON.stringify(selector)}).focus()`);
			await page.keyboard.press(key);
		},
		complaints: () => {
			const all = heard;
			heard = [];
			return all;
		},
		close: () => browser.close(),
	};
}

async function withPuppeteer(name, options) {
	const { launch } = await import('puppeteer-core');
	const browser = await launch({ defaultViewport: VIEW, ...options });
	return paged(name, browser, await browser.newPage());
}

export async function openChromium(path, args) {
	return withPuppeteer('chromium', { executablePath: path, args });
}

export async function openFirefox() {
	if (existsSync(firefox.executablePath())) {
		const browser = await firefox.launch();
		return paged('firefox', browser, await browser.newPage({ viewport: VIEW }));
	}
	const path = anyOf([
		process.env.FIREFOX_PATH,
		'/usr/bin/firefox-esr',
		'/usr/bin/firefox',
		'/Applications/Firefox.app/Contents/MacOS/firefox',
		'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
	]);
	// Through WebDriver BiDi.
	return path && withPuppeteer('firefox', { browser: 'firefox', executablePath: path });
}

const freePort = () =>
	new Promise((done) => {
		const server = createServer().listen(0, () => {
			const { port } = server.address();
			server.close(() => done(port));
		});
	});

export async function openWebKit() {
	if (existsSync(webkit.executablePath())) {
		const browser = await webkit.launch();
		return paged('webkit', browser, await browser.newPage({ viewport: VIEW }));
	}
	const driver = anyOf(['/usr/bin/WebKitWebDriver']);
	const library = process.arch === 'arm64' ? 'aarch64-linux-gnu' : 'x86_64-linux-gnu';
	const browser = anyOf(
		['4.1', '4.0', '6.0'].map((version) => `/usr/lib/${library}/webkit2gtk-${version}/MiniBrowser`),
	);
	return driver && browser && withWebDriver(driver, browser);
}

/** WebKitGTK’s small browser on a screen that nobody sees. */
async function withWebDriver(path, binary) {
	const children = [];
	const start = (command, args, env = {}) => {
		const child = spawn(command, args, { stdio: 'ignore', env: { ...process.env, ...env } });
		child.on('error', () => undefined);
		children.push(child);
		return child;
	};
	const screen = `:${90 + (process.pid % 900)}`;
	const env = {
		WEBKIT_DISABLE_COMPOSITING_MODE: '1',
		LIBGL_ALWAYS_SOFTWARE: '1',
		GDK_BACKEND: 'x11',
		DISPLAY: process.env.DISPLAY ?? screen,
	};
	if (!process.env.DISPLAY) start('Xvfb', [screen, '-screen', '0', '1400x1000x24', '-nolisten', 'tcp']);
	const port = await freePort();
	start(path, [`--port=${port}`], env);
	const { Builder, Key } = await import('selenium-webdriver');
	const build = () =>
		new Builder()
			.usingServer(`http://127.0.0.1:${port}`)
			.withCapabilities({
				browserName: 'MiniBrowser',
				'webkitgtk:browserOptions': { binary, args: ['--automation', '--geometry=1280x900'] },
			})
			.build();
	let session;
	// It listens a moment after it started.
	for (let tries = 0; !session; tries++)
		try {
			session = await build();
		} catch (error) {
			if (tries > 20) throw error;
			await new Promise((done) => setTimeout(done, 250));
		}
	await session.manage().setTimeouts({ script: 60_000, pageLoad: 60_000 });
	const keys = {
		ArrowRight: Key.ARROW_RIGHT,
		ArrowLeft: Key.ARROW_LEFT,
		PageUp: Key.PAGE_UP,
		End: Key.END,
		Home: Key.HOME,
	};
	return {
		name: 'webkit',
		open: (url) => session.get(url),
		ask: async (run, ...given) => {
			const answer = await session.executeAsyncScript(
				`const done = arguments[arguments.length - 1];
				Promise.resolve((${run})(...JSON.parse(arguments[0]))).then((value) => done({ value }), (error) => done({ error: String(error) }));`,
				JSON.stringify(given),
			);
			if (answer.error) throw new Error(answer.error);
			return answer.value;
		},
		press: async (selector, key) => {
			const { By } = await import('selenium-webdriver');
			await session.findElement(By.css(selector)).sendKeys(keys[key]);
		},
		complaints: () => undefined,
		close: async () => {
			await session.quit().catch(() => undefined);
			for (const child of children) child.kill();
		},
	};
}
