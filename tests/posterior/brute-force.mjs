// node tests/posterior/brute-force.mjs <position> <millions of runs>: what brute force says of one position, as JSON. Takes a
// minute a million; brute-force.json keeps the answers, for the posterior to be held against.
import { load } from '../../.config/load.mjs';

const [position = 'essay-2025', millions = '1'] = process.argv.slice(2);
const { bruteForce } = await load('tests/posterior/brute-force.ts');
const runs = Number(millions) * 1e6;
console.log(JSON.stringify({ position, runs, ...bruteForce(position, runs, 1) }));
