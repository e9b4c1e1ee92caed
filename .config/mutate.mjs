// npm run mutate: are the tests worth anything? First the faults that once went unseen are planted one by one, and each must be
// caught; then Stryker changes the arithmetic in every way it knows, and a share of that must be caught.
//   npm run mutate -- faults                  the planted faults alone
//   npm run mutate -- src/engine/ces.ts …     mutations of these files alone
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, install, root, run, toolPath } from './tools.mjs';

const wanted = process.argv.slice(2);
/** Those tests of `npm test` that look at pictures and need no browser. */
const WITHOUT_BROWSER = [
	'run',
	'--config',
	'tests/vitest.config.ts',
	'--bail=1',
	'--reporter=dot',
	'tests/charts',
	'tests/figures',
	'tests/controls',
];

/** Plants each fault in a copy of the tree, and runs there the tests that need no browser. Returns the names of those that nobody noticed. */
async function unnoticed() {
	const faults = JSON.parse(readFileSync(join(root, 'tests/faults.json'), 'utf8'));
	const copy = join(mkdtempSync(join(tmpdir(), 'faults-')), 'tree');
	cpSync(root, copy, { recursive: true, filter: (path) => !/[\\/](node_modules|\.git|test-results)$/.test(path) });
	symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
	const look = () => run(process.execPath, [toolPath('vitest'), ...WITHOUT_BROWSER], { cwd: copy, stdio: 'ignore' });
	const missed = [];
	if ((await look()) !== 0) {
		console.error('The tests fail before anything is planted. First: npm test');
		missed.push('everything');
	}
	for (const { says, edits } of faults) {
		const sound = new Map(edits.map(({ file }) => [file, readFileSync(join(copy, file), 'utf8')]));
		const planted = new Map(sound);
		const lost = edits.filter(({ file, find, plant }) => {
			const parts = planted.get(file).split(find);
			planted.set(file, parts.join(plant));
			return parts.length !== 2;
		});
		for (const { file, find } of lost)
			console.error(`“${says}” cannot be planted: ${file} must hold this once:\n${find}`);
		for (const [file, text] of planted) writeFileSync(join(copy, file), text);
		const code = lost.length > 0 || missed[0] === 'everything' ? 0 : await look();
		for (const [file, text] of sound) writeFileSync(join(copy, file), text);
		console.log(`${code === 0 ? 'NOT NOTICED' : 'caught'}: ${says}`);
		if (code === 0) missed.push(says);
	}
	rmSync(join(copy, '..'), { recursive: true, force: true });
	return missed;
}

/** Share of mutations, in percent, that the tests must notice. A change may raise it and never lower it. */
const FLOOR = 80;

/** Changes each file in every way that Stryker knows; true if the tests notice enough of it. One file at a time: with all of them instrumented at once a single run of the tests takes half an hour. */
async function mutations(wanted) {
	const { Stryker } = await import('@stryker-mutator/core');
	const { default: options } = await import('./stryker.config.mjs');
	process.chdir(root);
	// A few cases of each property, and no test that looks at everything at once (tests/vitest.config.ts).
	Object.assign(process.env, { RUNS: '8', PATIENCE: '600', MUTATING: 'yes' });
	const files = globSync(wanted.length > 0 ? wanted : options.mutate).toSorted();
	const scores = [];
	for (const file of files) {
		const results = await new Stryker({ ...options, mutate: [file] }).runMutationTest();
		const count = (...states) => results.filter(({ status }) => states.includes(status)).length;
		scores.push({ file, caught: count('Killed', 'Timeout'), missed: count('Survived', 'NoCoverage') });
	}
	let [caught, tried] = [0, 0];
	for (const score of scores) {
		caught += score.caught;
		tried += score.caught + score.missed;
		if (score.missed > 0) console.log(`${score.file}: ${score.missed} of ${score.caught + score.missed} unnoticed`);
	}
	const share = tried === 0 ? 100 : (100 * caught) / tried;
	console.log(`${caught} of ${tried} mutations noticed, ${share.toFixed(1)}%; the floor is ${FLOOR}%`);
	return share >= FLOOR;
}

if (!(await install()) || !(await build({ stdio: ['ignore', 'ignore', 'inherit'] }))) process.exitCode = 1;
else {
	const files = wanted.filter((word) => word !== 'faults');
	const missed = files.length === 0 ? await unnoticed() : [];
	if (missed.length > 0) process.exitCode = 1;
	if (!wanted.includes('faults') && !(await mutations(files))) process.exitCode = 1;
}
