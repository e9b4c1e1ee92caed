// Starter pages of the tools that a reader would otherwise meet an explorable essay in: two ranges, a curve, a sentence. Each is
// installed from npm and built in a temporary folder that is kept for the next time.
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, runNpm } from '../../.config/tools.mjs';

/** Writes the files of a starter, installs its packages and runs its builder; resolves to where the page is, or to an error. */
async function starter(name, { files, packages, builder, output, env }) {
	const folder = join(tmpdir(), `peer-${name}`);
	for (const [path, text] of Object.entries({ 'package.json': JSON.stringify({ private: true }), ...files })) {
		mkdirSync(join(folder, path, '..'), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	const prefix = ['--prefix', folder, '--no-audit', '--no-fund', '--loglevel=error'];
	if ((await runNpm(['install', ...prefix, ...packages])) !== 0) return { error: 'npm could not install it' };
	const [script, ...args] = builder;
	const code = await run(process.execPath, [join(folder, 'node_modules', script), ...args], {
		cwd: folder,
		stdio: 'ignore',
		env,
	});
	return code === 0 ? { folder: join(folder, output) } : { error: 'its build failed' };
}

export const idyll = () =>
	starter('idyll-5.7.6', {
		packages: ['idyll@5.7.6', '--legacy-peer-deps'],
		// Its builder lists these folders and fails where there are none.
		files: {
			'package.json': JSON.stringify({ private: true, name: 'starter', idyll: { layout: 'centered' } }),
			'components/.keep': '',
			'data/.keep': '',
			'static/.keep': '',
			'styles.css': '',
			'index.idyll': `[meta title:"Starter" /]
[var name:"steepness" value:1 /]
[var name:"height" value:50 /]

# Starter

Steepness [Range value:steepness min:0.1 max:3 step:0.01 /], height [Range value:height min:1 max:100 step:1 /].

[Chart type:"line" equation:\`(x) => height * (1 - Math.exp(-steepness * x))\` domain:\`[0, 10]\` /]

At a steepness of [Display value:steepness /] the curve ends at [Display value:\`height * (1 - Math.exp(-steepness * 10))\` /] of [Display value:height /].
`,
		},
		builder: ['idyll/bin/idyll.js', 'build'],
		output: 'build',
	});

export const framework = () =>
	starter('framework-1.13.4', {
		packages: ['@observablehq/framework@1.13.4', '@observablehq/plot@0.6.17', '@observablehq/inputs@0.12.0'],
		files: {
			'package.json': JSON.stringify({ private: true, type: 'module' }),
			'observablehq.config.js':
				'export default { title: "Starter", pages: [], search: false, globalStylesheets: [] };\n',
			// Its libraries are imported by name from the project's own packages; left implicit, the build would ask a CDN for them.
			'src/index.md': `# Starter

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
`,
		},
		builder: ['@observablehq/framework/dist/bin/observable.js', 'build'],
		output: 'dist',
		env: { OBSERVABLE_TELEMETRY_DISABLE: 'true' },
	});
