// One interface to three engines: Playwright's browsers where they are installed; else Debian's Firefox by WebDriver BiDi, and
// WebKitGTK's MiniBrowser by WebDriver.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, firefox, webkit, type Browser } from '@playwright/test';
import { browserArgs, findBrowser } from '../../.config/browser.ts';

export interface Driver {
	readonly open: (url: string) => Promise<unknown>;
	/** Calls a function in the page. Arguments and result are JSON. */
	readonly call: <Given extends readonly unknown[], Result>(
		run: (...given: Given) => Result,
		...given: Given
	) => Promise<Awaited<Result>>;
	/** Focuses the first element of a selector and presses End. */
	readonly pressEnd: (selector: string) => Promise<void>;
	/** Returns the errors of the page and its console since the last call; undefined if the driver does not report them. */
	readonly errors: () => readonly string[] | undefined;
	readonly close: () => Promise<unknown>;
}

const VIEWPORT = { width: 1280, height: 900 };
/** End, as WebDriver encodes keys. */
const END = '\uE010';
const firstExisting = (paths: readonly string[]) => paths.find((path) => existsSync(path));
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
/** Returns an expression that calls a function of this file in the page. */
const callOf = (run: unknown, given: readonly unknown[]) => `(${String(run)})(...${JSON.stringify(given)})`;

async function ofPlaywright(launched: Promise<Browser>): Promise<Driver> {
	const browser = await launched;
	const page = await browser.newPage({ viewport: VIEWPORT });
	const errors: string[] = [];
	page.on('pageerror', (error) => errors.push(error.message));
	page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
	return {
		open: (url) => page.goto(url),
		call: (run, ...given) => page.evaluate(callOf(run, given)),
		pressEnd: (selector) => page.locator(selector).first().press('End'),
		errors: () => errors.splice(0),
		close: () => browser.close(),
	};
}

/** WebDriver BiDi: commands and events as JSON over a WebSocket (https://w3c.github.io/webdriver-bidi/). */
async function ofFirefox(binary: string): Promise<Driver> {
	const profile = mkdtempSync(join(tmpdir(), 'firefox-'));
	const child = spawn(binary, ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0'], {
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	const address = await new Promise<string>((done, fail) => {
		let output = '';
		child.stderr.on('data', (part: Buffer) => {
			output += part.toString();
			const [, found] = /WebDriver BiDi listening on (ws:\S+)/.exec(output) ?? [];
			if (found) done(found);
		});
		child.on('error', fail);
		child.on('exit', () => fail(new Error(`${binary} ended before it listened: ${output.slice(-300)}`)));
	});

	const socket = new WebSocket(`${address}/session`);
	await new Promise((done, fail) => {
		socket.addEventListener('open', done);
		socket.addEventListener('error', fail);
	});
	const pending = new Map<number, { done: (result: never) => void; fail: (error: Error) => void }>();
	const errors: string[] = [];
	socket.addEventListener('message', ({ data }) => {
		const message = JSON.parse(String(data));
		if (message.type === 'event' && message.params.level === 'error') errors.push(message.params.text);
		const command = pending.get(message.id);
		if (message.type === 'success') command?.done(message.result as never);
		else command?.fail(new Error(message.message));
	});
	let last = 0;
	const send = <Result>(method: string, params: object) =>
		new Promise<Result>((done, fail) => {
			pending.set(++last, { done, fail });
			socket.send(JSON.stringify({ id: last, method, params }));
		});

	await send('session.new', { capabilities: {} });
	await send('session.subscribe', { events: ['log.entryAdded'] });
	const tree = await send<{ contexts: [{ context: string }] }>('browsingContext.getTree', {});
	const [{ context }] = tree.contexts;
	await send('browsingContext.setViewport', { context, viewport: VIEWPORT });
	const call: Driver['call'] = async (run, ...given) => {
		const answer = await send<{ result: { value?: string }; exceptionDetails?: { text: string } }>(
			'script.callFunction',
			{
				functionDeclaration: `async () => JSON.stringify(await ${callOf(run, given)})`,
				awaitPromise: true,
				target: { context },
			},
		);
		if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text);
		return answer.result.value === undefined ? undefined : JSON.parse(answer.result.value);
	};
	return {
		open: (url) => send('browsingContext.navigate', { context, url, wait: 'complete' }),
		call,
		pressEnd: async (selector) => {
			await call((selector: string) => document.querySelector<HTMLElement>(selector)!.focus(), selector);
			const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value: END }));
			await send('input.performActions', { context, actions: [{ type: 'key', id: 'keyboard', actions }] });
		},
		errors: () => errors.splice(0),
		close: async () => {
			await send('browser.close', {}).catch(() => undefined);
			child.kill();
		},
	};
}

const freePort = () =>
	new Promise<number>((done) => {
		const server = createServer().listen(0, () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => done(port));
		});
	});

/** WebDriver over HTTP (https://www.w3.org/TR/webdriver2/), with MiniBrowser on a virtual screen. */
async function ofWebKitGtk(driver: string, binary: string): Promise<Driver> {
	const children: ChildProcess[] = [];
	const start = (command: string, args: readonly string[], env = {}) =>
		children.push(
			spawn(command, args, { stdio: 'ignore', env: { ...process.env, ...env } }).on('error', () => undefined),
		);
	const screen = `:${90 + (process.pid % 900)}`;
	if (!process.env['DISPLAY']) start('Xvfb', [screen, '-screen', '0', '1400x1000x24', '-nolisten', 'tcp']);
	const port = await freePort();
	start(driver, [`--port=${port}`], {
		WEBKIT_DISABLE_COMPOSITING_MODE: '1',
		LIBGL_ALWAYS_SOFTWARE: '1',
		GDK_BACKEND: 'x11',
		DISPLAY: process.env['DISPLAY'] ?? screen,
	});
	const request = async <Result>(method: 'POST' | 'DELETE', path: string, body: object = {}): Promise<Result> => {
		const response = await fetch(`http://127.0.0.1:${port}${path}`, {
			method,
			...(method === 'POST' && { body: JSON.stringify(body) }),
		});
		const { value } = await response.json();
		if (!response.ok) throw new Error(value.message);
		return value as Result;
	};
	const capabilities = {
		alwaysMatch: {
			browserName: 'MiniBrowser',
			timeouts: { script: 60_000, pageLoad: 60_000 },
			'webkitgtk:browserOptions': { binary, args: ['--automation', '--geometry=1280x900'] },
		},
	};
	let session = '';
	// The driver listens some moments after its start.
	for (let tries = 0; session === ''; tries++)
		try {
			const { sessionId } = await request<{ sessionId: string }>('POST', '/session', { capabilities });
			session = `/session/${sessionId}`;
		} catch (error) {
			if (tries > 20) throw error;
			await pause(250);
		}
	return {
		open: (url) => request('POST', `${session}/url`, { url }),
		call: async (run, ...given) => {
			const script = `const done = arguments[0];
				Promise.resolve(${callOf(run, given)}).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
			const answer = await request<{ value?: unknown; error?: string }>('POST', `${session}/execute/async`, {
				script,
				args: [],
			});
			if (answer.error) throw new Error(answer.error);
			return answer.value as never;
		},
		pressEnd: async (selector) => {
			const found = await request<object>('POST', `${session}/element`, { using: 'css selector', value: selector });
			await request('POST', `${session}/element/${Object.values(found)[0]}/value`, { text: END });
		},
		errors: () => undefined,
		close: async () => {
			await request('DELETE', session).catch(() => undefined);
			for (const child of children) child.kill();
		},
	};
}

/** Returns a driver of the engine; undefined if no browser of that engine is installed. */
export async function openEngine(engine: string): Promise<Driver | undefined> {
	if (engine === 'chromium') {
		const executablePath = await findBrowser({ isFull: true });
		return executablePath ? ofPlaywright(chromium.launch({ executablePath, args: browserArgs })) : undefined;
	}
	const type = engine === 'firefox' ? firefox : webkit;
	if (existsSync(type.executablePath())) return ofPlaywright(type.launch());
	if (engine === 'firefox') {
		const binary = firstExisting(['/usr/bin/firefox-esr', '/usr/bin/firefox']);
		return binary ? ofFirefox(binary) : undefined;
	}
	const library = `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`;
	const driver = firstExisting(['/usr/bin/WebKitWebDriver']);
	const binary = firstExisting(['4.1', '4.0', '6.0'].map((version) => `${library}/webkit2gtk-${version}/MiniBrowser`));
	return driver && binary ? ofWebKitGtk(driver, binary) : undefined;
}
