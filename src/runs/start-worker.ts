let policy: { createScriptURL(url: string): string } | undefined;
/**
 * Returns a trusted script address if the browser enforces Trusted Types; the policy's name is in build/content-security.ts. A policy
 * is created once, since browsers refuse a second one of its name.
 */
const guarded = (address: string): string => {
	const { trustedTypes } = globalThis as {
		trustedTypes?: {
			createPolicy(name: string, rules: { createScriptURL(url: string): string }): NonNullable<typeof policy>;
		};
	};
	policy ??= trustedTypes?.createPolicy('runs', { createScriptURL: (url) => url });
	return policy?.createScriptURL(address) ?? address;
};

/** What a worker posts when its script has run. */
export const STARTED = 'started';

/** The browser refuses to start the worker, or its script throws. Another attempt would fail too. */
export class WorkerRefused extends Error {}

/**
 * Starts a worker whose first message is `STARTED`, and resolves to it then. Rejects with `WorkerRefused` if the browser does not allow it
 * (a frame with an opaque origin: `sandbox="allow-scripts"`) or the script throws, and with another error if the script does not come.
 * `onCrash` is called if the script throws later.
 */
export function startWorker(address: string, onCrash: () => void): Promise<Worker> {
	return new Promise((resolve, reject) => {
		let worker: Worker;
		try {
			worker = new Worker(guarded(address), { type: 'module' });
		} catch {
			return reject(new WorkerRefused());
		}
		let isStarted = false;
		worker.addEventListener('message', () => {
			isStarted = true;
			resolve(worker);
		});
		worker.addEventListener('error', (event) => {
			if (isStarted) return onCrash();
			// What a script throws has a message; a script that does not come has none.
			const hasThrown = event instanceof ErrorEvent && event.message !== '';
			reject(hasThrown ? new WorkerRefused() : new Error('The script of the worker did not come.'));
		});
	});
}
