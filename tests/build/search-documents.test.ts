import { expect, it } from 'vitest';
import { documentsOfText } from '../../src/build/search-documents.ts';

it('`documentsOfText` leads to a former figure by its id and its words, and to other paragraphs by their heading', () => {
	const page = `<section class="section" id="kitchen"><h1 id="kitchen-heading">Kitchen</h1><div class="prose">
		<h2 id="robots">Robots</h2><p>One.</p><p><span class="point former" id="robot-homes"></span>Two.</p></div></section>`;
	const found = documentsOfText(page, (section) => `${section}/`, 'all').filter(({ kind }) => kind === 'text');
	expect(found.map(({ path, ids, text }) => [path, ids, text])).toEqual([
		['kitchen/#robots', '', 'One.'],
		['kitchen/#robot-homes', 'robot homes', 'Two.'],
	]);
});
