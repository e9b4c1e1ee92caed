// npm run --silent evaluate: JSON lines in, JSON lines out (src/models/evaluate.ts). Vite loads the models as the site does.
import { createInterface } from 'node:readline';
import { load } from './load.mjs';

const { evaluateLine } = await load('src/models/evaluate.ts');
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
	if (line.trim() === '') continue;
	const answer = evaluateLine(line);
	if ('error' in answer) process.exitCode = 1;
	if (!process.stdout.write(`${JSON.stringify(answer)}\n`))
		await new Promise((drained) => process.stdout.once('drain', drained));
}
