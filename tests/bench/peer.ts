// Starter pages of tools for explorable essays: two ranges, a curve, a sentence. Each is installed from npm and built in a temporary
// folder, which is kept for the next run.
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, runNpm } from '../../.config/tools.mjs';

interface Starter {
	readonly files: Readonly<Record<string, string>>;
	readonly packages: readonly string[];
	/** Script in node_modules, and its arguments. */
	readonly builder: readonly [script: string, ...args: string[]];
	/** Folder of the built page. */
	readonly output: string;
	readonly env?: Record<string, string>;
}

/** Writes the files of a starter, installs its packages and builds it. Resolves to the folder of the page; rejects if a step fails. */
async function starter(name: string, { files, packages, builder, output, env }: Starter): Promise<string> {
	const folder = join(tmpdir(), `peer-${name}`);
	for (const [path, text] of Object.entries({ 'package.json': JSON.stringify({ private: true }), ...files })) {
		mkdirSync(join(folder, path, '..'), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	const prefix = ['--prefix', folder, '--no-audit', '--no-fund', '--loglevel=error'];
	if ((await runNpm(['install', ...prefix, ...packages])) !== 0) throw new Error('npm could not install it');
	const [script, ...args] = builder;
	const code = await run(process.execPath, [join(folder, 'node_modules', script), ...args], {
		cwd: folder,
		stdio: 'ignore',
		...(env && { env }),
	});
	if (code !== 0) throw new Error('its build failed');
	return join(folder, output);
}

export const idyll = () =>
	starter('idyll-5.7.6', {
		packages: ['idyll@5.7.6', '--legacy-peer-deps'],
		// The builder fails if one of these folders is missing.
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
			// Explicit imports resolve to the project's packages; implicit ones would come from a CDN.
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
