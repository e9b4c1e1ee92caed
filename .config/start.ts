// npm start: installs what is missing, builds, serves.
import { join } from 'node:path';
import { build, install, root } from './tools.mjs';

if (!(await install()) || !(await build())) process.exit(1);
// Imported here because it needs a package that may just have been installed.
const { serve } = await import('./serve.ts');
const wanted = Number(process.env['PORT']) || 4321;
const { url, port } = await serve(join(root, 'dist'), { base: process.env['BASE'], port: wanted });
console.log(`${port === wanted ? '' : `Port ${wanted} is in use. `}The essay is at ${url}\nStop with Ctrl+C.`);
