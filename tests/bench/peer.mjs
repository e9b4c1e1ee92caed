import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, runNpm } from '../../.config/tools.mjs';

const VERSION = '1.13.4';
// Its libraries are imported by name from the project's own packages; left implicit, the build would ask a CDN for them.
const page = `# Starter

\`\`\`js
import * as Inputs from "@observablehq/inputs";
import * as Plot from "@observablehq/plot";

const steepness = view(Inputs.range([0.1, 3], {label: "Steepness", step: 0.01, value: 1}));
const height = view(Inputs.range([1, 100], {label: "Height", step: 1, value: 50}));
\`\`\`

\`\`\`js
const points = Array.from({length: 201}, (_, i) => ({x: i / 20, y: height * (1 - Math.exp((-steepness * i) / 20))}));
display(Plot.plot({y: {domain: [0, 100]}, marks: [Plot.line(points, {x: "x", y: "y"})]}));
\`\`\`

At a steepness of \${steepness.toFixed(2)} the curve ends at \${points.at(-1).y.toFixed(1)} of \${height}.
`;

/** A starter page of Observable Framework, built in a temporary folder that is kept for the next time: two ranges, a line of 201 points, a sentence. */
export async function framework() {
	const folder = join(tmpdir(), `peer-framework-${VERSION}`);
	mkdirSync(join(folder, 'src'), { recursive: true });
	writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
	writeFileSync(
		join(folder, 'observablehq.config.js'),
		'export default { title: "Starter", pages: [], search: false, globalStylesheets: [] };\n',
	);
	writeFileSync(join(folder, 'src', 'index.md'), page);
	const prefix = ['--prefix', folder, '--no-audit', '--no-fund', '--loglevel=error'];
	if (
		(await runNpm([
			'install',
			...prefix,
			`@observablehq/framework@${VERSION}`,
			'@observablehq/plot@0.6.17',
			'@observablehq/inputs@0.12.0',
		])) !== 0
	)
		return { error: 'npm could not install it' };
	const code = await run(
		process.execPath,
		[
			join(folder, 'node_modules', '@observablehq', 'framework', 'dist', 'bin', 'observable.js'),
			'build',
			'--root',
			join(folder, 'src'),
			'--config',
			join(folder, 'observablehq.config.js'),
		],
		{ cwd: folder, stdio: 'ignore', env: { OBSERVABLE_TELEMETRY_DISABLE: 'true' } },
	);
	return code === 0 ? { folder: join(folder, 'dist') } : { error: 'its build failed' };
}
