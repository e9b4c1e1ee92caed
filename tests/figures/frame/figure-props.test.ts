import { describe, expect, it } from 'vitest';
import { figureProps } from '../../../src/figures/frame/figure-props.ts';
import { models } from '../../../src/models/registry.ts';

const [model] = models.values();

describe('`figureProps`', () => {
	const settings = { kind: 'Explorable', model: model!.id, controls: '', props: {} };

	it.each([
		[
			'a control that names no parameter of the model',
			{ ...settings, controls: 'nothing' },
			`Figure "fig": ${model!.id} has no parameter "nothing". Known: `,
		],
		[
			'props for a kind that takes none',
			{ ...settings, kind: 'Race', props: { x: 'time' } },
			'Figure "fig": Race takes no props. Remove x.',
		],
		['an unknown prop', { ...settings, props: { x: 'a', y: 'b', z: 'c' } }, 'Figure "fig": ✖ Unrecognized key: "z"'],
	])('rejects %s', (_, given, message) => expect(figureProps('fig', given)).rejects.toThrow(message));
});
