// npm run --silent evaluate: reads JSON lines, writes JSON lines (src/models/evaluate.ts).
import { createInterface } from 'node:readline';
import { load } from './load.ts';

const { evaluateLine } = await load<typeof import('../src/models/evaluate.ts')>('src/models/evaluate.ts');
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
	if (line.trim() === '') continue;
	const answer = evaluateLine(line);
	if ('error' in answer) process.exitCode = 1;
	if (!process.stdout.write(`${JSON.stringify(answer)}\n`))
		await new Promise((drained) => process.stdout.once('drain', drained));
}
