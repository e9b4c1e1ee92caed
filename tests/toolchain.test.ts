import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { subset } from 'semver';
import { satisfies } from '../.config/node.mjs';
import manifest from '../package.json';
import lock from '../package-lock.json';

interface Locked {
	readonly engines?: { readonly node?: string };
	readonly dependencies?: Readonly<Record<string, string>>;
	readonly optionalDependencies?: Readonly<Record<string, string>>;
}
const locked = Object.entries<Locked>(lock.packages as Record<string, Locked>);

describe('the Node that the scripts ask for', () => {
	const wanted = manifest.engines.node;

	it('is one that every package can do with', () => {
		const refusing = locked.flatMap(([path, { engines }]) =>
			engines?.node && path && !subset(wanted, engines.node) ? [`${path}: ${engines.node}`] : [],
		);
		// For 32-bit Windows only, where none of this runs.
		expect(refusing.filter((line) => !/win32-ia32/.test(line))).toEqual([]);
	});

	it('is what the one fetched for an old machine is', () =>
		expect(satisfies(readFileSync('.nvmrc', 'utf8').trim(), wanted)).toBe(true));

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
	])('%s: %s', (version, is) => expect(satisfies(version, '^22.22.3 || ^24.16.0 || >=26.3.0')).toBe(is));

	it('is not guessed from a range of another form', () => expect(() => satisfies('24.16.0', '24.x')).toThrow('24.x'));
});

it('every package in the lock has what it names in the lock too, other platforms’ included, as npm ci demands', () => {
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

it('versions are exact', () => {
	const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
	expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

it('scripts are the same in sh and cmd.exe', () => {
	const started = Object.values(manifest.scripts).flatMap((script) => script.split(' && '));
	expect(started.filter((command) => !/^node \.config\/run\.mjs( [\w./:=-]+)+$/.test(command))).toEqual([]);
});
