// node tests/posterior/run-brute-force.ts <position> <millions of runs>: prints the brute-force posterior of one position as JSON.
// A million runs take a minute; brute-force.json keeps the results for tests of the posterior.
import { load } from '../../.config/load.ts';

const [position = 'essay-2025', millions = '1'] = process.argv.slice(2);
const { bruteForce } = await load<typeof import('./brute-force.ts')>('tests/posterior/brute-force.ts');
const runs = Number(millions) * 1e6;
console.log(JSON.stringify({ position, runs, ...bruteForce(position, runs, 1) }));
