import { readdirSync, readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import descriptor from '../../content/data/datapackage.json';
import schema from './datapackage-schema.json';

describe('datapackage.json', () => {
	it('is valid under the Frictionless schema', () => {
		const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
		validate(descriptor);
		expect(validate.errors ?? []).toEqual([]);
	});
	it('describes every CSV file in its folder, column by column', () => {
		const files = readdirSync(new URL('../../content/data/', import.meta.url), { recursive: true, encoding: 'utf8' })
			.map((name) => name.replaceAll('\\', '/'))
			.filter((name) => name.endsWith('.csv'));
		expect(descriptor.resources.map(({ path }) => path).sort()).toEqual(files.sort());
		for (const { path, schema: own } of descriptor.resources)
			expect(readFileSync(new URL(`../../content/data/${path}`, import.meta.url), 'utf8').split(/\r?\n/)[0]).toBe(
				own.fields.map(({ name }) => name).join(','),
			);
	});
});
