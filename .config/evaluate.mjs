// npm run --silent evaluate: JSON lines in, JSON lines out (src/models/evaluate.ts). Vite loads the models as the site does.
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const { module } = await runnerImport(fileURLToPath(new URL('../src/models/evaluate.ts', import.meta.url)), {
	configFile: false,
	logLevel: 'error',
});
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
	if (line.trim() === '') continue;
	const answer = module.evaluateLine(line);
	if ('error' in answer) process.exitCode = 1;
	if (!process.stdout.write(`${JSON.stringify(answer)}\n`))
		await new Promise((drained) => process.stdout.once('drain', drained));
}
