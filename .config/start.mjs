// npm start: from a fresh clone to the essay in a browser. Installs if need be, builds, serves.
import { join } from 'node:path';
import { build, install, root } from './tools.mjs';

if (!(await install()) || !(await build())) process.exit(1);
// Needs what was just installed.
const { serve } = await import('./serve.mjs');
const wanted = Number(process.env.PORT) || 4321;
const { url, port } = await serve(join(root, 'dist'), { base: process.env.BASE, port: wanted });
console.log(`${port === wanted ? '' : `Port ${wanted} is taken. `}The essay is at ${url}\nStop with Ctrl+C.`);
