import { describe, expect, it } from 'vitest';
import { leadOnScript } from '../../src/build/inline-scripts.ts';

const elsewhere = JSON.stringify({ diffusion: ['lemons', 'point-D1'], schlep: ['macrophage'] });

/** Runs the script at an address below /base/; returns where it leads, first and after each later hash. */
function ledTo(search: string, ...hashes: readonly string[]): readonly (string | undefined)[] {
	const led: (string | undefined)[] = [];
	let next: string | undefined;
	let onHash: (() => void) | undefined;
	const location = { search, hash: hashes[0]!, replace: (address: string) => (next = address) };
	const document = { currentScript: { dataset: { base: '/base/', elsewhere } } };
	const listen = (event: string, act: () => void) => event === 'hashchange' && (onHash = act);
	// The script is our own.
	Function('document', 'location', 'addEventListener', leadOnScript)(document, location, listen);
	for (const hash of [undefined, ...hashes.slice(1)]) {
		if (hash !== undefined) {
			next = undefined;
			location.hash = hash;
			onHash?.();
		}
		led.push(next);
	}
	return led;
}

describe('the script that leads on from the first page', () => {
	it('opens the section that holds the target, with the query as it is', () =>
		expect(ledTo('?m=3&revenue=105', '#lemons')).toEqual(['/base/diffusion/?m=3&revenue=105#lemons']));
	it.each([').', '?utm_source=x', '&ref=y', '%29', ':~:text=z'])('does so for a target with “%s” behind it', (behind) =>
		expect(ledTo('', `#lemons${behind}`)).toEqual([`/base/diffusion/#lemons${behind}`]),
	);
	it('does so for a hash that comes later', () =>
		expect(ledTo('', '#diffusion', '#macrophage')).toEqual([undefined, '/base/schlep/#macrophage']));
	it.each(['', '#', '#diffusion', '#no-such-id', '#%E0%A4%A', '#__proto__'])('stays for “%s”', (hash) =>
		expect(ledTo('?revenue=105', hash)).toEqual([undefined]),
	);
});
