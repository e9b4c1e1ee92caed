import { chromium } from '@playwright/test';
import { serve } from './.config/serve.mjs';
const server = await serve('dist');
const b = await chromium.launch({ executablePath: '/usr/bin/chromium-headless-shell', args: ['--no-sandbox','--disable-gpu'] });
const p = await b.newPage();
p.on('response', r => r.status()>=400 && console.log(r.status(), r.url()));
p.on('console', m => console.log(m.type(), m.text()));
p.on('pageerror', e => console.log('ERR', e.message));
await p.goto(server.url + (process.argv[2] ?? ''));
await p.mouse.move(3,3);
await p.waitForFunction(() => { const a=document.querySelectorAll('astro-island[ssr]'); for(const i of a) i.dispatchEvent(new Event('pointerdown')); return a.length===0; }, null, {polling:50, timeout:60000});
await p.waitForTimeout(1000);
console.log('awake', await p.evaluate(() => document.querySelectorAll('astro-island').length));
if (process.argv[3]) { await p.setViewportSize({width:1440,height:900}); await p.locator(process.argv[3]).scrollIntoViewIfNeeded(); await p.waitForTimeout(500); await p.screenshot({path:'/tmp/wt/shot.png'}); }
await b.close(); await server.close();
