import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { satisfies } from '../.config/node.mjs';
import manifest from '../package.json';
import lock from '../package-lock.json';

interface LockedPackage {
	readonly engines?: { readonly node?: string };
	readonly dependencies?: Readonly<Record<string, string>>;
	readonly optionalDependencies?: Readonly<Record<string, string>>;
}
const locked = Object.entries<LockedPackage>(lock.packages as Record<string, LockedPackage>);
const RANGE = manifest.engines.node;
/** The lowest version of each part of the range. */
const MINIMUMS = RANGE.split('||').map((part) => part.trim().replace(/^\D+/, ''));

/** Returns whether a version is in a package's range of comparators: "^18.17.0 || 20 || >= 21.1 <27". */
function isIn(version: string, range: string): boolean {
	const weight = (text: string) => {
		const [major = 0, minor = 0, patch = 0] = text.split('.').map(Number);
		return (major * 1000 + minor) * 1000 + patch;
	};
	const accepts = (comparator: string) => {
		const [, sign = '', digits = ''] = /^(\^|~|>=|<=|>|<|=)?v?([\d.]*?)(?:\.?[x*])*$/.exec(comparator) ?? [];
		const difference = weight(version) - weight(digits);
		if (digits === '') return comparator === '*' || comparator === 'x';
		if (sign === '>=') return difference >= 0;
		if (sign === '>') return difference > 0;
		if (sign === '<') return difference < 0;
		if (sign === '<=') return difference <= 0;
		const fixed = sign === '^' ? 1 : sign === '~' ? 2 : digits.split('.').length;
		return (
			difference >= 0 && version.split('.').slice(0, fixed).join('.') === digits.split('.').slice(0, fixed).join('.')
		);
	};
	return range.split('||').some((part) =>
		part
			.trim()
			.replace(/([<>=~^])\s+/g, '$1')
			.split(/\s+/)
			.every(accepts),
	);
}

describe('`engines` in package.json', () => {
	it('has minimums that every package of the lock accepts', () => {
		const refusing = locked
			// For 32-bit Windows, where none of this runs.
			.filter(([path]) => path !== '' && !path.includes('win32-ia32'))
			.flatMap(([path, { engines }]) =>
				MINIMUMS.filter((version) => engines?.node && !isIn(version, engines.node)).map(
					(version) => `${path}: ${engines!.node}, not ${version}`,
				),
			);
		expect(refusing).toEqual([]);
	});

	it.each([
		['20.20.2', '^22.22.3 || >=24', false],
		['24.16.0', '^18.17.0 || ^20.3.0 || >= 21.1', true],
		['22.22.3', '18 || 20 || 22', true],
		['22.22.3', '>=18 <22', false],
		['26.3.0', '~26.3.0', true],
		['26.3.0', '*', true],
	])('is compared by a parser that puts %s in %s: %s', (version, range, expected) =>
		expect(isIn(version, range)).toBe(expected),
	);

	it('includes the version of .nvmrc', () =>
		expect(satisfies(readFileSync('.nvmrc', 'utf8').trim(), RANGE)).toBe(true));
});

describe('`satisfies`', () => {
	it.each([
		['20.20.2', false],
		['22.22.2', false],
		['22.22.3', true],
		['23.11.0', false],
		['24.9.9', false],
		['24.16.0', true],
		['25.9.0', false],
		['26.2.9', false],
		['26.10.0', true],
		['30.0.0', true],
	])('%s: %s', (version, expected) => expect(satisfies(version, '^22.22.3 || ^24.16.0 || >=26.3.0')).toBe(expected));

	it('throws on a range of another form', () => expect(() => satisfies('24.16.0', '24.x')).toThrow('24.x'));
});

it('package-lock.json holds every dependency of its packages, on every platform, as `npm ci` demands', () => {
	const paths = new Set(Object.keys(lock.packages));
	const isFound = (from: string, name: string): boolean =>
		paths.has(`${from && `${from}/`}node_modules/${name}`) ||
		(from !== '' && isFound(from.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, ''), name));
	const missing = locked.flatMap(([path, { dependencies, optionalDependencies }]) =>
		Object.keys({ ...dependencies, ...optionalDependencies })
			.filter((name) => !isFound(path, name))
			.map((name) => `${name}, of ${path || 'package.json'}`),
	);
	expect(missing).toEqual([]);
});

it('package.json names exact versions', () => {
	const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
	expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

it('scripts in package.json use only syntax that sh and cmd.exe share', () => {
	const commands = Object.values(manifest.scripts).flatMap((script) => script.split(' && '));
	expect(commands.filter((command) => !/^node \.config\/run\.mjs( [\w./:=-]+)+$/.test(command))).toEqual([]);
});
