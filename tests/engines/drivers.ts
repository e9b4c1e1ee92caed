// One interface to three engines: Playwright's browsers where they are installed; else Debian's Firefox by WebDriver BiDi, and
// WebKitGTK's MiniBrowser by WebDriver.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
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
	/** Returns the errors of the page and its console since the last call; in WebKitGTK, those since the page was loaded. */
	readonly errors: () => Promise<readonly string[]>;
	readonly close: () => Promise<unknown>;
}

const VIEWPORT = { width: 1280, height: 900 };
/** End, as WebDriver encodes keys. */
const END = '\uE010';
/** Seconds that a browser has for its start, and for a command: longer than a function in the page waits (30 s). */
const START = 60;
const COMMAND = 50;
const firstExisting = (paths: readonly string[]) => paths.find((path) => existsSync(path));
/** Returns an expression that calls a function of this file in the page. */
const callOf = (run: unknown, given: readonly unknown[]) => `(${String(run)})(...${JSON.stringify(given)})`;

/** The processes of one browser. */
class Processes {
	readonly #children: ChildProcess[] = [];
	#output = '';
	#listeners: ((output: string) => void)[] = [];
	#fail: (error: Error) => void = () => undefined;
	/** Rejects when one of the processes cannot be started, or ends before `stop`. */
	readonly #ended = new Promise<never>((_, fail) => (this.#fail = fail));

	constructor() {
		this.#ended.catch(() => undefined);
		// Playwright may end a worker without the teardown of its fixtures.
		process.once('exit', () => this.stop());
	}
	/** Starts a program in a process group of its own, so that `stop` ends what it has started too. */
	start(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): void {
		const child = spawn(command, args, {
			stdio: ['ignore', 'pipe', 'pipe'],
			env: { ...process.env, ...env },
			detached: true,
		});
		for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => this.#hear(part.toString()));
		child.on('error', (error) => this.#fail(new Error(`${command} cannot be started: ${error.message}`)));
		child.on('exit', (code, signal) => this.#fail(new Error(`${command} ended (${code ?? signal}). ${this.#wrote}`)));
		this.#children.push(child);
	}
	#hear(part: string): void {
		this.#output = (this.#output + part).slice(-100_000);
		for (const listener of this.#listeners) listener(this.#output);
	}
	get #wrote(): string {
		return this.#output === '' ? 'It wrote nothing.' : `It wrote: ${this.#output.trim().slice(-500)}`;
	}
	/** Resolves with the first group of the first match in what the processes write. */
	said(pattern: RegExp): Promise<string> {
		return new Promise((done) => {
			const listener = (output: string) => {
				const found = pattern.exec(output)?.[1];
				if (found !== undefined) done(found);
			};
			this.#listeners.push(listener);
			listener(this.#output);
		});
	}
	/** Waits for an answer. Throws an error that names what did not answer: in time, or because a process ended. */
	async answer<Answer>(what: string, answer: Promise<Answer>, seconds: number): Promise<Answer> {
		const timer = new AbortController();
		const late = sleep(seconds * 1000, undefined, { signal: timer.signal }).then(() => {
			throw new Error(`${what}: no answer within ${seconds} s. ${this.#wrote}`);
		});
		late.catch(() => undefined);
		try {
			return await Promise.race([answer, late, this.#ended]);
		} finally {
			timer.abort();
		}
	}
	stop(): void {
		for (const { pid } of this.#children.splice(0))
			try {
				if (pid !== undefined) process.kill(-pid, 'SIGKILL');
			} catch {
				continue;
			}
	}
}

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
		errors: async () => errors.splice(0),
		close: () => browser.close(),
	};
}

/** WebDriver BiDi: commands and events as JSON over a WebSocket (https://w3c.github.io/webdriver-bidi/). */
async function ofFirefox(processes: Processes, binary: string): Promise<Driver> {
	const profile = mkdtempSync(join(tmpdir(), 'firefox-'));
	processes.start(binary, ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0']);
	const address = await processes.answer(
		`${binary}, BiDi`,
		processes.said(/WebDriver BiDi listening on (ws:\S+)/),
		START,
	);

	const socket = new WebSocket(`${address}/session`);
	const opened = new Promise((done, fail) => {
		socket.addEventListener('open', done);
		socket.addEventListener('error', () => fail(new Error(`${binary} refused a WebSocket at ${address}`)));
	});
	await processes.answer(`${binary}, WebSocket at ${address}`, opened, START);
	const pending = new Map<number, { done: (result: never) => void; fail: (error: Error) => void }>();
	const errors: string[] = [];
	socket.addEventListener('message', ({ data }) => {
		const message = JSON.parse(String(data));
		if (message.type === 'event' && message.params.level === 'error') errors.push(message.params.text);
		const command = pending.get(message.id);
		pending.delete(message.id);
		if (message.type === 'success') command?.done(message.result as never);
		else command?.fail(new Error(`${message.error}: ${message.message}`));
	});
	let last = 0;
	const send = <Result>(method: string, params: object) =>
		processes.answer(
			`${binary}, ${method} ${JSON.stringify(params).slice(0, 200)}`,
			new Promise<Result>((done, fail) => {
				pending.set(++last, { done, fail });
				socket.send(JSON.stringify({ id: last, method, params }));
			}),
			COMMAND,
		);

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
		errors: async () => errors.splice(0),
		close: async () => {
			await send('browser.close', {}).catch(() => undefined);
			processes.stop();
			rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
		},
	};
}

/** Collects the errors of the open page, in an attribute of its root: WebDriver over HTTP has no command for them. */
const collectErrors = () => {
	const { dataset } = document.documentElement;
	const add = (error: unknown) => (dataset['errors'] = `${dataset['errors'] ?? ''}${String(error)}\n`);
	addEventListener(
		'error',
		({ message, target }) => add(target instanceof Element ? `${target.outerHTML} failed` : message),
		true,
	);
	addEventListener('unhandledrejection', ({ reason }) => add(reason));
	const { error } = console;
	console.error = (...parts) => {
		add(parts.join(' '));
		error(...parts);
	};
};
const takeErrors = () => {
	const errors = document.documentElement.dataset['errors'];
	delete document.documentElement.dataset['errors'];
	return errors?.trim().split('\n') ?? [];
};

const freePort = () =>
	new Promise<number>((done) => {
		const server = createServer().listen(0, () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => done(port));
		});
	});

/** WebDriver over HTTP (https://www.w3.org/TR/webdriver2/), with MiniBrowser on a virtual screen unless there is a display. */
async function ofWebKitGtk(processes: Processes, driver: string, binary: string): Promise<Driver> {
	let display = process.env['DISPLAY'];
	if (!display) {
		// Xvfb writes the number of the display that it has taken, once it can be used.
		processes.start('Xvfb', ['-displayfd', '1', '-screen', '0', '1400x1100x24', '-nolisten', 'tcp']);
		display = `:${await processes.answer('Xvfb', processes.said(/^(\d+)$/m), START)}`;
	}
	const port = await freePort();
	processes.start(driver, [`--port=${port}`], {
		WEBKIT_DISABLE_COMPOSITING_MODE: '1',
		LIBGL_ALWAYS_SOFTWARE: '1',
		GDK_BACKEND: 'x11',
		DISPLAY: display,
	});
	const request = <Result>(method: 'GET' | 'POST' | 'DELETE', path: string, body: object = {}, seconds = COMMAND) =>
		processes.answer(
			`${driver}, ${method} ${path} ${JSON.stringify(body).slice(0, 200)}`,
			(async (): Promise<Result> => {
				const response = await fetch(`http://127.0.0.1:${port}${path}`, {
					method,
					...(method === 'POST' && { body: JSON.stringify(body) }),
				});
				const { value } = await response.json();
				if (!response.ok) throw new Error(`${method} ${path}: ${value.error}. ${value.message}`);
				return value as Result;
			})(),
			seconds,
		);
	const listening = async () => {
		for (;;) {
			if (await request('GET', '/status').catch(() => undefined)) return;
			await sleep(100);
		}
	};
	await processes.answer(`${driver}, port ${port}`, listening(), START);
	const capabilities = {
		alwaysMatch: {
			browserName: 'MiniBrowser',
			timeouts: { script: 45_000, pageLoad: 45_000 },
			'webkitgtk:browserOptions': {
				binary,
				args: ['--automation'],
			},
		},
	};
	const { sessionId } = await request<{ sessionId: string }>('POST', '/session', { capabilities }, START);
	const session = `/session/${sessionId}`;
	const call: Driver['call'] = async (run, ...given) => {
		const script = `const done = arguments[0];
			Promise.resolve(${callOf(run, given)}).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
		const answer = await request<{ value?: unknown; error?: string }>('POST', `${session}/execute/async`, {
			script,
			args: [],
		});
		if (answer.error) throw new Error(answer.error);
		return answer.value as never;
	};
	await request('POST', `${session}/window/rect`, VIEWPORT);
	const frame = await call(() => ({ width: outerWidth - innerWidth, height: outerHeight - innerHeight }));
	await request('POST', `${session}/window/rect`, {
		width: VIEWPORT.width + frame.width,
		height: VIEWPORT.height + frame.height,
	});
	return {
		open: async (url) => {
			await request('POST', `${session}/url`, { url });
			await call(collectErrors);
		},
		call,
		pressEnd: async (selector) => {
			const found = await request<object>('POST', `${session}/element`, { using: 'css selector', value: selector });
			await request('POST', `${session}/element/${Object.values(found)[0]}/value`, { text: END });
		},
		errors: () => call(takeErrors),
		close: async () => {
			await request('DELETE', session).catch(() => undefined);
			processes.stop();
		},
	};
}

/** Why an engine is not tested. */
export interface Missing {
	readonly missing: string;
}

/** Returns a driver of the engine, or what is not installed. Throws an error if a browser is installed and does not start. */
export async function openEngine(engine: string): Promise<Driver | Missing> {
	if (engine === 'chromium') {
		const executablePath = await findBrowser({ isFull: true });
		if (!executablePath) return { missing: 'Chromium is not installed' };
		return ofPlaywright(chromium.launch({ executablePath, args: browserArgs }));
	}
	const type = engine === 'firefox' ? firefox : webkit;
	if (existsSync(type.executablePath())) return ofPlaywright(type.launch());
	const processes = new Processes();
	try {
		if (engine === 'firefox') {
			const binary = firstExisting(['/usr/bin/firefox-esr', '/usr/bin/firefox']);
			return binary ? await ofFirefox(processes, binary) : { missing: 'Firefox is not installed' };
		}
		const library = `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`;
		const driver = firstExisting(['/usr/bin/WebKitWebDriver']);
		const binary = firstExisting(
			['4.1', '4.0', '6.0'].map((version) => `${library}/webkit2gtk-${version}/MiniBrowser`),
		);
		if (!driver || !binary) return { missing: 'WebKit is not installed' };
		if (!process.env['DISPLAY'] && spawnSync('Xvfb', ['-help']).error)
			return { missing: 'WebKitGTK needs a display: set DISPLAY, or install xvfb' };
		return await ofWebKitGtk(processes, driver, binary);
	} catch (error) {
		processes.stop();
		throw error;
	}
}
