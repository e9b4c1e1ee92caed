import { vi } from 'vitest';

// Test files share a page, which takes seconds to make. Each file begins with an empty page and with its own modules,
// because modules hold the reader's assumptions.
vi.resetModules();
vi.unstubAllGlobals();
vi.useRealTimers();
localStorage.clear();
sessionStorage.clear();
history.replaceState(null, '', '/');
document.head.replaceChildren();
document.body.replaceChildren();
for (const element of [document.documentElement, document.body])
	for (const { name } of Array.from(element.attributes)) element.removeAttribute(name);
