import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A malformed or malicious query. */
export interface HostileLink {
	readonly query: string;
	/** Whether reading it gives a notice; undefined if the test derives that from its pairs. */
	readonly hasNotice?: boolean;
	/** Whether it is one of the few of each kind, half of which every browser run tries. */
	readonly isTypical: boolean;
}

/** Refused or corrected in part, with a notice. */
const withNotice = [
	'__proto__=1&constructor=2&toString=3',
	'rl-per-inference=NaN',
	'rl-per-inference=1,000,000',
	'rl-per-inference',
	'rl-per-inference=1e999',
	'rl-per-inference=%E0%A4%A',
	'rl-per-inference=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E',
	'rl-per-inference=1.5&rl-per-inference=2.5',
	'rl-per-inferense=2',
	'm=999',
	'm=-1&gpt-levels=%00',
	'gdp=1e-300',
	'rl-share=%E2%80%AE50%25',
	`a=${'9'.repeat(9000)}`,
	'x=1&'.repeat(70),
];
/** More of the same kinds. */
const alsoWithNotice = [
	'rl-per-inference=Infinity',
	'rl-per-inference=-0x10',
	'rl-per-inference=',
	'rl-per-inference=+2',
	'rl-per-inference=-1e300',
	'rl-per-inference=2.0.0',
];
/** All pairs foreign: left in the address, without a notice. */
const withoutNotice = ['__proto__=1&toString=3', '&&&==&=&?', '%=%&%00=%00', 'utm_source=a+b&fbclid=1'];

const collected = readFileSync(join(import.meta.dirname, 'hostile-links.txt'), 'utf8')
	.split(/\r?\n/)
	.filter(Boolean)
	.map((line) => line.replace(/^[/?]+/, ''));

export const hostileLinks: readonly HostileLink[] = [
	...withNotice.map((query) => ({ query, hasNotice: true, isTypical: true })),
	...withoutNotice.map((query) => ({ query, hasNotice: false, isTypical: true })),
	...alsoWithNotice.map((query) => ({ query, hasNotice: true, isTypical: false })),
	...collected.map((query) => ({ query, isTypical: false })),
];
