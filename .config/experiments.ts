// npm run experiments -- [ids]: computes the published runs of all experiments, or of those named, and writes them to
// content/data/experiments/<id>.csv, and last frames where they are published, described in content/data/datapackage.json. Minutes; run it after a change of a learner or a procedure.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from './load.ts';
import { root } from './node.mjs';

const { procedures } = await load<typeof import('../src/experiments/run-experiment.ts')>(
	'src/experiments/run-experiment.ts',
);
const { framesFile, framesResource, sweepFile, sweepResource } = await load<
	typeof import('../src/experiments/sweep-file.ts')
>('src/experiments/sweep-file.ts');
const DATA = join(root, 'content/data');
const DESCRIPTOR = join(DATA, 'datapackage.json');

const ids = process.argv.length > 2 ? process.argv.slice(2) : [...procedures.keys()];
mkdirSync(join(DATA, 'experiments'), { recursive: true });
for (const id of ids) {
	const started = performance.now();
	const text = sweepFile(id);
	writeFileSync(join(DATA, `experiments/${id}.csv`), text);
	const frames = framesFile(id);
	if (frames) {
		mkdirSync(join(DATA, 'experiment-frames'), { recursive: true });
		writeFileSync(join(DATA, `experiment-frames/${id}.csv`), frames);
	}
	const { resources, ...rest } = JSON.parse(readFileSync(DESCRIPTOR, 'utf8')) as { resources: { name: string }[] };
	const made = [sweepResource(id), ...(frames ? [framesResource(id)] : [])];
	const others = resources.filter(({ name }) => made.every((resource) => resource.name !== name));
	writeFileSync(DESCRIPTOR, `${JSON.stringify({ ...rest, resources: [...others, ...made] }, null, '\t')}\n`);
	console.log(
		`${id}: ${text.trimEnd().split('\n').length - 1} runs, ${((performance.now() - started) / 1000).toFixed(0)} s`,
	);
}
