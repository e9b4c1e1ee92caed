import { expect, it } from 'vitest';
import { escapeHtml } from '../../src/engine/html.ts';

it('`escapeHtml` escapes &, <, > and double quotes, each once', () => {
	expect(escapeHtml('<a title="1 & 2">&amp;</a>')).toBe('&lt;a title=&quot;1 &amp; 2&quot;&gt;&amp;amp;&lt;/a&gt;');
});
