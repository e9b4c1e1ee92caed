import { parse } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Numbers the notes and citations of each section from 1, and tells each which section it stands in, so that
 * their ids are unique on the one-page essay too.
 */
export const numberNotes = ({ fileURL }) => {
	const section = fileURL ? parse(fileURLToPath(fileURL)).name.replace(/^\d+-/, '') : 'page';
	let number = 0;
	const attribute = (name, value) => ({ type: 'mdxJsxAttribute', name, value });
	const isNote = ({ name, attributes }) =>
		(name === 'Cite' || name === 'Note') && !attributes.some((given) => given.name === 'number');
	const visit = (node) =>
		isNote(node)
			? {
					type: node.type,
					name: node.name,
					children: node.children,
					attributes: [...node.attributes, attribute('number', String(++number)), attribute('section', section)],
				}
			: undefined;
	return { name: 'number-notes', mdxJsxTextElement: visit, mdxJsxFlowElement: visit };
};
