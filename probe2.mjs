import { chromium } from '@playwright/test';
import { serve } from './.config/serve.mjs';
const server = await serve('dist');
const b = await chromium.launch({ executablePath: '/usr/bin/chromium-headless-shell', args: ['--no-sandbox','--disable-gpu'] });
for (const path of process.argv.slice(2)) {
const p = await b.newPage();
p.on('response', r => r.status()>=400 && console.log(r.status(), r.url()));
p.on('console', m => console.log(m.type(), m.text()));
p.on('pageerror', e => console.log('ERR', e.message));
await p.goto(server.url + path);
await p.mouse.move(3,3);
await p.evaluate(() => { for(const i of document.querySelectorAll('astro-island[ssr]')) i.dispatchEvent(new Event('pointerdown')); });
await p.waitForTimeout(5000);
console.log(path, await p.evaluate(() => [...document.querySelectorAll('astro-island')].map(i => [i.getAttribute('opts'), i.hasAttribute('ssr'), i.parentElement.tagName, !!i.querySelector('astro-island')])));
await p.close(); }
await b.close(); await server.close();
