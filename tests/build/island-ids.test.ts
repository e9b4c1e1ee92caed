import { expect, it } from 'vitest';
import { withoutIslandIds } from '../../src/build/island-ids.ts';

it('`withoutIslandIds` removes the ids of islands, and keeps every other byte', () =>
	expect(
		withoutIslandIds('<p uid="a"></p><astro-island uid="Z1a2" ssr  client="near"><b id="c"></b></astro-island>'),
	).toBe('<p uid="a"></p><astro-island ssr  client="near"><b id="c"></b></astro-island>'));
