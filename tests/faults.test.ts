import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import faults from './faults.json' with { type: 'json' };

it.each(faults)('tests/faults.json: every `find` of “$says” is in its file once', ({ edits }) => {
	for (const { file, find } of edits)
		expect(readFileSync(join(import.meta.dirname, '..', file), 'utf8').split(find), file).toHaveLength(2);
});
